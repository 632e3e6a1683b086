"""Idle sign-out: whoever does nothing is signed out and finds back; what a page asks for by itself does not count."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.office.accounts.conftest import is_signed_in, now, query_of

from taizhang.office.accounts.models import Session
from taizhang.office.accounts.sessions import SEEN


@pytest.fixture
def idle_for(signed_in):
    """As if the person had done nothing for so many minutes."""

    def set_back(minutes):
        session = signed_in.session
        session[SEEN] = now() - minutes * 60
        session.save()

    return set_back


def test_after_half_an_hour_of_nothing_one_is_signed_out_and_finds_back(signed_in, idle_for, recorded):
    idle_for(32)
    answer = signed_in.get("/design/?a=1")
    assert answer.headers["Location"].startswith("/sign-in/")
    assert query_of(answer.headers["Location"]) == {"idle": "1", "next": "/design/?a=1"}
    assert not is_signed_in(signed_in)
    assert recorded() == ["accounts.idle_signed_out"]
    page = signed_in.get(answer.headers["Location"]).content.decode()
    assert "系统已自动退出" in page
    assert 'name="next" value="/design/?a=1"' in page


def test_doing_something_keeps_one_in(signed_in, idle_for):
    idle_for(29)
    signed_in.get("/account/")
    assert now() - signed_in.session[SEEN] < 5
    assert signed_in.get("/account/").status_code == 200


def test_what_a_page_asks_for_by_itself_is_not_doing_something(signed_in, idle_for):
    idle_for(29)
    before = signed_in.session[SEEN]
    assert signed_in.get("/account/", headers={"X-By-Itself": "1"}).status_code == 200
    assert signed_in.session[SEEN] == before
    idle_for(32)
    assert signed_in.get("/account/", headers={"X-By-Itself": "1"}).status_code == 302


def test_a_fragment_takes_the_whole_page_along(signed_in, idle_for):
    idle_for(32)
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/plans/?q=1"}
    answer = signed_in.get("/account/", headers=headers)
    assert query_of(answer.headers["HX-Redirect"]) == {"idle": "1", "next": "/plans/?q=1"}


def test_a_form_sent_too_late_leads_back_to_its_page_and_to_no_other_site(signed_in, idle_for, client, clerk):
    idle_for(32)
    answer = signed_in.post("/account/sessions/end-others/", headers={"Referer": "http://testserver/account/"})
    assert query_of(answer.headers["Location"])["next"] == "/account/"
    client.force_login(clerk)
    idle_for(32)
    answer = client.post("/account/sessions/end-others/", headers={"Referer": "http://elsewhere.example/"})
    assert "next" not in query_of(answer.headers["Location"])


def test_keeping_on_is_one_request_that_says_nothing(signed_in, idle_for):
    idle_for(29)
    assert signed_in.post("/sign-in/keep/").status_code == 204
    assert now() - signed_in.session[SEEN] < 5


def test_the_end_of_the_countdown_signs_out(signed_in, recorded):
    answer = signed_in.post("/sign-out/idle/", headers={"Referer": "http://testserver/design/"})
    assert query_of(answer.headers["Location"]) == {"idle": "1", "next": "/design/"}
    assert not is_signed_in(signed_in)
    assert recorded() == ["accounts.idle_signed_out"]
    assert signed_in.post("/sign-out/idle/").status_code == 302  # in the other window too


def test_the_page_counts_down_from_the_sites_own_limit(signed_in, settings):
    settings.IDLE_TIME = timedelta(minutes=7)
    page = signed_in.get("/account/").content.decode()
    assert 'data-seconds="420"' in page
    assert "继续使用" in page
    assert "idle.js" not in signed_in.post("/sign-out/", follow=True).content.decode()


def test_noting_it_is_no_write_at_every_request(signed_in, django_assert_num_queries):
    row = Session.objects.get(user__isnull=False)
    signed_in.get("/account/")
    signed_in.get("/account/")
    assert Session.objects.get(user__isnull=False).session_data == row.session_data
    assert timezone.now() - row.seen_at < timedelta(minutes=1)
