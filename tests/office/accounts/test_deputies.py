"""Deputies: of the same unit, for a while, never an administrator; what they do says for whom."""

import datetime
import json

import pytest
from django.utils import timezone

from taizhang.office.accounts.models import Deputy, Membership, User
from taizhang.office.accounts.services import deputies as services
from taizhang.office.accounts.services.deputies import Absence, end_deputy, name_deputy
from taizhang.office.audit.models import AuditEntry
from taizhang.office.organisations.services.changes import establish
from taizhang.office.organisations.services.decision import Decision, Draft

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def units(db):
    def stand(name):
        draft = Draft(name, "department", "", None, "", ())
        return establish(draft=draft, decision=Decision(on=None, by=None)).organisation_id

    return stand("青山县商务局"), stand("青山县财政局")


@pytest.fixture
def head(person, units):
    return person("head", units[0], name="局长")


@pytest.fixture
def reporter(person, units):
    return person("reporter", units[0], name="填报人")


def stand_in(absent, deputy, unit, first=TODAY, last=TODAY + 6 * DAY):
    return name_deputy(
        absent=absent, deputy_id=deputy.pk, organisation_id=unit, during=Absence(first, last), reason="出差"
    )


def again(user):
    return User.objects.get(pk=user.pk)


def test_a_deputy_may_what_the_absent_may_while_they_are_away(head, reporter, units):
    assert reporter.grant("plans.comment") is None
    made = stand_in(head, reporter, units[0])
    grant = again(reporter).grant("plans.comment")
    assert (grant.scopes, grant.organisations) == ({"own"}, {units[0]})
    assert again(reporter).powers.lenders("plans.comment") == ("局长",)
    end_deputy(deputy_id=made.pk, by=head)
    assert again(reporter).grant("plans.comment") is None
    recorded = AuditEntry.objects.filter(action__startswith="access.").order_by("sequence")
    assert [entry.action for entry in recorded] == ["access.deputy_named", "access.deputy_ended"]


def test_only_what_is_held_in_the_unit_passes_over(head, reporter, units):
    Membership.objects.create(user=head, role="planner", organisation_id=units[1], valid_from=TODAY)
    stand_in(head, reporter, units[0])
    assert again(reporter).grant("plans.edit") is None


def test_whoever_left_the_unit_stands_in_no_more(head, reporter, units):
    stand_in(head, reporter, units[0])
    Membership.objects.filter(user=reporter).update(valid_to=TODAY)
    assert again(reporter).grant("plans.comment") is None


def test_whoever_was_stopped_lends_nothing(head, reporter, units):
    stand_in(head, reporter, units[0])
    User.objects.filter(pk=head.pk).update(is_active=False)
    assert again(reporter).grant("plans.comment") is None


def test_a_deputy_does_not_hand_on(person, head, reporter, units):
    third = person("owner", units[0])
    stand_in(head, reporter, units[0])
    stand_in(again(reporter), third, units[0])
    assert again(third).grant("plans.comment") is None


def test_nobody_from_elsewhere_and_not_oneself(person, head, units):
    for other in (person("head", units[1]), head):
        with pytest.raises(services.ForeignDeputyError):
            stand_in(head, other, units[0])


@pytest.mark.parametrize(("first", "last"), [(-1, 5), (5, 4), (0, 90)])
def test_from_today_on_forward_and_no_longer_than_ninety_days(head, reporter, units, first, last):
    with pytest.raises(services.DeputyPeriodError):
        stand_in(head, reporter, units[0], TODAY + first * DAY, TODAY + last * DAY)


def test_one_at_a_time(person, head, reporter, units):
    stand_in(head, reporter, units[0])
    with pytest.raises(services.DeputyThereError):
        stand_in(head, person("owner", units[0]), units[0], TODAY + 3 * DAY)


def test_administrators_neither_name_deputies_nor_are_any(person, head, units):
    officer = person("audit_administrator", units[0])
    for absent, deputy in ((officer, head), (head, officer)):
        with pytest.raises(services.AdministratorDeputyError):
            stand_in(absent, deputy, units[0])


def test_who_became_an_administrator_lost_what_was_lent(head, reporter, units):
    stand_in(head, reporter, units[0])
    Membership.objects.filter(user=reporter).update(role="audit_administrator")
    assert again(reporter).grant("plans.comment") is None


def test_what_a_deputy_does_is_recorded_with_whose_place_they_took(client, person, units):
    absent, deputy = person("planner", units[0], name="综合科长"), person("statistics", units[0], name="统计员")
    stand_in(absent, deputy, units[0])
    client.force_login(again(deputy))
    assert client.get("/organisations/export/").status_code == 200  # which the deputy may anyway
    assert client.post("/organisations/add/", NEW_UNIT).status_code == 302
    told = {entry.action: json.loads(entry.details) for entry in AuditEntry.objects.order_by("sequence")}
    assert "standing_in_for" not in told["organisations.exported"]
    assert told["organisations.established"]["standing_in_for"] == "综合科长"


NEW_UNIT = {"name": "青山县数据局", "kind": "department", "short_name": "", "confirmed": "1", "position": "0"}


def test_the_page_names_and_ends(client, head, reporter, units):
    client.force_login(head)
    asked = {"who": f"{units[0]}-{reporter.pk}", "first": str(TODAY), "last": str(TODAY + DAY), "reason": "休假"}
    assert client.post("/account/deputies/", asked | {"last": ""}).status_code == 422
    assert client.post("/account/deputies/", asked).status_code == 302
    assert "结束代理" in client.get("/account/deputies/").content.decode()
    client.force_login(reporter)
    assert "我在代理" in client.get("/account/deputies/").content.decode()
    made = Deputy.objects.get()
    assert client.post(f"/account/deputies/{made.pk}/end/").status_code == 404
    client.force_login(head)
    assert client.post(f"/account/deputies/{made.pk}/end/").status_code == 302
    assert Deputy.objects.get().ended_by == head


def test_nobody_outside_can_be_chosen_by_a_guessed_id(client, person, head, reporter, units):
    stranger = person("head", units[1])
    client.force_login(head)
    for who in (f"{units[0]}-{stranger.pk}", f"{units[1]}-{stranger.pk}", f"{units[1]}-{reporter.pk}"):
        asked = {"who": who, "first": str(TODAY), "last": str(TODAY + DAY)}
        assert client.post("/account/deputies/", asked).status_code == 422
    assert not Deputy.objects.exists()
