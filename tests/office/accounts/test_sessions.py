"""Sessions: whose they are, that signing in changes their key, and that one can end them elsewhere."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from tests.office.accounts.conftest import is_signed_in

from taizhang.office.accounts.models import Session
from taizhang.office.accounts.services.people import stop_account

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"


def test_signing_in_changes_the_key_that_somebody_may_have_prepared(clerk, client, sign_in):
    session = client.session
    session["prepared"] = True
    session.save()
    client.cookies["sessionid"] = session.session_key
    sign_in()
    assert client.session.session_key != session.session_key
    assert not Session.objects.filter(session_key=session.session_key).exists()


def test_so_does_each_step_where_there_are_two(enrolled, client, sign_in, app):
    session = client.session
    session["prepared"] = True
    session.save()
    client.cookies["sessionid"] = session.session_key
    sign_in()
    between = client.session.session_key
    assert between != session.session_key
    client.post("/sign-in/code/", {"code": app(enrolled)})
    assert client.session.session_key != between


def test_a_session_knows_whose_it_is_and_where_from(clerk, client, sign_in):
    sign_in(HTTP_USER_AGENT=WINDOWS)
    row = Session.objects.get()
    assert (row.user, row.address, row.browser) == (clerk, "127.0.0.1", WINDOWS)
    assert row.begun_at == row.seen_at
    page = client.get("/account/").content.decode()
    assert "Chrome · Windows" in page
    assert row.session_key not in page


def test_one_session_elsewhere_is_ended_and_this_one_is_not(signed_in, clerk, recorded):
    elsewhere = [Client(), Client()]
    for each in elsewhere:
        each.force_login(clerk)
    page = signed_in.get("/account/")
    marks = [each.mark for each in page.context["sessions"]]
    assert page.context["sessions"][0].is_this
    assert len(marks) == 3
    signed_in.post(f"/account/sessions/{marks[1]}/end/")
    assert sorted(is_signed_in(each) for each in elsewhere) == [False, True]
    signed_in.post(f"/account/sessions/{marks[0]}/end/")
    assert is_signed_in(signed_in)
    assert recorded() == ["accounts.sessions_ended"]


def test_all_sessions_elsewhere_are_ended_at_once(signed_in, clerk, person):
    other, stranger = Client(), Client()
    other.force_login(clerk)
    stranger.force_login(person("planner"))
    signed_in.post("/account/sessions/end-others/")
    assert [is_signed_in(each) for each in (signed_in, other, stranger)] == [True, False, True]


def test_nobody_ends_anothers_session(signed_in, person):
    stranger = Client()
    stranger.force_login(person("planner"))
    mark = stranger.get("/account/").context["sessions"][0].mark
    signed_in.post(f"/account/sessions/{mark}/end/")
    assert is_signed_in(stranger)


def test_stopping_an_account_ends_what_is_going_on(signed_in, clerk, system_administrator):
    stop_account(user_id=clerk.pk, by=system_administrator)
    assert signed_in.get("/account/").status_code == 302
    assert not Session.objects.filter(user=clerk).exists()


def test_signing_out_leaves_no_session_behind(signed_in, clerk):
    signed_in.post("/sign-out/")
    assert not Session.objects.filter(user=clerk).exists()


@pytest.mark.parametrize("https", [True, False])
def test_cookies_are_closed_to_scripts_and_other_sites(clerk, client, sign_in, settings, https):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = https
    client.get("/sign-in/")
    cookies = client.cookies | sign_in().cookies
    for name in ("sessionid", "csrftoken"):
        assert cookies[name]["httponly"], name
        assert cookies[name]["samesite"] == "Lax", name
        assert bool(cookies[name]["secure"]) is https, name


def test_pages_with_secrets_are_kept_by_no_browser(signed_in):
    for path in ("/account/password/", "/account/second-factor/"):
        assert "no-store" in signed_in.get(path).headers["Cache-Control"], path


def test_a_made_up_person_takes_over_from_whoever_was_there(signed_in, person, settings):
    settings.DEMO = True
    other = person("planner")
    other.is_demonstration = True
    other.save()
    before = signed_in.session.session_key
    signed_in.post("/sign-in/demonstration/", {"person": other.username})
    assert signed_in.session[SESSION_KEY] == str(other.pk)
    assert signed_in.session.session_key != before
