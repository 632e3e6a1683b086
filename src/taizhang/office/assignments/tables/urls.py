"""Addresses of tables (分解表的网址); they stand among those of the app."""

from django.urls import path

from taizhang.office.assignments.tables import views

OF_PLAN = "plans/<int:plan_id>/tables/"
CAME = f"{OF_PLAN}<str:layout>/<str:digest>/"

urlpatterns = [
    path(OF_PLAN, views.page, name="tables"),
    path(f"{OF_PLAN}<str:layout>.<str:media>", views.export, name="table_export"),
    path(f"{OF_PLAN}receive/", views.receive, name="table_receive"),
    path(f"{OF_PLAN}intakes/<int:intake_id>/", views.intake, name="table_intake"),
    path(f"{OF_PLAN}intakes/<int:intake_id>/undo/", views.undo, name="table_undo"),
    path(CAME, views.preview, name="table_preview"),
    path(f"{CAME}marked/", views.marked, name="table_marked"),
    path(f"{CAME}accept/", views.accept, name="table_accept"),
]
