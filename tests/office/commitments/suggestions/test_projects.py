"""The names of projects in a phrase."""

import pytest

from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.projects import named_projects


def names(phrase):
    return [phrase[name.start : name.end] for name in named_projects(phrase, Stretch(0, len(phrase)))]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("建设云岭数据中心、北湖物流园等项目，", ["云岭数据中心", "北湖物流园"]),
        ("全力推进南山隧道及东岸快速路等3个重点项目建设。", ["南山隧道", "东岸快速路"]),
        ("云岭数据中心、北湖物流园（二期）等项目加快建设，", ["云岭数据中心", "北湖物流园（二期）"]),
        ("开工建设西岭支路网建设工程，", ["西岭支路网建设工程"]),
        ("建成通车南山隧道等工程，", ["南山隧道"]),
        ("谋划推进云岭特种纤维等一批大项目、好项目，", ["云岭特种纤维"]),
    ],
)
def test_names_stand_before_their_noun(phrase, expected):
    assert names(phrase) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "工业、商业等新上项目及时纳入方案，",  # kinds
        "深入推进“引凤”工程，",  # an initiative
        "加快“3个100”等重点工程建设，",
        "新建5条主干道、2台锅炉等工程，",  # sizes
        "建设一批新材料、专用化学品等项目，",
        "推动项目早开工、早投产。",
        "引来更多上下游企业和配套项目，",
        "健全项目推进机制，",
        "开展植树造林等活动，",
    ],
)
def test_kinds_sizes_and_initiatives_are_no_names(phrase):
    assert names(phrase) == []
