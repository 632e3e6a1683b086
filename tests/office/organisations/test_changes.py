"""The institution changes, and nothing of it is lost."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from taizhang.office.audit.models import AuditEntry
from taizhang.office.organisations.lineage import bearers, became, came_from
from taizhang.office.organisations.models import Event, HistoryIsKeptError, Name, Organisation, Placement, Succession
from taizhang.office.organisations.selectors.holding import load_registry
from taizhang.office.organisations.services import decision as refusals
from taizhang.office.organisations.services.changes import (
    Particulars,
    adjust,
    close,
    establish,
    merge,
    move,
    rename,
    split,
)
from taizhang.office.organisations.services.decision import Decision, Draft, rehearse

EARLY, TODAY, LATE = date(2020, 1, 1), date(2024, 6, 1), date(2030, 1, 1)


def told(done):
    return [(change.whose, change.old, change.new) for change in done.changes]


def test_a_renamed_unit_is_the_same_under_another_name(district, decided):
    done = rename(
        organisation_id=district.science, name="张店区科技创新局", short_name="", decision=decided("2024-03-01")
    )
    unit = load_registry().units[district.science]
    assert (unit.name(EARLY), unit.name(TODAY)) == ("张店区科学技术局", "张店区科技创新局")
    assert unit.name(date(2024, 2, 29)) == "张店区科学技术局"
    assert (unit.short_name(EARLY), unit.short_name(TODAY)) == ("区科技局", "张店区科技创新局")
    assert told(done) == [
        ("张店区科学技术局", "张店区科学技术局", "张店区科技创新局"),
        ("张店区科技创新局", "区科技局", ""),
    ]


def test_an_event_keeps_date_document_reason_person_and_what_it_did(district, decided):
    rename(organisation_id=district.science, name="张店区科创局", short_name="", decision=decided("2024-03-01"))
    event = Event.objects.get(kind="renamed")
    assert (event.on, event.document, event.reason, event.by) == (
        date(2024, 3, 1),
        "示例编发〔2024〕1号",
        "机构改革",
        "办事员甲",
    )
    assert event.changes[0] == ["张店区科学技术局", "全称", "张店区科学技术局", "张店区科创局"]


def test_every_change_leaves_word_in_the_audit_log(district, decided, someone):
    rename(organisation_id=district.science, name="张店区科创局", short_name="", decision=decided("2024-03-01"))
    last = AuditEntry.objects.latest("sequence")
    assert (last.action, last.title, last.who) == ("organisations.renamed", "张店区科创局", someone.pk)


def test_an_alias_can_become_the_name(district, decided, names):
    rename(organisation_id=district.development, name="发改局", short_name="区发改局", decision=decided("2024-03-01"))
    assert names(district.development) == ["发改局"]
    assert names(district.development, "alias") == []


def test_a_merger_into_one_of_them_moves_the_units_below_and_ends_the_other(district, decided, make):
    centre = make("张店区科技服务中心", "other", parent=district.science)
    done = merge(
        organisation_ids=[district.development, district.science],
        into=district.development,
        decision=decided("2024-03-01"),
    )
    registry = load_registry()
    assert not registry.units[district.science].lives(TODAY)
    assert registry.units[district.science].lives(date(2024, 2, 29))
    assert registry.units[centre].parent_id(TODAY) == district.development
    assert registry.units[centre].parent_id(EARLY) == district.science
    assert done.organisation_id == district.development
    assert ("张店区科技服务中心", "张店区科学技术局", "张店区发展和改革局") in told(done)


def test_a_merger_into_a_new_unit_ends_all_of_them(district, decided):
    new = Draft("张店区财政和科技局", "department", "区财科局", district.government)
    done = merge(organisation_ids=[district.finance, district.science], into=new, decision=decided("2024-03-01"))
    registry = load_registry()
    assert bearers(registry, district.finance, TODAY) == (done.organisation_id,)
    assert bearers(registry, district.science, EARLY) == (district.science,)
    assert came_from(registry, done.organisation_id, TODAY, EARLY) == (district.finance, district.science)


def test_one_that_takes_in_its_own_parent_rises_to_its_place(district, decided, make):
    centre = make("张店区科技服务中心", "other", parent=district.science)
    merge(organisation_ids=[district.science], into=centre, decision=decided("2024-03-01"))
    assert load_registry().units[centre].parent_id(TODAY) == district.government


def test_a_split_unit_that_lives_on_has_parts(district, decided):
    done = split(
        organisation_id=district.development,
        into=[Draft("张店区数据局", "department", "区数据局", district.government)],
        survives=True,
        decision=decided("2024-03-01"),
    )
    registry = load_registry()
    part = Organisation.objects.latest("id").id
    assert done.organisation_id == district.development
    assert bearers(registry, district.development, TODAY) == (district.development,)
    assert became(registry, district.development, EARLY, TODAY) == (district.development, part)
    assert came_from(registry, part, TODAY, EARLY) == (district.development,)


def test_a_split_unit_that_ends_leaves_its_units_to_the_first_part(district, decided, make):
    centre = make("张店区科技服务中心", "other", parent=district.science)
    parts = [Draft("张店区科学局", "department"), Draft("张店区技术局", "department")]
    split(organisation_id=district.science, into=parts, survives=False, decision=decided("2024-03-01"))
    unit = load_registry().units[centre]
    assert load_registry().units[unit.parent_id(TODAY)].name(TODAY) == "张店区科学局"


def test_history_is_followed_through_rename_merger_and_split_in_a_row(district, decided):
    rename(organisation_id=district.science, name="张店区科创局", short_name="", decision=decided("2021-01-01"))
    merged = merge(
        organisation_ids=[district.science, district.finance],
        into=Draft("张店区财科局", "department"),
        decision=decided("2022-01-01"),
    ).organisation_id
    split(
        organisation_id=merged,
        into=[Draft("张店区财局", "department"), Draft("张店区科局", "department")],
        survives=False,
        decision=decided("2023-01-01"),
    )
    registry = load_registry()
    heirs = became(registry, district.science, EARLY, TODAY)
    assert [registry.units[each].name(TODAY) for each in heirs] == ["张店区财局", "张店区科局"]
    assert set(came_from(registry, heirs[0], TODAY, EARLY)) == {district.science, district.finance}
    assert became(registry, district.science, EARLY, date(2022, 6, 1)) == (merged,)


def test_a_unit_moves_with_all_below_it(district, decided, make):
    centre = make("张店区科技服务中心", "other", parent=district.science)
    move(organisation_id=district.science, parent_id=district.finance, decision=decided("2024-03-01"))
    registry = load_registry()
    above = registry.above(registry.units[centre], TODAY)
    assert [unit.id for unit in above] == [district.science, district.finance, district.government]


def test_no_unit_comes_to_stand_below_itself(district, decided):
    move(organisation_id=district.science, parent_id=district.finance, decision=decided("2024-03-01"))
    with pytest.raises(refusals.CircleError, match="张店区科学技术局"):
        move(organisation_id=district.finance, parent_id=district.science, decision=decided("2024-04-01"))
    with pytest.raises(refusals.CircleError):
        move(organisation_id=district.finance, parent_id=district.finance, decision=decided("2024-04-01"))


def test_no_circle_closes_for_a_while_before_a_move_written_down_for_later(district, decided):
    move(organisation_id=district.science, parent_id=district.finance, decision=decided("2024-01-01"))
    move(organisation_id=district.science, parent_id=district.government, decision=decided("2025-01-01"))
    with pytest.raises(refusals.CircleError):
        move(organisation_id=district.finance, parent_id=district.science, decision=decided("2024-06-01"))


def test_a_unit_with_units_below_is_not_closed(district, decided):
    with pytest.raises(refusals.StillHasUnitsError, match="张店区财政局"):
        close(organisation_id=district.government, decision=decided("2024-03-01"))


def test_a_closed_unit_stays_to_be_looked_at_and_changes_no_more(district, decided):
    close(organisation_id=district.science, decision=decided("2024-03-01"))
    unit = load_registry().units[district.science]
    assert (unit.lives(EARLY), unit.lives(TODAY), unit.name(TODAY)) == (True, False, "张店区科学技术局")
    assert bearers(load_registry(), district.science, TODAY) == ()
    with pytest.raises(refusals.EndedError):
        rename(organisation_id=district.science, name="别的局", short_name="", decision=decided("2024-04-01"))


def test_a_name_is_free_again_once_its_bearer_has_gone(district, decided):
    close(organisation_id=district.science, decision=decided("2024-03-01"))
    draft = Draft("张店区科学技术局", "department", "区科技局", district.government)
    again = establish(draft=draft, decision=decided("2024-05-01")).organisation_id
    assert load_registry().units[again].name(TODAY) == "张店区科学技术局"


@pytest.mark.parametrize("words", ["区发改局", "张店区财政局", "区 财 政 局"])
def test_a_name_of_a_living_unit_is_refused_to_another(district, decided, words):
    with pytest.raises(refusals.NameTakenError):
        establish(draft=Draft(words, "department"), decision=decided("2024-03-01"))


def test_a_name_is_taken_as_long_as_its_bearer_will_have_it(district, decided):
    close(organisation_id=district.science, decision=decided("2030-01-01"))
    with pytest.raises(refusals.NameTakenError):
        establish(draft=Draft("区科技局", "department"), decision=decided("2029-01-01"))


def test_the_database_itself_refuses_a_second_bearer(district):
    with pytest.raises(IntegrityError), transaction.atomic():
        Name.objects.create(organisation_id=district.finance, role="alias", words="区发改局", key="区发改局")


def test_the_database_refuses_a_second_place_and_a_backward_period(district):
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.create(organisation_id=district.finance, parent_id=district.science)
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(kind="other", valid_from=TODAY, valid_to=EARLY)


def test_history_is_written_forwards(district, decided):
    rename(organisation_id=district.science, name="张店区科创局", short_name="", decision=decided("2024-03-01"))
    with pytest.raises(refusals.TooEarlyError, match="2024-03-01"):
        rename(organisation_id=district.science, name="张店区创新局", short_name="", decision=decided("2024-02-01"))


def test_a_change_without_day_or_reason_is_refused(district, decided):
    for grounds in (Decision(on=None, by=None, reason="改革"), decided("2024-03-01", reason=" ")):
        with pytest.raises(refusals.ReasonMissingError):
            close(organisation_id=district.science, decision=grounds)


def test_what_changes_nothing_is_told(district, decided):
    same = {"organisation_id": district.science, "decision": decided("2024-03-01")}
    with pytest.raises(refusals.NothingChangesError):
        rename(name="张店区科学技术局", short_name="区科技局", **same)
    with pytest.raises(refusals.NothingChangesError):
        move(parent_id=district.government, **same)


def test_it_takes_two_to_merge_and_a_new_one_to_split(district, decided):
    on = decided("2024-03-01")
    with pytest.raises(refusals.TooFewError):
        merge(organisation_ids=[district.science], into=district.science, decision=on)
    with pytest.raises(refusals.TooFewError):
        merge(organisation_ids=[district.science], into=Draft("新局", "department"), decision=on)
    with pytest.raises(refusals.TooFewError):
        split(organisation_id=district.science, into=[Draft("新局", "department")], survives=False, decision=on)


def test_a_unit_nobody_knows_is_not_found(db, decided):
    with pytest.raises(Http404):
        close(organisation_id=404, decision=decided("2024-03-01"))


def test_particulars_are_put_right_and_aliases_hold_for_old_documents(district, names):
    right = Particulars("department", "", 3, "区财政局", ("财政",))
    done = adjust(organisation_id=district.finance, particulars=right, decision=Decision(on=TODAY, by=None), on=TODAY)
    assert names(district.finance, "alias") == ["财政"]
    assert load_registry().units[district.finance].aliases(EARLY) == ("财政",)
    assert ("张店区财政局", "", "财政") in told(done)


def test_an_alias_left_out_is_used_no_more(district):
    right = Particulars("department", "", 2, "区发改局", ())
    adjust(organisation_id=district.development, particulars=right, decision=Decision(on=TODAY, by=None), on=TODAY)
    unit = load_registry().units[district.development]
    assert (unit.aliases(EARLY), unit.aliases(TODAY)) == (("发改局",), ())


def test_a_code_that_no_region_has_is_refused(db, decided):
    with pytest.raises(refusals.UnknownRegionError):
        establish(draft=Draft("某区人民政府", "government", region_code="990101"), decision=decided("2024-03-01"))


def test_a_rehearsal_tells_all_and_leaves_nothing(district, decided):
    on = decided("2024-03-01")
    events = Event.objects.count()
    tried = rehearse(lambda: merge(organisation_ids=[district.science], into=district.finance, decision=on))
    assert Event.objects.count() == events
    assert load_registry().units[district.science].lives(LATE)
    done = merge(organisation_ids=[district.science], into=district.finance, decision=on)
    assert tried == done


def test_nothing_is_deleted_and_no_history_rewritten(district, decided):
    merge(organisation_ids=[district.science], into=district.finance, decision=decided("2024-03-01"))
    for model in (Organisation, Name, Placement, Event, Succession):
        with pytest.raises(HistoryIsKeptError):
            model.objects.first().delete()
        with pytest.raises(HistoryIsKeptError):
            model.objects.all().delete()
    for model in (Event, Succession):
        with pytest.raises(HistoryIsKeptError):
            model.objects.first().save()
        with pytest.raises(HistoryIsKeptError):
            model.objects.update(id=1)
