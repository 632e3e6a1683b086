"""A program carries a plan from suggestions to a signed duty, with the permissions of the people it acts for."""

import pytest

from taizhang.office.commitments.models import Commitment


@pytest.fixture
def bureau(program, clerk):
    return program(clerk)


@pytest.fixture
def adopted(bureau, small_plan):
    keys = [each["key"] for each in bureau.get(f"/plans/{small_plan.id}/suggestions")[1]["items"]]
    status, done = bureau.send("POST", f"/plans/{small_plan.id}/suggestions/adopt", {"keys": keys})
    assert status == 200
    return done["commitment_ids"]


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
