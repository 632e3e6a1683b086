"""Who sees what of a division, and how much a page asks of the database."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.office.assignments.decomposition.conftest import establish

from taizhang.office.accounts.models import User
from taizhang.office.organisations.models import Kind
from taizhang.office.plans.life.models import Resolution, ResolutionState

DOCUMENT = "云政办字〔2024〕7号"


def approve(plan):
    clerk, now = plan.versions.get().received_by, timezone.now()
    Resolution.objects.create(
        plan=plan,
        version=plan.versions.get(),
        organ="云岭县人民代表大会",
        number="云人发〔2024〕3号",
        decided_on=date(2024, 2, 20),
        state=ResolutionState.CONFIRMED,
        is_in_force=True,
        entered_by=clerk,
        entered_at=now,
        confirmed_by=User.objects.create_user("second", "复核人乙", None),
        confirmed_at=now,
    )


@pytest.fixture
def in_force(signed_in, jobs, filled):
    signed_in.post(reverse("assignments:divide", args=[jobs.id]), filled("4000", "3000", "3000"))
    signed_in.post(
        reverse("assignments:put_division_in_force", args=[jobs.id]), {"document": DOCUMENT, "revision": "0"}
    )
    return jobs


def test_a_town_sees_its_own_share_and_nobody_elses(client, in_force, towns, person):
    client.force_login(person("reporter", towns["东河镇"]))
    page = client.get(reverse("assignments:decomposition", args=[in_force.id])).content.decode()
    assert "4000" in page
    assert "3000" not in page
    assert "西岭镇" not in page


def test_a_town_sees_no_list_of_a_draft(client, in_force, plan, towns, person):
    client.force_login(person("reporter", towns["东河镇"]))
    assert client.get(reverse("assignments:decompositions", args=[plan.id])).status_code == 403


def test_a_town_finds_its_shares_in_the_list(client, in_force, plan, towns, person):
    approve(plan)
    client.force_login(person("reporter", towns["东河镇"]))
    page = client.get(reverse("assignments:decompositions", args=[plan.id])).content.decode()
    assert "东河镇 4000人" in page
    assert "固定资产投资" not in page


def test_a_unit_without_a_share_is_shown_the_door(client, in_force, person):
    client.force_login(person("reporter", establish("北关镇", Kind.TOWN)))
    assert client.get(reverse("assignments:decomposition", args=[in_force.id])).status_code == 403


def test_a_town_divides_nothing(client, in_force, towns, person):
    client.force_login(person("head", towns["东河镇"]))
    for name in ("divide", "put_division_in_force"):
        assert client.get(reverse(f"assignments:{name}", args=[in_force.id])).status_code == 403


def test_the_number_of_queries_does_not_grow_with_units(signed_in, in_force, plan, django_assert_max_num_queries):
    for number in range(30):
        establish(f"第{number}镇", Kind.TOWN)
    addresses = [
        reverse("assignments:decompositions", args=[plan.id]),
        *(reverse(f"assignments:{name}", args=[in_force.id]) for name in ("decomposition", "divide")),
    ]
    for address in addresses:
        with django_assert_max_num_queries(12):
            assert signed_in.get(address).status_code == 200


def test_what_cannot_be_divided_has_no_page(signed_in, plan):
    assert signed_in.get(reverse("assignments:divide", args=[10**6])).status_code == 404
