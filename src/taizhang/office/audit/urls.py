"""Addresses of audit (审计的网址)."""

from django.urls import path

from taizhang.office.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.log, name="log"),
    path("export.xlsx", views.workbook, name="workbook"),
    path("export.csv", views.comma_separated, name="csv"),
    path("verify/", views.verify, name="verify"),
    path("anchor/", views.anchor, name="anchor"),
]
