"""Addresses of commitments (台账的网址)."""

from django.urls import path

from taizhang.office.commitments.views import coverage, ledger, regrouping, succession, suggestions

app_name = "commitments"
urlpatterns = [
    path("ledger/", ledger.home, name="ledger"),
    path("ledger/undo/<uuid:batch>/", ledger.undo, name="undo"),
    path("ledger/statements/<int:statement_id>/", ledger.of_statement, name="of_statement"),
    path("ledger/<int:commitment_id>/", ledger.commitment, name="commitment"),
    path("ledger/<int:commitment_id>/amend/", ledger.amend, name="amend"),
    path("ledger/<int:commitment_id>/withdraw/", ledger.withdraw, name="withdraw"),
    path("ledger/<int:commitment_id>/restore/", ledger.restore, name="restore"),
    path("ledger/<int:commitment_id>/split/", regrouping.split, name="split"),
    path("ledger/<int:commitment_id>/merge/", regrouping.merge, name="merge"),
    path("plans/<int:plan_id>/ledger/", ledger.page, name="of_plan"),
    path("plans/<int:plan_id>/ledger/export/", ledger.workbook, name="export"),
    path("plans/<int:plan_id>/ledger/coverage/", coverage.page, name="coverage"),
    path("plans/<int:plan_id>/ledger/succession/", succession.page, name="succession"),
    path("plans/<int:plan_id>/ledger/succession/carry/", succession.carry, name="carry"),
    path("plans/<int:plan_id>/ledger/succession/confirm/", succession.confirm, name="confirm_succession"),
    path("plans/<int:plan_id>/ledger/succession/gone/", succession.settle_gone, name="settle_gone"),
    path("plans/<int:plan_id>/ledger/suggestions/", suggestions.page, name="adopt"),
    path("plans/<int:plan_id>/ledger/suggestions/adopt/", suggestions.adopt, name="adopt_chosen"),
    path("plans/<int:plan_id>/ledger/suggestions/set-aside/", suggestions.set_aside, name="set_aside"),
    path("plans/<int:plan_id>/ledger/suggestions/<str:key>/", suggestions.edit, name="edit"),
]
