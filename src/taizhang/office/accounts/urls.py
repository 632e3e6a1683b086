"""Addresses of accounts (登录与退出的网址)."""

from django.urls import path

from taizhang.office.accounts.views import deputies, roles, signing
from taizhang.office.pages.doors import anyone_signed_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", signing.SignIn.as_view(), name="sign_in"),
    path("sign-in/demonstration/", signing.enter_demonstration, name="enter_demonstration"),
    path("sign-out/", anyone_signed_in(signing.SignOut.as_view()), name="sign_out"),
    path("account/deputies/", deputies.deputies, name="deputies"),
    path("account/deputies/<int:deputy_id>/end/", deputies.end, name="end_deputy"),
    path("roles/", roles.table, name="role_table"),
    path("people/roles/", roles.holders, name="role_holders"),
    path("people/<int:user_id>/roles/", roles.of_person, name="roles_of"),
    path("people/roles/<int:membership_id>/end/", roles.end, name="end_role"),
]
