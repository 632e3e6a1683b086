"""Addresses of accounts (登录与退出的网址)."""

from django.urls import path

from taizhang.office.accounts.views import signing
from taizhang.office.pages.doors import anyone_signed_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", signing.SignIn.as_view(), name="sign_in"),
    path("sign-in/demonstration/", signing.enter_demonstration, name="enter_demonstration"),
    path("sign-out/", anyone_signed_in(signing.SignOut.as_view()), name="sign_out"),
]
