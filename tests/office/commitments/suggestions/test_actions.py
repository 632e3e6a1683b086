"""The verb that belongs to a figure."""

import pytest

from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.figures import action_of
from taizhang.office.plans.models import StatementRecord


@pytest.mark.parametrize(
    ("phrase", "subject", "quote", "expected"),
    [
        ("新增上市企业3家以上，", "上市企业", "3家", "新增"),
        ("高新技术企业达到112家；", "高新技术企业", "112家", "达到"),
        ("力争签约落地区域总部10家，", "区域总部", "10家", "签约落地"),
        ("报销比例不低于50%，", "报销比例", "50%", ""),
        ("注册企业力争超过100家，", "注册企业", "100家", ""),
        ("建成书房、书吧等新型文化空间10处，", "新型文化空间", "10处", "建成"),
        ("培育瞪羚企业、小巨人企业新增2家，", "瞪羚企业", "2家", "新增"),
        ("失业率控制在3%以内，", "失业率", "3%", "控制在"),
        ("全年接待游客200万人次，", "游客", "200万人次", ""),
    ],
)
def test_the_verb_stands_before_the_figure_or_before_its_subject(phrase, subject, quote, expected):
    begins, stands = phrase.index(subject), phrase.index(quote)
    statement = StatementRecord(
        start=stands, end=stands + len(quote), subject_start=begins, subject_end=begins + len(subject)
    )
    assert action_of(phrase, statement, Stretch(0, len(phrase))) == expected


def test_without_a_subject_of_its_own_the_words_before_the_figure_tell():
    phrase = "全年新增20公里，"
    statement = StatementRecord(start=4, end=8)
    assert action_of(phrase, statement, Stretch(0, len(phrase))) == "新增"
