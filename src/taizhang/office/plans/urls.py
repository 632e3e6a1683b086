"""Addresses of plans (计划的网址)."""

from django.urls import path

from taizhang.office.plans import views

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
]
