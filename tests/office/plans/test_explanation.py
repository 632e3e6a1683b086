"""The panel: what was understood of one figure, in plain words beside its place."""

import pytest

from taizhang.office.plans.models import StatementRecord, TableCellRecord

HTMX = {"HX-Request": "true"}


@pytest.fixture
def target(small_plan):
    return StatementRecord.objects.get(subject="地区生产总值", modality="target")


def test_a_target_is_said_in_one_plain_sentence(target, signed_in):
    panel = signed_in.get(f"/plans/statements/{target.pk}/", headers=HTMX).content.decode()
    assert "2024年，地区生产总值计划比上年增长6%左右。" in panel
    assert "<html" not in panel


def test_the_sentence_stands_below_with_the_figure_marked_in_it(target, signed_in):
    told = signed_in.get(f"/plans/statements/{target.pk}/", headers=HTMX).context["told"]
    assert told.before.endswith("地区生产总值增长")
    assert told.quote == "6%"
    assert told.after.startswith("左右，固定资产投资")


def test_the_official_name_and_the_sections_are_told(target, signed_in):
    told = signed_in.get(f"/plans/statements/{target.pk}/", headers=HTMX).context["told"]
    assert told.indicator.name == "地区生产总值"
    assert [heading.title for heading in told.headings][-1] == "2024年预期目标"


def test_whoever_follows_the_link_without_a_script_gets_a_page(target, signed_in):
    page = signed_in.get(f"/plans/statements/{target.pk}/").content.decode()
    assert "<html" in page
    assert f"#s-{target.pk}" in page


def test_a_table_cell_is_explained_with_its_column(small_plan, signed_in):
    cell = TableCellRecord.objects.get(text="9以上")
    panel = signed_in.get(f"/plans/cells/{cell.pk}/", headers=HTMX)
    assert "2024年，固定资产投资计划比上年增长9%以上。" in panel.content.decode()
    assert "2024年计划" in panel.content.decode()


def test_what_the_annex_says_of_the_same_thing_is_one_click_away(target, signed_in):
    elsewhere = signed_in.get(f"/plans/statements/{target.pk}/", headers=HTMX).context["told"].elsewhere
    cell = TableCellRecord.objects.get(text="6左右")
    assert (elsewhere.place, elsewhere.verdict.key) == ("附表", "agree")
    assert [figure.anchor for figure in elsewhere.figures] == [f"c-{cell.pk}"]


def test_a_cell_leads_to_what_the_text_says_of_the_same_thing(small_plan, signed_in):
    cell = TableCellRecord.objects.get(text="7.5")
    elsewhere = signed_in.get(f"/plans/cells/{cell.pk}/", headers=HTMX).context["told"].elsewhere
    assert (elsewhere.place, elsewhere.verdict.key) == ("正文", "differ")
    assert [figure.words for figure in elsewhere.figures] == ["8.6%"]


def test_doubts_are_told(target, signed_in):
    StatementRecord.objects.filter(pk=target.pk).update(doubts=["subject_guessed"])
    panel = signed_in.get(f"/plans/statements/{target.pk}/", headers=HTMX).content.decode()
    assert "对象是从上文推得的" in panel


def test_two_statements_of_one_figure_lead_to_each_other(target, signed_in):
    twin = StatementRecord.objects.get(pk=target.pk)
    twin.pk, twin.position, twin.subject = None, 99, "到位资金"
    twin.save()
    panel = signed_in.get(f"/plans/statements/{target.pk}/", headers=HTMX).content.decode()
    assert "同一个数还说明" in panel
    assert "到位资金" in panel


@pytest.mark.parametrize("kind", ["statements", "cells"])
def test_a_figure_that_does_not_exist_is_a_missing_page(signed_in, kind):
    assert signed_in.get(f"/plans/{kind}/424242/").status_code == 404
