"""Tokens let programs do no more than was said, for no longer than was said."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from taizhang.office.api import tokens
from taizhang.office.api.models import Token
from taizhang.office.audit.models import AuditEntry


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


def test_a_caller_without_a_token_is_told_how_to_get_one(client, db):
    answer = client.get("/api/v1/plans")
    assert answer.status_code == 401
    assert "令牌" in answer.json()["message"]
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_session_of_a_browser_opens_nothing(signed_in):
    assert signed_in.get("/api/v1/plans").status_code == 401


def test_a_token_does_only_what_it_was_made_for(program, clerk, small_plan):
    reader = program(clerk, "plans.view")
    assert reader.get("/plans")[0] == 200
    status, said = reader.get("/organisations")
    assert status == 403
    assert "权限" in said["message"]


def test_a_refusal_stands_in_the_audit_log(program, clerk):
    program(clerk, "plans.view").get("/organisations")
    refused = AuditEntry.objects.get(action="access.refused")
    assert refused.name == "办事员甲"
    assert "organisations.view" in refused.details


def test_a_token_can_be_given_only_what_its_person_may(clerk):
    with pytest.raises(tokens.NothingAllowedError):
        tokens.issue(user=clerk, name="看日志", actions=["audit.read"], expires_on=tomorrow())


def test_a_token_loses_what_its_person_loses(program, clerk):
    reader = program(clerk, "plans.view")
    clerk.memberships.update(valid_to=timezone.localdate())
    assert reader.get("/plans")[0] == 403


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_token_ends_within_a_year(clerk, days):
    until = timezone.localdate() + timedelta(days=days)
    with pytest.raises(tokens.TooLongError):
        tokens.issue(user=clerk, name="程序", actions=["plans.view"], expires_on=until)


def test_an_expired_token_opens_nothing(program, clerk):
    reader = program(clerk)
    Token.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert reader.get("/plans")[0] == 401


def test_a_token_of_a_person_who_was_stopped_opens_nothing(program, clerk):
    reader = program(clerk)
    clerk.is_active = False
    clerk.save()
    assert reader.get("/plans")[0] == 401


def test_a_token_waits_until_its_person_has_taken_a_password_of_their_own(program, clerk):
    reader = program(clerk)
    clerk.must_change_password = True
    clerk.save()
    assert reader.get("/plans")[0] == 401


def test_a_revoked_token_opens_nothing(program, clerk):
    reader = program(clerk)
    tokens.revoke(token_id=Token.objects.get().id, by=clerk)
    assert reader.get("/plans")[0] == 401


def test_nobody_revokes_the_token_of_another(program, clerk, person):
    program(clerk)
    with pytest.raises(tokens.NoSuchTokenError):
        tokens.revoke(token_id=Token.objects.get().id, by=person("planner"))


def test_the_token_itself_is_kept_nowhere(clerk):
    words = tokens.issue(user=clerk, name="程序", actions=["plans.view"], expires_on=tomorrow()).words
    kept = " ".join(map(str, Token.objects.values_list().get()))
    assert words not in kept
    assert words[tokens.SHOWN :] not in kept


def test_a_person_makes_a_token_sees_it_once_and_revokes_it(signed_in):
    page = signed_in.post("/api/tokens/", {"name": "月报", "expires_on": tomorrow(), "actions": ["plans.view"]})
    words = re.search(r'value="(tz_[^"]+)"', page.content.decode())[1]
    headers = {"authorization": f"Bearer {words}"}
    assert signed_in.get("/api/v1/plans", headers=headers).status_code == 200
    assert words not in signed_in.get("/api/tokens/").content.decode()
    signed_in.post(f"/api/tokens/{Token.objects.get().id}/revoke/")
    assert signed_in.get("/api/v1/plans", headers=headers).status_code == 401


def test_a_token_for_nothing_is_not_made(signed_in):
    page = signed_in.post("/api/tokens/", {"name": "", "expires_on": tomorrow()})
    assert page.status_code == 422
    assert "请写明用途" in page.content.decode()
    assert not Token.objects.exists()
