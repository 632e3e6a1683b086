"""One commitment with its chain of custody."""

from decimal import Decimal

from taizhang.office.commitments import services
from taizhang.office.commitments.selectors.story import get_story


def test_the_chain_leads_from_the_document_to_whoever_adopted_it(adopted, clerk, plan):
    told = get_story(adopted.id)
    assert told.commitment.version.plan == plan
    assert told.clause == "地区生产总值增长6%左右；"
    assert [(saying.quote, saying.is_in_annex) for saying in told.promises] == [("6%", False), ("6左右", True)]
    assert [saying.quote for saying in told.baselines] == ["5.2"]
    (event,) = told.events
    assert (event.action, event.by) == ("adopted", clerk.name)


def test_changes_are_told_as_people_read_them(adopted, clerk):
    changes = {"bound": "at_least", "value": Decimal("6.5"), "value_high": Decimal(7)}
    services.amend(commitment_id=adopted.id, revision=adopted.revision, changes=changes, by=clerk, reason="常务会议")
    event = get_story(adopted.id).events[-1]
    assert event.reason == "常务会议"
    assert {(change.label, change.old, change.new) for change in event.changes} == {
        ("界限", "左右", "以上"),
        ("目标值", "6", "6.5"),
        ("目标值上限", "", "7"),
    }


def test_what_may_be_done_next_follows_from_the_status(adopted, clerk):
    assert (get_story(adopted.id).is_adopted, get_story(adopted.id).is_in_force) == (True, True)
    services.withdraw(commitment_id=adopted.id, reason="重复", by=clerk)
    assert (get_story(adopted.id).is_adopted, get_story(adopted.id).is_in_force) == (False, False)


def test_status_changes_are_told_by_their_name_alone(adopted, clerk):
    services.withdraw(commitment_id=adopted.id, reason="重复", by=clerk)
    event = get_story(adopted.id).events[-1]
    assert (event.label, event.changes) == ("撤回", ())
