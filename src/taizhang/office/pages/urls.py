"""Addresses of pages (公共页面的网址)."""

from django.urls import path

from taizhang.office.pages import views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("design/", views.design, name="design"),
    path("health/", views.health, name="health"),
]
