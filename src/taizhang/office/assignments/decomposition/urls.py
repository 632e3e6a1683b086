"""Addresses of decomposition (目标分解的网址); they stand among those of the app."""

from django.urls import path

from taizhang.office.assignments.decomposition import views

OF_COMMITMENT = "commitments/<int:commitment_id>/decomposition/"

urlpatterns = [
    path("plans/<int:plan_id>/decomposition/", views.of_plan, name="decompositions"),
    path(OF_COMMITMENT, views.one, name="decomposition"),
    path(f"{OF_COMMITMENT}edit/", views.edit, name="divide"),
    path(f"{OF_COMMITMENT}in-force/", views.put_in_force, name="put_division_in_force"),
    path(f"{OF_COMMITMENT}discard/", views.discard, name="discard_division"),
    path(f"{OF_COMMITMENT}slot/", views.of_commitment, name="decomposition_of_commitment"),
]
