"""Lockout: guessing stops after five tries, tells nothing about who exists, and ends by itself or by the administrator."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import get_hasher
from django.utils import timezone
from tests.office.accounts.conftest import PASSWORD, is_signed_in

from taizhang.office.audit.models import AuditEntry


def fail(sign_in, times, **how):
    for _ in range(times):
        answer = sign_in(**({"password": "guess"} | how))
    return answer


def test_the_fifth_failure_locks_and_the_right_password_no_longer_opens(clerk, sign_in, client):
    assert fail(sign_in, 4).status_code == 200
    answer = fail(sign_in, 1)
    assert answer.status_code == 429
    assert "请 15 分钟后再试，或请系统管理员解锁" in answer.content.decode()
    assert sign_in().status_code == 429
    assert not is_signed_in(client)


def test_it_opens_again_when_the_time_is_over(clerk, sign_in, client):
    fail(sign_in, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14, seconds=30))
    assert "请 1 分钟后再试" in sign_in().content.decode()
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    sign_in()
    assert is_signed_in(client)


def test_trying_on_does_not_make_it_longer(clerk, sign_in):
    fail(sign_in, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=10))
    fail(sign_in, 3)
    assert "请 5 分钟后再试" in sign_in().content.decode()


def test_a_right_password_forgets_the_failures_before_it(clerk, sign_in, client):
    fail(sign_in, 4)
    sign_in()
    client.post("/sign-out/")
    assert fail(sign_in, 4).status_code == 200


def test_somebody_elsewhere_is_not_locked_out_with_them(clerk, sign_in, client):
    fail(sign_in, 5, REMOTE_ADDR="10.0.0.7")
    sign_in(REMOTE_ADDR="10.0.0.8")
    assert is_signed_in(client)


def test_behind_a_trusted_proxy_the_visitors_own_address_counts(clerk, sign_in, client, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    fail(sign_in, 5, HTTP_X_FORWARDED_FOR="10.0.0.7")
    assert sign_in(HTTP_X_FORWARDED_FOR="10.0.0.7").status_code == 429
    sign_in(HTTP_X_FORWARDED_FOR="10.0.0.8")
    assert is_signed_in(client)


def test_a_forged_header_does_not_help_whoever_comes_without_a_proxy(clerk, sign_in):
    for number in range(5):
        sign_in(password="guess", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")
    assert sign_in(HTTP_X_FORWARDED_FOR="10.0.0.99").status_code == 429


def test_nonsense_from_a_trusted_proxy_still_counts(clerk, sign_in, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    assert fail(sign_in, 5, HTTP_X_FORWARDED_FOR="no address").status_code == 429


def test_neither_message_nor_lock_tells_whether_a_name_exists(clerk, sign_in):
    known = [sign_in("clerk", "guess") for _ in range(6)]
    unknown = [sign_in("nobody", "guess") for _ in range(6)]
    assert [each.status_code for each in known] == [each.status_code for each in unknown]
    words = [each.content.decode().replace("nobody", "clerk") for each in (known[-1], unknown[-1])]
    assert words[0].count("已暂停登录") == words[1].count("已暂停登录") == 1


def test_a_stopped_account_says_no_more_than_a_wrong_password(clerk, sign_in):
    clerk.is_active = False
    clerk.save()
    assert "用户名或密码不对" in sign_in().content.decode()


@pytest.mark.parametrize("username", ["clerk", "nobody", "stopped"])
def test_every_refusal_costs_the_same_hashing(clerk, person, sign_in, monkeypatch, username):
    """Time tells nothing: one password is hashed whether the name exists, is stopped, or not."""
    stopped = person("planner", username="stopped")
    stopped.is_active = False
    stopped.save()
    hashed = []
    hasher = type(get_hasher())
    encode = hasher.encode
    monkeypatch.setattr(hasher, "encode", lambda *given, **named: hashed.append(1) or encode(*given, **named))
    sign_in(username, "guess")
    assert len(hashed) == 1


def test_locking_is_recorded_once_and_no_name_is_kept_in_the_clear(clerk, sign_in, recorded):
    fail(sign_in, 7)
    assert recorded().count("accounts.locked") == 1
    assert AuditEntry.objects.get(action="accounts.locked").title == "clerk"
    fail(sign_in, 1, username="my secret password")
    kept = AccessAttempt.objects.values_list("username", "post_data", "get_data")
    assert "secret" not in str(list(kept))
    assert "clerk" not in str(list(kept))
    assert "guess" not in str(list(kept))


def test_the_system_administrator_unlocks(clerk, system_administrator, sign_in, client, recorded):
    fail(sign_in, 5)
    client.force_login(system_administrator)
    assert "暂时锁定" in client.get("/people/?state=locked").content.decode()
    assert "现在解锁" in client.get(f"/people/{clerk.pk}/").content.decode()
    client.post(f"/people/{clerk.pk}/unlock/")
    assert recorded()[-1] == "accounts.unlocked"
    client.post("/sign-out/")
    sign_in(password=PASSWORD)
    assert is_signed_in(client)


def test_limits_are_the_sites_own(clerk, sign_in, settings):
    settings.AXES_FAILURE_LIMIT, settings.AXES_COOLOFF_TIME = 2, timedelta(minutes=45)
    assert "请 45 分钟后再试" in fail(sign_in, 2).content.decode()
