"""My account: who I am, my roles, how I sign in, where I am signed in; nobody else's."""

import pytest
from django.test import Client

from taizhang.office.accounts.recovery import renew_codes


def test_it_says_who_i_am_and_what_i_may(signed_in, clerk):
    page = signed_in.get("/account/").content.decode()
    for words in ("办事员甲", "clerk", "发改综合科", "还可以使用 90 天", "还没有启用"):
        assert words in page


def test_it_says_how_many_recovery_codes_are_left(signed_in, enrolled):
    renew_codes(enrolled)
    page = signed_in.get("/account/").content.decode()
    assert "动态口令已启用" in page
    assert "恢复码还剩 10 个" in page


def test_whoever_must_have_a_second_factor_changes_the_telephone_rather_than_giving_it_up(
    signed_in, enrolled, settings
):
    assert "停用动态口令？" in signed_in.get("/account/").content.decode()
    settings.TOTP_REQUIRED = "everyone"
    page = signed_in.get("/account/").content.decode()
    assert "更换手机？" in page
    assert "停用动态口令？" not in page


def test_a_made_up_person_has_no_password_to_change(signed_in, clerk):
    clerk.set_unusable_password()
    clerk.save()
    signed_in.force_login(clerk)
    page = signed_in.get("/account/").content.decode()
    assert "演示人员没有密码" in page
    assert "/account/password/" not in page


def test_other_floors_hang_their_part_in(signed_in, settings):
    settings.ACCOUNT_SLOTS = ("accounts:deputies", "nowhere:at_all")
    page = signed_in.get("/account/").content.decode()
    assert 'hx-get="/account/deputies/"' in page


@pytest.mark.parametrize("path", ["/account/", "/account/password/", "/account/second-factor/"])
def test_a_stranger_sees_none_of_it(client, path):
    assert client.get(path, REMOTE_ADDR="10.0.0.1").headers["Location"].startswith("/sign-in/")


def test_many_sessions_cost_no_more_queries_than_one(signed_in, clerk, django_assert_max_num_queries):
    counts = []
    for more in (1, 12):
        for _ in range(more):
            Client().force_login(clerk)
        signed_in.get("/account/")
        with django_assert_max_num_queries(12) as asked:
            signed_in.get("/account/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
