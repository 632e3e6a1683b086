"""Baselines (基数): a promise to keep pace with a growth starts from last year's growth, never from an amount."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.commitments.suggestions.baselines import annex_baseline
from taizhang.office.commitments.suggestions.material import AnnexRow
from taizhang.office.plans.models import Plan, TableCellRecord, TableRowRecord
from taizhang.office.plans.services import take_in

PLAN = """云岭县2024年国民经济和社会发展计划

一、2023年计划执行情况

全年经济运行平稳。

二、2024年主要预期目标

主要预期目标为：地区生产总值增长6%左右；居民人均可支配收入与经济增长同步。

附件：2024年主要指标

指标	单位	2023年完成		2024年计划	
		绝对值	增长%	绝对值	增长%
地区生产总值	亿元	120.5	5.2	127.7	6左右
居民人均可支配收入	元	31500	6.3	——	与经济增长同步
"""


def row(*figures):
    """An annex row with last year's figures: (role, value)."""
    record = TableRowRecord(indicator="居民人均可支配收入", unit="元")
    cells = [
        TableCellRecord(id=number, role=role, year="2023", modality="actual", value=Decimal(value), start=0, end=1)
        for number, (role, value) in enumerate(figures, 1)
    ]
    return AnnexRow(record, tuple(cells))


@pytest.mark.django_db
def test_a_target_that_keeps_pace_in_text_and_annex_starts_from_last_years_growth(
    clerk, django_capture_on_commit_callbacks
):
    file = SimpleUploadedFile("云岭县计划.txt", PLAN.encode())
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=file, by=clerk)
    version_id = current_version_id(Plan.objects.get(id=receipt.plan_id).id)
    found = [each for chapter in chapters_of(version_id) for each in chapter.suggestions if "收入" in each.title]
    assert found
    assert {(each.baseline.value, each.baseline.unit) for each in found} == {(Decimal("6.3"), "%")}


@pytest.mark.parametrize(
    "words", ["与经济增长同步", "和地区生产总值增速基本一致", "快于经济增长", "增速高于全市平均水平", "同步增长"]
)
def test_what_keeps_pace_has_no_baseline_where_last_years_growth_is_not_known(words):
    assert annex_baseline(row(("level", "31500")), "level", words) is None
    assert annex_baseline(row(("level", "31500"), ("growth", "6.3")), "level", words).value == Decimal("6.3")


@pytest.mark.parametrize("words", ["量稳质升", "稳定在上年水平", "与上年持平", "保持基本稳定"])
def test_a_target_in_words_that_compares_no_growth_starts_from_the_amount(words):
    assert annex_baseline(row(("growth", "6.3"), ("level", "31500")), "level", words).value == Decimal("31500")
