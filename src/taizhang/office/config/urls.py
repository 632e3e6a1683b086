"""Addresses (网址): which app answers where."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("taizhang.office.pages.urls")),
    path("language/", login_not_required(set_language), name="set_language"),
    path("", include("taizhang.office.accounts.urls")),
    path("organisations/", include("taizhang.office.organisations.urls")),
    path("audit/", include("taizhang.office.audit.urls")),
    path("plans/", include("taizhang.office.plans.urls")),
    path("", include("taizhang.office.findings.urls")),
    path("", include("taizhang.office.commitments.urls")),
    path("", include("taizhang.office.desk.urls")),
    path("api/", include("taizhang.office.api.urls")),
    path("", include("taizhang.office.assignments.urls")),
]
handler400 = "taizhang.office.pages.views.bad_request"
handler403 = "taizhang.office.pages.views.forbidden"
handler404 = "taizhang.office.pages.views.not_found"
handler500 = "taizhang.office.pages.views.server_error"
