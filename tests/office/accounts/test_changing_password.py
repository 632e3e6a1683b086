"""Changing a password: at the first sign-in, when it has grown old, and whenever one likes."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.office.accounts.conftest import PASSWORD, is_signed_in

from taizhang.office.accounts.models import Session, User
from taizhang.office.accounts.services.passwords import change_own_password, give_one_time_password

NEW = "Rivers-4-Stones"


@pytest.fixture
def newcomer(clerk):
    """The clerk, who was given a password by somebody else."""
    clerk.handed_over = give_one_time_password(clerk)
    return clerk


def change(client, present, new=NEW, again=None, **more):
    typed = {"present": present, "new": new, "again": new if again is None else again} | more
    return client.post("/account/password/", typed)


def test_a_one_time_password_opens_nothing_but_its_own_change(newcomer, sign_in, client):
    sign_in(password=newcomer.handed_over)
    for path in ("/plans/", "/organisations/", "/account/", "/audit/"):
        answer = client.get(path)
        assert answer.headers["Location"].startswith("/account/password/"), path
    assert client.post("/account/sessions/end-others/").headers["Location"] == "/account/password/"
    assert client.get("/plans/", headers={"HX-Request": "true"}).headers["HX-Redirect"] == "/account/password/"


def test_afterwards_everything_opens_and_one_is_where_one_wanted_to_be(newcomer, sign_in, client):
    sign_in(password=newcomer.handed_over)
    page = client.get("/plans/", follow=True).content.decode()
    assert "一次性密码" in page
    assert 'name="next" value="/plans/"' in page
    answer = change(client, newcomer.handed_over, next="/plans/")
    assert answer.headers["Location"] == "/plans/"
    assert client.get("/plans/").status_code == 200
    assert not User.objects.get(pk=newcomer.pk).must_change_password


def test_the_language_and_the_way_out_stay_open(newcomer, sign_in, client):
    sign_in(password=newcomer.handed_over)
    client.post("/language/", {"language": "en", "next": "/account/password/"})
    assert "one-time password" in client.get("/account/password/").content.decode()
    client.post("/sign-out/")
    assert not is_signed_in(client)


def test_the_one_time_password_may_not_be_kept(newcomer, sign_in, client):
    sign_in(password=newcomer.handed_over)
    page = change(client, newcomer.handed_over, newcomer.handed_over).content.decode()
    assert "不能与最近五次用过的密码相同" in page


def test_an_old_password_must_be_changed_first(clerk, sign_in, client, settings):
    User.objects.filter(pk=clerk.pk).update(password_changed_at=timezone.now() - timedelta(days=91))
    sign_in()
    assert client.get("/plans/").headers["Location"].startswith("/account/password/")
    assert "已到期限" in client.get("/account/password/").content.decode()
    settings.PASSWORD_DAYS = 180
    assert client.get("/plans/").status_code == 200


def test_a_made_up_person_has_no_password_to_grow_old(clerk, client):
    clerk.set_unusable_password()
    clerk.password_changed_at = timezone.now() - timedelta(days=400)
    clerk.save()
    client.force_login(clerk)
    assert client.get("/plans/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"present": "wrong"}, "现在的密码不对"),
        ({"again": "Rivers-4-Stone"}, "两遍新密码不一样"),
        ({"new": "short", "again": "short"}, "至少 10 个字符"),
        ({"new": "Clerk-2026-xx", "again": "Clerk-2026-xx"}, "不能含有姓名或用户名"),
        ({"new": PASSWORD, "again": PASSWORD}, "最近五次"),
        ({"new": ""}, "请输入新密码"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_changes(signed_in, clerk, typed, told):
    page = signed_in.post("/account/password/", {"present": PASSWORD, "new": NEW, "again": NEW} | typed)
    assert told in page.content.decode()
    assert User.objects.get(pk=clerk.pk).check_password(PASSWORD)


def test_none_of_the_last_five_may_be_taken_again(clerk):
    taken = [f"Rivers-{number}-Stones" for number in range(6)]
    for password in taken:
        change_own_password(user=clerk, password=password, session_key=None)
    kept = User.objects.get(pk=clerk.pk).credentials.former_passwords
    assert len(kept) == 5
    assert not any(password in str(kept) for password in taken)


def test_former_passwords_are_refused_until_they_are_long_ago(signed_in, clerk):
    change_own_password(user=clerk, password="Rivers-0-Stones", session_key=signed_in.session.session_key)
    signed_in.force_login(clerk)
    assert "最近五次" in change(signed_in, "Rivers-0-Stones", "Rivers-0-Stones").content.decode()
    for number in range(1, 6):
        change_own_password(user=clerk, password=f"Rivers-{number}-Stones", session_key=None)
    signed_in.force_login(clerk)
    assert change(signed_in, "Rivers-5-Stones", "Rivers-0-Stones").status_code == 302


def test_changing_it_ends_every_other_session_and_keeps_this_one(signed_in, clerk, recorded):
    elsewhere = Client()
    elsewhere.force_login(clerk)
    before = signed_in.session.session_key
    assert change(signed_in, PASSWORD).headers["Location"] == "/account/"
    assert signed_in.get("/plans/").status_code == 200
    assert elsewhere.get("/plans/").status_code == 302
    assert signed_in.session.session_key != before
    assert Session.objects.filter(user=clerk).count() == 1
    assert "accounts.password_changed" in recorded()


def test_guessing_the_present_password_is_stopped_like_guessing_at_the_door(signed_in, clerk):
    for _ in range(5):
        change(signed_in, "guess")
    assert "已暂停登录" in change(signed_in, PASSWORD).content.decode()
    assert User.objects.get(pk=clerk.pk).check_password(PASSWORD)
