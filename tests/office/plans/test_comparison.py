"""The indicator table: annex beside text, and whether the two agree."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.plans.comparison import compare
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.services import take_in


@pytest.fixture
def compared(small_plan):
    return compare(small_plan.versions.get().id)


def row(compared, name):
    return next(each for table in compared.tables for each in table.rows if each.name == name)


def verdicts(each):
    return [pair.verdict.key for pair in each.pairs]


def test_columns_stand_as_they_are_printed(compared):
    (table,) = compared.tables
    assert [(column.period, column.modality, column.label) for column in table.columns] == [
        ("2023年", "actual", "数值"),
        ("2023年", "actual", "增速"),
        ("2024年", "target", "数值"),
        ("2024年", "target", "增速"),
    ]
    assert [(period.period, period.columns) for period in table.periods] == [("2023年", 4), ("2024年", 4)]


def test_the_printed_title_stands_above(compared):
    assert "2024年主要指标" in compared.tables[0].title


def test_equal_figures_agree(compared):
    assert verdicts(row(compared, "地区生产总值")) == ["agree", "agree", "only_table", "agree"]


def test_a_contradiction_between_text_and_annex_is_shown(compared):
    investment = row(compared, "固定资产投资")
    assert verdicts(investment) == ["only_table", "differ", "only_table", "agree"]
    assert investment.worst.key == "differ"
    assert [(verdict.key, count) for verdict, count in compared.counts] == [
        ("agree", 4),
        ("differ", 1),
        ("only_table", 3),
    ]


def test_indicators_only_the_text_speaks_of_come_after(compared):
    names = [each.name for each in compared.more.rows]
    assert any("新增就业" in name for name in names)
    assert not any("生产总值" in name for name in names)


def test_each_figure_is_one_click_from_its_place(small_plan, signed_in, compared):
    page = signed_in.get(f"/plans/{small_plan.id}/indicators/").content.decode()
    for pair in row(compared, "地区生产总值").pairs:
        for figure in (pair.annex, *pair.text):
            assert f'href="/plans/{small_plan.id}/text/#{figure.anchor}"' in page


def test_a_plan_without_annex_says_so(clerk, signed_in, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("x.txt", "2024年地区生产总值增长6%。".encode()), by=clerk)
    page = signed_in.get(f"/plans/{receipt.plan_id}/indicators/").content.decode()
    assert "这份文件没有指标附表" in page


def test_columns_alike_are_told_apart_by_their_heads(clerk, django_capture_on_commit_callbacks):
    """One year, planned twice: the budget and the budget as adjusted."""
    table = "青山县2024年预算收入执行情况表\n\n项目\t2024年预算数\t2024年调整预算数\t2024年执行数\n税收收入\t100\t90\t95\n非税收入\t50\t40\t45\n"
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("b.txt", table.encode()), by=clerk)
    (found,) = compare(PlanVersion.objects.get(plan=receipt.plan_id).id).tables
    assert [column.label for column in found.columns][:2] == ["2024年预算数", "2024年调整预算数"]
    assert [pair.annex.words for pair in found.rows[0].pairs] == ["100", "90", "95"]


def test_contradictions_are_named_in_words_above_the_table(small_plan, signed_in, compared):
    ((said, pair),) = compared.conflicts
    assert (said.name, pair.annex.words, [figure.words for figure in pair.text]) == ("固定资产投资", "7.5", ["8.6%"])
    page = signed_in.get(f"/plans/{small_plan.id}/indicators/").content.decode()
    assert "有 1 处附表和正文写得不一样" in page


def test_without_an_annex_nothing_is_asked_about_one(clerk, signed_in, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("x.txt", "2024年地区生产总值增长6%。".encode()), by=clerk)
    assert "附表和正文写的是同一个数吗" not in signed_in.get(f"/plans/{receipt.plan_id}/indicators/").content.decode()
