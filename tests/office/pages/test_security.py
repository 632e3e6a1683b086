"""What every answer has in common: nobody unknown comes in, and nothing is loaded from elsewhere."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from taizhang.office.api.doorkeeping import TokenHeader
from taizhang.office.api.interface import api

OPEN_TO_ALL = {
    "accounts:sign_in",
    "accounts:second_step",
    "accounts:start_over",
    "accounts:idle_sign_out",
    "accounts:enter_demonstration",
    "set_language",
    "pages:health",
}


def addresses(resolver, space=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.app_name}:" if pattern.app_name else space
            yield from addresses(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", pattern.callback


def test_every_page_but_the_way_in_demands_a_sign_in():
    pages = ((name, view) for name, view in addresses(get_resolver()) if not name.startswith("api:"))
    for name, view in pages:
        assert getattr(view, "login_required", True) is not (name in OPEN_TO_ALL), name


def test_every_operation_of_the_api_demands_a_token():
    every = {
        operation
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
    }
    assert len(every) > 20
    assert all(isinstance(asked, TokenHeader) for each in every for asked in each.auth_callbacks)
    assert all(each.auth_callbacks for each in every)


def test_a_stranger_is_sent_to_sign_in(client):
    answer = client.get("/plans/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/")


def test_no_page_may_load_anything_from_elsewhere(client):
    policy = client.get("/sign-in/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/plans/", "/design/"])
def test_pages_carry_no_inline_style_or_script(signed_in, path):
    page = signed_in.get(path).content.decode()
    assert " style=" not in page
    assert "onclick" not in page
    assert "<script>" not in page
    assert "<style" not in page


def test_the_site_says_it_is_alive_without_a_sign_in(client):
    assert client.get("/health/").content == b"ok"
