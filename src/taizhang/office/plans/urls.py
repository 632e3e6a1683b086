"""Addresses of plans (计划的网址)."""

from django.urls import path

from taizhang.office.plans import views
from taizhang.office.plans.comments import views as comments
from taizhang.office.plans.differences import views as differences
from taizhang.office.plans.extracts import views as extracts
from taizhang.office.plans.life import views as life

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("upload/", views.upload, name="upload"),
    path("<int:plan_id>/", views.plan_home, name="home"),
    path("<int:plan_id>/progress/", views.progress, name="progress"),
    path("<int:plan_id>/read-again/", views.read_again, name="read_again"),
    path("<int:plan_id>/versions/", views.new_version, name="new_version"),
    path("<int:plan_id>/remove/", views.remove, name="remove"),
    path("<int:plan_id>/file/", views.download, name="file"),
    path("<int:plan_id>/text/", views.text, name="text"),
    path("<int:plan_id>/indicators/", views.indicators, name="indicators"),
    path("<int:plan_id>/life/", life.life, name="life"),
    path("<int:plan_id>/life/next/", life.next_moves, name="next_moves"),
    path("<int:plan_id>/life/<str:code>/", life.move, name="move"),
    path("<int:plan_id>/resolution/", life.enter_resolution, name="enter_resolution"),
    path("resolutions/<int:resolution_id>/", life.resolution, name="resolution"),
    path("resolutions/<int:resolution_id>/confirm/", life.confirm, name="confirm_resolution"),
    path("resolutions/<int:resolution_id>/refuse/", life.refuse, name="refuse_resolution"),
    path("resolutions/<int:resolution_id>/annul/", life.ask_annulment, name="ask_annulment"),
    path("resolutions/<int:resolution_id>/annul/drop/", life.drop_annulment, name="drop_annulment"),
    path("resolutions/<int:resolution_id>/annul/confirm/", life.annul, name="annul"),
    path("resolutions/<int:resolution_id>/scan/", life.scan, name="scan"),
    path("resolutions/<int:resolution_id>/text/", life.frozen_text, name="frozen_text"),
    path("<int:plan_id>/comments/", comments.comments, name="comments"),
    path("<int:plan_id>/comments/ask/", comments.open_round, name="open_round"),
    path("<int:plan_id>/comments/text/", comments.read_and_comment, name="comment_text"),
    path("<int:plan_id>/comments/export/", comments.export, name="export_comments"),
    path("rounds/<int:round_id>/", comments.change_round, name="change_round"),
    path("rounds/<int:round_id>/close/", comments.close_round, name="close_round"),
    path("rounds/<int:round_id>/comment/", comments.comment, name="comment"),
    path("rounds/<int:round_id>/reply/", comments.reply, name="reply"),
    path("comments/<int:comment_id>/answer/", comments.answer, name="answer_comment"),
    path("comments/<int:comment_id>/withdraw/", comments.withdraw, name="withdraw_comment"),
    path("<int:plan_id>/differences/", differences.differences, name="differences"),
    path("versions/<int:version_id>/extract/", extracts.extract, name="extract"),
    path("extracts/<int:extract_id>/", extracts.certified, name="certified"),
    path("extracts/<int:extract_id>/word/", extracts.word, name="extract_word"),
    path("<int:plan_id>/extracts/", extracts.register, name="extracts"),
    path("statements/<int:statement_id>/", views.statement, name="statement"),
    path("cells/<int:cell_id>/", views.cell, name="cell"),
]
