"""The indicator table: annex beside text, and whether the two agree."""

import pytest

from taizhang.office.plans.comparison import compare


@pytest.fixture
def table(small_plan):
    return compare(small_plan.versions.get().id)


def row(table, name):
    return next(each for each in table.rows if each.name == name)


def verdicts(each):
    return [pair.verdict.key for pair in each.pairs]


def test_columns_go_from_last_year_to_this_and_from_level_to_growth(table):
    assert [(column.period, column.modality, column.aspect_label) for column in table.columns] == [
        ("2023年", "actual", "水平"),
        ("2023年", "actual", "增速"),
        ("2024年", "target", "水平"),
        ("2024年", "target", "增速"),
    ]


def test_equal_figures_agree(table):
    assert verdicts(row(table, "地区生产总值")) == ["agree", "agree", "annex", "agree"]


def test_a_contradiction_between_text_and_annex_is_shown(table):
    investment = row(table, "固定资产投资")
    assert verdicts(investment) == ["annex", "differ", "annex", "agree"]
    assert investment.worst.key == "differ"


def test_indicators_only_the_text_speaks_of_come_after(table):
    assert "城镇新增就业" in [each.name for each in table.more][-1]


def test_each_figure_is_one_click_from_its_place(small_plan, signed_in, table):
    page = signed_in.get(f"/plans/{small_plan.id}/indicators/").content.decode()
    for pair in row(table, "地区生产总值").pairs:
        for figure in (pair.annex, *pair.text):
            assert f'href="/plans/{small_plan.id}/text/#{figure.anchor}"' in page


def test_a_plan_without_annex_says_so(clerk, signed_in, django_capture_on_commit_callbacks):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from taizhang.office.plans.services import take_in

    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("x.txt", "2024年地区生产总值增长6%。".encode()), by=clerk)
    page = signed_in.get(f"/plans/{receipt.plan_id}/indicators/").content.decode()
    assert "这份文件没有指标附表" in page
