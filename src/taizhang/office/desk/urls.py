"""Addresses of the desk (我的台账的网址)."""

from django.urls import path

from taizhang.office.desk import views

app_name = "desk"
urlpatterns = [
    path("desk/", views.home, name="home"),
    path("desk/changed/", views.changed, name="changed"),
    path("search/", views.search, name="search"),
]
