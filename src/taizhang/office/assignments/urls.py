"""Addresses of assignments (责任分解的网址)."""

from django.urls import include, path

from taizhang.office.assignments.views import bureau, division, editing, handing_out, mine, record

app_name = "assignments"
urlpatterns = [
    path("assignments/", division.home, name="home"),
    path("assignments/mine/", mine.page, name="mine"),
    path("assignments/mine/sign/", mine.sign, name="sign"),
    path("assignments/duties/<int:duty_id>/ask/", mine.ask, name="ask"),
    path("assignments/duties/<int:duty_id>/officer/", mine.officer, name="officer"),
    path("assignments/duties/<int:duty_id>/hand-over/", mine.hand_over, name="hand_over"),
    path("assignments/queries/", bureau.queries, name="queries"),
    path("assignments/queries/<int:query_id>/answer/", bureau.answer, name="answer"),
    path("assignments/units/", division.options, name="units"),
    path("assignments/undo/<uuid:batch>/", division.undo, name="undo"),
    path("assignments/<int:assignment_id>/", record.page, name="record"),
    path("assignments/<int:assignment_id>/take-back/", handing_out.take_back, name="take_back"),
    path("assignments/<int:assignment_id>/end/", handing_out.end, name="end"),
    path("commitments/<int:commitment_id>/assignment/", record.of_commitment, name="of_commitment"),
    path("commitments/<int:commitment_id>/assignment/edit/", editing.edit, name="edit"),
    path("plans/<int:plan_id>/assignments/", division.page, name="of_plan"),
    path("plans/<int:plan_id>/assignments/accept/", division.accept, name="accept"),
    path("plans/<int:plan_id>/assignments/set/", division.set_many, name="set_many"),
    path("plans/<int:plan_id>/assignments/hand-out/", handing_out.hand_out, name="hand_out"),
    path("plans/<int:plan_id>/assignments/unsigned/", bureau.unsigned, name="unsigned"),
    path("", include("taizhang.office.assignments.decomposition.urls")),
    path("", include("taizhang.office.assignments.tables.urls")),
]
