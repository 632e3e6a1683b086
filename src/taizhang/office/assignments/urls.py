"""Addresses of assignments (责任分解的网址)."""

from django.urls import include, path

app_name = "assignments"
urlpatterns = [
    path("", include("taizhang.office.assignments.decomposition.urls")),
]
