"""From a target to shares in force: proposed, typed, checked, approved, divided anew."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from taizhang.office.assignments.decomposition.models import Decomposition, Share
from taizhang.office.assignments.decomposition.selectors import divided_targets
from taizhang.office.assignments.selectors.units import load_units
from taizhang.office.audit.models import AuditEntry

DOCUMENT = "云政办字〔2024〕7号"


def edit_url(commitment):
    return reverse("assignments:divide", args=[commitment.id])


def force(client, commitment, **said):
    return client.post(
        reverse("assignments:put_division_in_force", args=[commitment.id]), {"document": DOCUMENT, **said}
    )


def draft_revision():
    return str(Decomposition.objects.get(state="draft").revision)


@pytest.fixture
def in_force(signed_in, jobs, filled):
    """Ten thousand jobs, four thousand and twice three thousand."""
    signed_in.post(edit_url(jobs), filled("4000", "3000", "3000"))
    force(signed_in, jobs, revision="0")
    return Decomposition.objects.get(state="in_force")


def values(decomposition):
    return {share.organisation_id: str(share.value) for share in decomposition.shares.filter(period="2024")}


def test_an_even_division_adds_up_to_the_target(signed_in, jobs, filled):
    page = signed_in.post(edit_url(jobs), filled(deed="propose", method="even")).content.decode()
    assert "各单位合计 10000人，与批准目标 10000人 正好相等。" in page
    assert 'value="3334"' in page


def test_last_years_figures_pasted_from_a_spreadsheet_fill_the_boxes(signed_in, jobs, filled):
    pasted = "东河镇\t１,０００\n西岭镇\t500\n南坪街道 500"
    page = signed_in.post(edit_url(jobs), filled(deed="paste", pasted=pasted)).content.decode()
    assert 'value="1000"' in page
    assert page.count('value="500"') == 2


def test_a_pasted_name_nobody_bears_is_told_with_the_nearest(signed_in, jobs, filled):
    page = signed_in.post(edit_url(jobs), filled(deed="paste", pasted="东何镇\t5\n西岭镇\t5")).content.decode()
    assert "没有认出“东何镇”。是不是“东河镇”？" in page
    assert "东何镇\t5" in page  # what was pasted and not used is still there


def test_weights_divide_and_the_quarters_never_fall(signed_in, jobs, filled, towns):
    weights = {f"basis-{unit}": weight for unit, weight in zip(towns.values(), ("5", "3", "2"), strict=True)}
    form = filled(deed="propose", method="weights", seasons="even", **weights)
    page = signed_in.post(edit_url(jobs), form).content.decode()
    for figure in ("5000", "3000", "2000", "1250", "2500", "3750"):
        assert f'value="{figure}"' in page


def test_weights_that_lack_are_asked_for_and_nothing_typed_is_lost(signed_in, jobs, filled):
    answer = signed_in.post(edit_url(jobs), filled("7", deed="propose", method="weights"))
    assert answer.status_code == 422
    assert "请给每个单位填上权重或上年数" in answer.content.decode()
    assert 'value="7"' in answer.content.decode()


def test_a_box_that_holds_no_number_keeps_what_was_typed(signed_in, jobs, filled):
    page = signed_in.post(edit_url(jobs), filled("四千", "3000", "3000")).content.decode()
    assert 'value="四千"' in page
    assert "请只填一个数字" in page
    assert not Decomposition.objects.exists()


def test_a_division_in_force_has_its_document_and_stands_in_the_audit_log(in_force, clerk):
    assert (in_force.number, in_force.document, in_force.in_force_by) == (1, DOCUMENT, clerk)
    assert AuditEntry.objects.filter(action="assignments.division_in_force").count() == 1


def test_without_a_document_nothing_comes_into_force(signed_in, jobs, filled):
    signed_in.post(edit_url(jobs), filled("4000", "3000", "3000"))
    assert force(signed_in, jobs, revision="0", document=" ").status_code == 422
    assert not Decomposition.objects.filter(state="in_force").exists()


def test_too_little_comes_into_force_only_with_a_reason(signed_in, jobs, filled):
    signed_in.post(edit_url(jobs), filled("4000", "3000", "2900"))
    refused = force(signed_in, jobs, revision="0")
    assert "比批准目标 10000人 少 100人，没有分足" in refused.content.decode()
    assert refused.status_code == 422
    assert force(signed_in, jobs, revision="0", reason="西岭镇正在搬迁").status_code == 302
    assert Decomposition.objects.get().state == "in_force"


def test_gaps_never_come_into_force(signed_in, jobs, filled):
    signed_in.post(edit_url(jobs), filled("9000", "3000"))
    refused = force(signed_in, jobs, revision="0", reason="先这样")
    assert "全年没有填数：南坪街道" in refused.content.decode()


def test_cumulative_figures_that_fall_never_come_into_force(signed_in, jobs, filled, towns):
    falling = {f"value-{unit}-Q{at}": "5000" for unit in towns.values() for at in (1, 2, 3)}
    signed_in.post(edit_url(jobs), filled("4000", "5000", "5000", seasons="even", **falling))
    assert "东河镇的全年累计数比前面的小" in force(signed_in, jobs, revision="0", reason="x").content.decode()


def test_growth_is_held_to_each_unit_or_weighed_by_last_year(signed_in, growth, filled, towns):
    each = filled("10", "10", "8", deed="look", places="1")
    assert "南坪街道低于批准目标 9%，最多低 1.0个百分点。" in signed_in.post(edit_url(growth), each).content.decode()
    bases = {f"basis-{unit}": basis for unit, basis in zip(towns.values(), ("50", "30", "20"), strict=True)}
    together = each | bases | {"rule": "weighted_at_least"}
    assert (
        "加权，各单位合起来 9.600%，比批准目标 9% 多 0.600个百分点"
        in signed_in.post(edit_url(growth), together).content.decode()
    )


def test_a_new_division_replaces_the_old_which_stays_to_be_read(signed_in, in_force, jobs, filled, towns):
    signed_in.post(edit_url(jobs), filled("5000", "3000", "2500"))
    assert values(in_force)[towns["东河镇"]] == "4000"
    assert force(signed_in, jobs, revision="0").status_code == 422  # whoever had other figures is told why
    force(signed_in, jobs, revision="0", reason="年中调整")
    in_force.refresh_from_db()
    assert in_force.state == "replaced"
    page = signed_in.get(reverse("assignments:decomposition", args=[jobs.id])).content.decode()
    assert "理由：年中调整" in page
    assert '<del class="number">4000</del>' in page


def test_two_people_never_overwrite_each_other_silently(signed_in, jobs, filled):
    signed_in.post(edit_url(jobs), filled("4000", "3000", "3000"))
    signed_in.post(edit_url(jobs), filled("4000", "3500", "2500", revision="0"))
    answer = signed_in.post(edit_url(jobs), filled("1", "2", "9997", revision="0"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert '<del class="number">3500</del>' in page
    assert 'value="9997"' in page
    assert Decomposition.objects.get().revision == 1
    assert 'name="revision" value="1"' in page  # pressed once more, it is meant


def test_a_double_click_makes_one_draft_and_one_in_force(signed_in, jobs, filled):
    for _press in range(2):
        assert signed_in.post(edit_url(jobs), filled("4000", "3000", "3000")).status_code == 302
    assert Decomposition.objects.count() == 1
    for _press in range(2):
        force(signed_in, jobs, revision="0")
    assert Decomposition.objects.get().state == "in_force"
    assert Share.objects.count() == 3


def test_the_database_knows_one_draft_and_one_in_force(in_force, clerk):
    twice = {"commitment": in_force.commitment, "method": "even", "rule": "sum_at_least", "target": 1, "by": clerk}
    for state in ("draft", "in_force"):
        with transaction.atomic():
            Decomposition.objects.filter(state="draft").delete()
            Decomposition.objects.create(**twice, number=8)
            with pytest.raises(IntegrityError), transaction.atomic():
                Decomposition.objects.create(**twice, number=9, state=state)


def test_a_discarded_draft_leaves_its_number(signed_in, jobs, filled):
    signed_in.post(edit_url(jobs), filled("4000", "3000", "3000"))
    signed_in.post(reverse("assignments:discard_division", args=[jobs.id]), {"revision": "0"})
    signed_in.post(edit_url(jobs), filled("5000", "3000", "2000"))
    assert list(Decomposition.objects.values_list("number", "state")) == [(1, "discarded"), (2, "draft")]


def test_an_adjusted_target_shows_where_shares_no_longer_add_up(signed_in, in_force, jobs, plan, today):
    def standing():
        return next(
            each.standing for each in divided_targets(plan.id, load_units(today)) if each.approved.title == jobs.subject
        )

    assert standing() == "in_force"
    type(jobs).objects.filter(id=jobs.id).update(value="9000")
    assert standing() == "target_changed"
    type(jobs).objects.filter(id=jobs.id).update(value="12000")
    assert standing() == "no_longer"
    page = signed_in.get(reverse("assignments:decomposition", args=[jobs.id])).content.decode()
    assert "现行分解是按 10000人 分的，不再满足" in page
