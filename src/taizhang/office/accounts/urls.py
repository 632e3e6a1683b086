"""Addresses of accounts (登录与退出的网址)."""

from django.urls import path

from taizhang.office.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign_in"),
    path("sign-in/demonstration/", views.enter_demonstration, name="enter_demonstration"),
    path("sign-out/", views.SignOut.as_view(), name="sign_out"),
]
