"""A program carries a plan from suggestions to a signed duty, with the permissions of the people it acts for."""

from datetime import date

import pytest

from taizhang.office.commitments.models import Commitment
from taizhang.office.commitments.selectors.readings import current_version_id
from taizhang.office.organisations.services import demonstration as organisations
from taizhang.office.plans.life import resolutions


@pytest.fixture
def in_force(small_plan, clerk, person):
    """The plan, registered as approved by two people."""
    version_id = current_version_id(small_plan.id)
    decision = resolutions.Decision(version_id, "县人大", "决议〔2024〕1号", date(2024, 2, 1), "数字以决议为准")
    entered = resolutions.enter(plan_id=small_plan.id, decision=decision, by=clerk, today=date(2024, 3, 1))
    resolutions.confirm(resolution_id=entered.pk, by=person("planner"))
    return small_plan


@pytest.fixture
def bureau(program, clerk):
    return program(clerk)


@pytest.fixture
def adopted(bureau, small_plan):
    keys = [each["key"] for each in bureau.get(f"/plans/{small_plan.id}/suggestions")[1]["items"]]
    status, done = bureau.send("POST", f"/plans/{small_plan.id}/suggestions/adopt", {"keys": keys})
    assert status == 200
    return done["commitment_ids"]


def test_a_promise_is_handed_out_and_signed_for(bureau, program, person, adopted, in_force):
    organisations.seed()
    unit = bureau.get("/organisations", words="统计局")[1]["items"][0]["id"]
    draft = {"revision": 0, "lead_id": unit, "due_on": "2024-12-31", "steps": [{"period": "2024-Q2", "words": "过半"}]}
    status, drafted = bureau.send("PUT", f"/commitments/{adopted[0]}/assignment", draft)
    assert (status, drafted["state"], drafted["duties"][0]["organisation_id"]) == (200, "draft", unit)
    assert bureau.send("PUT", f"/commitments/{adopted[0]}/assignment", draft)[0] == 409  # somebody saved it since
    chosen = {"commitment_ids": [adopted[0]]}
    assert bureau.send("POST", "/assignments/hand-out", chosen)[1]["assignment_ids"] == [drafted["id"]]
    assert bureau.send("POST", "/assignments/hand-out", chosen)[0] in {200, 409}  # pressed twice, handed out once
    reporter, stranger = program(person("reporter", unit)), program(person("reporter"))
    assert [each["commitment_id"] for each in reporter.get("/assignments")[1]["items"]] == [adopted[0]]
    assert stranger.get("/assignments")[1]["count"] == 0
    assert stranger.get(f"/assignments/{drafted['id']}")[0] == 403
    duty = reporter.get("/duties")[1]["items"][0]["id"]
    assert stranger.send("POST", "/duties/sign", {"duty_ids": [duty]})[0] in {403, 404, 409}
    question = reporter.send("POST", f"/duties/{duty}/questions", {"words": "口径如何"})[1]
    assert (
        bureau.send("POST", f"/questions/{question['id']}/answer", {"words": "按统计口径"})[1]["answer"] == "按统计口径"
    )
    assert reporter.send("POST", "/duties/sign", {"duty_ids": [duty]})[1]["assignment_ids"] == [drafted["id"]]
    assert reporter.get(f"/assignments/{drafted['id']}")[1]["duties"][0]["signed_at"]


def test_a_unit_that_is_not_in_the_registry_is_not_taken(bureau, adopted):
    status, said = bureau.send("PUT", f"/commitments/{adopted[0]}/assignment", {"lead_id": 987654})
    assert status == 422
    assert "名册" in said["message"]


def test_a_finding_is_dealt_with_by_one_and_confirmed_by_another(bureau, program, person, small_plan):
    found = bureau.get(f"/plans/{small_plan.id}/findings")[1]["items"]
    text = bureau.get(f"/plans/{small_plan.id}/text")[1]["text"]
    assert all(text[place["start"] : place["end"]] == place["quote"] for each in found for place in each["evidence"])
    error = next(each for each in found if each["severity"] == "error")
    done = bureau.send("POST", f"/findings/{error['id']}/dispose", {"action": "accepted", "reason": "以附表为准"})[1]
    assert done["needs_second_person"]
    assert bureau.send("POST", f"/findings/{error['id']}/confirm")[0] == 403
    assert program(person("planner")).send("POST", f"/findings/{error['id']}/confirm")[0] == 200


def test_the_chain_of_the_log_can_be_fetched_whole(bureau, program, person, small_plan):
    auditor = program(person("inspector"))
    entries = auditor.get("/audit")[1]
    assert [each["sequence"] for each in entries] == list(range(1, len(entries) + 1))
    assert bureau.get("/audit")[0] == 403


def test_adopting_twice_makes_nothing_twice(bureau, small_plan, adopted):
    assert bureau.get(f"/plans/{small_plan.id}/suggestions")[1]["count"] == 0
    assert bureau.get("/commitments")[1]["count"] == len(adopted)
    keys = ["s1", "c1"]
    assert bureau.send("POST", f"/plans/{small_plan.id}/suggestions/adopt", {"keys": keys})[0] == 409


def test_a_commitment_leads_to_its_sentence(bureau, small_plan, adopted):
    text = bureau.get(f"/plans/{small_plan.id}/text")[1]["text"]
    commitment = bureau.get(f"/commitments/{adopted[0]}")[1]
    assert text[commitment["sentence_start"] : commitment["sentence_end"]] == commitment["sentence"]
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in commitment["sources"])


def test_a_stale_change_is_refused_and_overwrites_nothing(bureau, adopted):
    path = f"/commitments/{adopted[0]}"
    revision = bureau.get(path)[1]["revision"]
    first = bureau.send("PATCH", path, {"revision": revision, "changes": {"title": "先到的说法"}})
    assert first[0] == 200
    status, said = bureau.send("PATCH", path, {"revision": revision, "changes": {"title": "后到的说法"}})
    assert status == 409
    assert "已被别人修改" in said["message"]
    assert Commitment.objects.get(id=adopted[0]).title == "先到的说法"


def test_a_change_must_keep_the_rules_of_the_form(bureau, adopted):
    revision = bureau.get(f"/commitments/{adopted[0]}")[1]["revision"]
    body = {"revision": revision, "changes": {"title": "", "colour": "red"}}
    status, said = bureau.send("PATCH", f"/commitments/{adopted[0]}", body)
    assert status == 422
    assert {each["field"] for each in said["fields"]} == {"body.changes.title", "body.changes.colour"}


def test_what_was_done_stands_in_the_history(bureau, adopted):
    bureau.send("POST", f"/commitments/{adopted[0]}/withdraw", {"reason": "重复"})
    history = bureau.get(f"/commitments/{adopted[0]}/history")[1]["items"]
    assert [each["action"] for each in history] == ["adopted", "withdrawn"]
    assert history[1]["reason"] == "重复"
    bureau.send("POST", f"/commitments/{adopted[0]}/restore")
    assert bureau.get(f"/commitments/{adopted[0]}")[1]["status"] == "adopted"
