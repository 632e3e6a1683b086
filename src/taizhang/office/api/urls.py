"""Addresses of the API (接口的网址): operations under ``v1/``, the pages about them beside."""

from django.urls import URLPattern, URLResolver, include, path

from taizhang.office.api import views
from taizhang.office.api.interface import api

app_name = "api_pages"


def _without_sign_in(found: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Operations ask for a token themselves (``doorkeeping``); the site's sign-in page is of no use to a program."""
    for each in found:
        if isinstance(each, URLPattern):
            each.callback.login_required = False  # type: ignore[attr-defined]  # as login_not_required does
    return found


operations, _name, namespace = api.urls
urlpatterns = [
    path("v1/", include((_without_sign_in(operations), "api"), namespace=namespace)),
    path("", views.reference, name="reference"),
    path("openapi.json", views.description, name="description"),
    path("tokens/", views.own_tokens, name="tokens"),
    path("tokens/<int:token_id>/revoke/", views.revoke, name="revoke"),
    path("tokens/slot/", views.account_slot, name="account_slot"),
]
