"""Addresses of accounts (用户的网址): the way in and out, one's own account, people."""

from django.urls import path

from taizhang.office.accounts.threshold import opens_before_settling
from taizhang.office.accounts.views import deputies, factors, importing, own_account, passwords, people, roles, signing
from taizhang.office.pages.doors import anyone_signed_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", signing.SignIn.as_view(), name="sign_in"),
    path("sign-in/code/", signing.second_step, name="second_step"),
    path("sign-in/again/", signing.start_over, name="start_over"),
    path("sign-in/demonstration/", signing.enter_demonstration, name="enter_demonstration"),
    path("sign-out/", opens_before_settling(anyone_signed_in(signing.SignOut.as_view())), name="sign_out"),
    path("sign-out/idle/", signing.idle_sign_out, name="idle_sign_out"),
    path("sign-in/keep/", signing.keep, name="keep"),
    path("account/", own_account.own, name="own"),
    path("account/password/", passwords.change, name="change_password"),
    path("account/second-factor/", factors.enrol, name="enrol"),
    path("account/second-factor/codes/", factors.renew_codes, name="renew_codes"),
    path("account/second-factor/give-up/", factors.give_up, name="give_up"),
    path("account/sessions/end-others/", own_account.end_other_sessions, name="end_other_sessions"),
    path("account/sessions/<str:mark>/end/", own_account.end_session, name="end_session"),
    path("people/", people.listing, name="people"),
    path("people/new/", people.create, name="create_person"),
    path("people/import/", importing.receive, name="import_people"),
    path("people/import/blank.xlsx", importing.blank, name="blank_workbook"),
    path("people/import/<str:digest>/", importing.preview, name="preview_people"),
    path("people/import/<str:digest>/marked.xlsx", importing.marked, name="marked_people"),
    path("people/import/<str:digest>/accept/", importing.accept, name="accept_people"),
    path("people/<int:user_id>/", people.person, name="person"),
    path("people/<int:user_id>/edit/", people.adjust, name="adjust_person"),
    path("people/<int:user_id>/stop/", people.stop, name="stop_person"),
    path("people/<int:user_id>/restart/", people.restart, name="restart_person"),
    path("people/<int:user_id>/unlock/", people.unlock, name="unlock_person"),
    path("people/<int:user_id>/password/", people.reset_password, name="reset_password"),
    path("people/<int:user_id>/second-factor/", people.reset_factor, name="reset_factor"),
    path("people/<int:user_id>/certificate/", people.register_certificate, name="register_certificate"),
    path("account/deputies/", deputies.deputies, name="deputies"),
    path("account/deputies/<int:deputy_id>/end/", deputies.end, name="end_deputy"),
    path("roles/", roles.table, name="role_table"),
    path("people/roles/", roles.holders, name="role_holders"),
    path("people/<int:user_id>/roles/", roles.of_person, name="roles_of"),
    path("people/roles/<int:membership_id>/end/", roles.end, name="end_role"),
]
