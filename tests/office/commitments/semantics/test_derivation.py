"""What a promise means is told from its words, its bound, its verb and what the catalogue knows."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.office.commitments.models import Aspect, Bound, Kind
from taizhang.office.commitments.semantics.derivation import Promise, propose
from taizhang.office.commitments.semantics.rule import TargetKind
from taizhang.office.commitments.semantics.table import table_for, table_named, versions
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.plans.intake import catalogue_entry

ASPECT = {"%": "growth"}


def rule(words, value=None, unit="", **known):
    """The rule of a quantity, or of an indicator where a code is given."""
    code, year = known.pop("code", ""), known.pop("year", "2024")
    kind = known.pop("kind", "indicator_target" if code else "quantity")
    aspect = known.pop("aspect", ASPECT.get(unit, "level") if value else "")
    figure = None if value is None else Decimal(value)
    target = Target(aspect=aspect, value=figure, unit=unit, period=year, **known)
    return propose(Promise(kind, words, target, indicator=catalogue_entry(code), year=year)).rule


@pytest.mark.parametrize(
    ("expected", "words", "known"),
    [
        ("about", "增长6%左右", {"value": "6", "unit": "%", "bound": "about"}),
        ("floor", "增长9%以上", {"value": "9", "unit": "%", "bound": "at_least"}),
        ("cap", "控制在3%以内", {"value": "3", "unit": "%", "bound": "at_most", "action": "控制在"}),
        ("cap", "降到5.5%", {"value": "5.5", "unit": "%", "bound": "exact", "action": "降到"}),
        ("range", "增长5%—6%", {"value": "5", "value_high": Decimal(6), "unit": "%", "bound": "range"}),
        ("stock", "高新技术企业达到112家", {"value": "112", "unit": "家", "bound": "exact", "action": "达到"}),
        ("flow", "新增企业3家以上", {"value": "3", "unit": "家", "bound": "at_least", "action": "新增"}),
        ("point", "增长1.2%", {"value": "1.2", "unit": "%", "bound": "exact"}),
        ("relative", "居民收入与经济增长同步", {}),
        ("relative", "增速高于全市平均水平", {}),
        ("assigned", "能耗强度", {"expression": "完成上级下达任务"}),
        ("assigned", "完成市下达的减排任务", {}),
        ("qualitative", "实际使用外资量稳质升", {}),
        ("qualitative", "河流断面水质稳定达到Ⅳ类", {}),
        ("qualitative", "空气质量持续改善", {}),
        ("stretch", "力争突破50亿元", {"value": "50", "unit": "亿元", "bound": "more_than"}),
        ("none", "粮食产量", {"expression": "——"}),
        ("milestone", "探索建立长效机制", {"kind": "task"}),
        ("milestone", "北湖物流园6月底前开工", {"kind": "project"}),
    ],
)
def test_kinds(expected, words, known):
    assert rule(words, **known).kind == expected


@pytest.mark.parametrize(
    ("words", "known", "tolerance", "basis"),
    [
        ("增长6%左右", {"value": "6", "unit": "%", "bound": "about"}, "0.3", "points"),
        ("120亿元左右", {"value": "120", "unit": "亿元", "bound": "about"}, "3", "percent"),
        ("与地区生产总值同步", {}, "0.5", "points"),
        ("量稳质升", {}, "5", "percent"),
    ],
)
def test_tolerances_have_defaults_by_kind(words, known, tolerance, basis):
    found = rule(words, **known)
    assert (found.tolerance, found.tolerance_basis) == (Decimal(tolerance), basis)


@pytest.mark.parametrize("words", ["增长9%以上", "新增3家", "完成市下达任务", "高于全市平均水平"])
def test_what_has_a_hard_edge_has_no_tolerance(words):
    assert rule(words, bound="at_least").tolerance is None


def test_a_relative_target_names_what_it_is_held_against():
    found = rule("居民收入与地区生产总值同步")
    assert (found.reference, found.reference_indicator) == ("地区生产总值", "gdp")
    found = rule("增速高于全市平均水平")
    assert (found.reference, found.reference_indicator) == ("全市平均水平", "")


def test_the_catalogue_tells_timing_price_direction_and_evidence():
    found = rule("增长6%左右", "6", "%", bound="about", code="gdp")
    assert (found.timing, found.price_basis, found.direction, found.evidence) == (
        "cumulative",
        "constant",
        "higher",
        "statistics",
    )


def test_the_words_of_the_plan_go_before_the_catalogue():
    found = rule("按可比口径增长6%（扣除留抵退税因素后）", "6", "%", code="gdp")
    assert (found.price_basis, found.scope) == ("comparable", "扣除留抵退税因素")


def test_a_flow_is_added_up_and_a_stock_is_looked_at():
    assert rule("新增3家", "3", "家", action="新增").timing == "cumulative"
    assert rule("达到112家", "112", "家", action="达到").timing == "point_in_time"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("6月底前开工", date(2024, 6, 30)),
        ("2月底前完成", date(2024, 2, 29)),
        ("10月1日前通车", date(2024, 10, 1)),
        ("上半年完成主体工程", date(2024, 6, 30)),
        ("年底前投用", date(2024, 12, 31)),
        ("加快建设", None),
    ],
)
def test_a_milestone_has_the_day_its_words_name(words, expected):
    assert rule(words, kind="project").due_on == expected


def test_without_a_year_there_is_no_day():
    assert rule("6月底前开工", kind="project", year="").due_on is None


def test_an_assigned_target_begins_as_not_issued():
    found = rule("完成市下达任务", kind="indicator_target")
    assert (found.assigned_state, found.evidence, found.profile) == ("not_issued", "certification", "annual")


def test_a_stretch_is_not_scored():
    assert not rule("力争突破50亿元", "50", "亿元").is_scored
    assert rule("突破50亿元", "50", "亿元").is_scored


def test_lower_is_better_where_the_plan_brings_something_down():
    assert rule("控制在3%以内", "3", "%", bound="at_most").direction == "lower"
    assert rule("单位能耗下降", "-2", "%").direction == "lower"
    assert rule("新增3家", "3", "家", action="新增").direction == "higher"


def test_each_kind_says_why():
    promise = Promise("quantity", "力争突破50亿元", Target(aspect="level", value=Decimal(50)), year="2024")
    chinese, english = propose(promise).why
    assert "“力争”" in chinese
    assert "not scored" in english


def test_a_plan_is_read_by_the_table_of_its_time():
    assert table_for("2024") is table_named(versions()[-1].name)
    assert table_for("1999") is versions()[0]
    assert table_for("") is versions()[-1]


def test_every_version_is_dated_and_says_who_set_it():
    assert all(each.effective_on and all(each.set_by) for each in versions())


promises = st.builds(
    Promise,
    st.sampled_from(Kind.values),
    st.text(alphabet="力争完成市下达任务与经济同步高于左右以上6月底前年%—新增达到。，；稳质升", max_size=25),
    st.builds(
        Target,
        aspect=st.sampled_from(["", *Aspect.values]),
        value=st.none() | st.decimals(-1000, 1000, places=2),
        bound=st.sampled_from(["", *Bound.values]),
        action=st.sampled_from(["", "新增", "达到", "控制在"]),
        expression=st.sampled_from(["", "——", "稳中提质"]),
    ),
    indicator=st.sampled_from([None, catalogue_entry("gdp")]),
    year=st.sampled_from(["", "2024", "前年"]),
)


@given(promises)
def test_every_promise_has_a_rule_that_holds_together(promise):
    found = propose(promise).rule
    assert (found.tolerance is None) == (found.tolerance_basis == "")
    assert (found.kind is TargetKind.ASSIGNED) == bool(found.assigned_state)
    assert (found.value, found.bound, found.unit) == (promise.target.value, promise.target.bound, promise.target.unit)
    assert found.kind is TargetKind.RELATIVE or not found.reference
    assert found.rules_version


@given(promises)
def test_a_rule_that_needs_a_figure_is_only_proposed_where_there_is_one(promise):
    of_figures = {"point", "about", "floor", "cap", "range", "stock", "flow"}
    if propose(promise).rule.kind in of_figures:
        assert promise.target.value is not None
