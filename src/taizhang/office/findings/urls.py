"""Addresses of findings (核校的网址)."""

from django.urls import path

from taizhang.office.findings.views import deeds, pages

app_name = "findings"
urlpatterns = [
    path("plans/<int:plan_id>/findings/", pages.findings, name="of_plan"),
    path("plans/<int:plan_id>/findings/badge/", pages.badge, name="badge"),
    path("plans/<int:plan_id>/findings/progress/", pages.progress, name="progress"),
    path("plans/<int:plan_id>/findings/changes/", pages.changes, name="changes"),
    path("plans/<int:plan_id>/findings/commented/", pages.commented, name="commented"),
    path("plans/<int:plan_id>/findings/again/", deeds.check_again, name="check_again"),
    path("plans/<int:plan_id>/findings/new-version/", deeds.new_version, name="new_version"),
    path(
        "plans/<int:plan_id>/findings/new-version/<int:version_id>/remove/", deeds.remove_version, name="remove_version"
    ),
    path("findings/<int:finding_id>/dispose/", deeds.dispose, name="dispose"),
    path("findings/<int:finding_id>/confirm/", deeds.confirm, name="confirm"),
    path("findings/<int:finding_id>/take-back/", deeds.take_back, name="take_back"),
]
