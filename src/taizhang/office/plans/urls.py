"""Addresses of plans (计划的网址)."""

from django.urls import path

from taizhang.office.plans import views

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("upload/", views.upload, name="upload"),
    path("<int:plan_id>/", views.plan_home, name="home"),
    path("<int:plan_id>/progress/", views.progress, name="progress"),
    path("<int:plan_id>/read-again/", views.read_again, name="read_again"),
    path("<int:plan_id>/remove/", views.remove, name="remove"),
    path("<int:plan_id>/file/", views.download, name="file"),
    path("<int:plan_id>/text/", views.text, name="text"),
    path("<int:plan_id>/indicators/", views.indicators, name="indicators"),
    path("statements/<int:statement_id>/", views.statement, name="statement"),
    path("cells/<int:cell_id>/", views.cell, name="cell"),
]
