"""The annex lists every binding indicator (约束性指标齐全).

查什么：附表是否列全了上级下达的约束性指标：地区设置 [expected] 写明的，没有写明的按同期五年规划的通常一套。
为什么：约束性指标是政府必须完成的，附表不列，就没有随计划批准，也不会分解。
有问题：2024年计划附表有VOCs、COD削减量，没有氮氧化物、氨氮、PM2.5和优良天数比例。
没问题：附表没有单列，但地区设置写明本地只考核VOCs和COD。
怎么办：对照上级下达的指标补列；上级没有下达的，在地区设置 [expected] 写明本地的一套。
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from taizhang.paper.checks.annex import name_span, target_tables
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import indicators
from taizhang.paper.spans import Span


def check(case: Case) -> Iterator[Finding]:
    """One finding that names every binding indicator the annex lacks."""
    tables = list(target_tables(case.plan))
    if not tables:
        return
    listed = {row.code for table in tables for row in table.rows}
    wanted = case.settings.expected or _usual_set(case.plan.outline.front.plan_year, listed)
    missing = [indicators()[code].name for code in wanted if code not in listed]
    if missing:
        rows = [row for table in tables for row in table.rows]
        beside = [row for row in rows if row.code in wanted] or rows[-1:]
        yield _finding(case, tuple(name_span(row, case.text) for row in beside), missing)


def _usual_set(plan_year: str | None, listed: set[str | None]) -> tuple[str, ...]:
    """The usual set of the plan's year; none for an annex that has nothing of it and speaks of other things."""
    for entry in _sets():
        if (
            plan_year
            and entry["from"] <= int(plan_year[:4]) <= entry["to"]
            and listed.intersection(entry["indicators"])
        ):
            return tuple(entry["indicators"])
    return ()


@cache
def _sets() -> list[dict[str, Any]]:
    text = files("taizhang.paper.checks.rules").joinpath("binding_indicators.toml").read_text("utf-8")
    sets: list[dict[str, Any]] = tomllib.loads(text)["set"]
    return sets


def _finding(case: Case, spans: tuple[Span, ...], missing: list[str]) -> Finding:
    names = "、".join(missing)
    return report(
        RULE,
        case,
        spans,
        (
            f"附表没有列出约束性指标：{names}。请对照上级下达的指标补列；本地不考核的，在地区设置 [expected] 写明。",
            f"The annex lacks binding indicators: {names}. Add what the upper level has set, or name your own set in the "
            "settings under [expected].",
        ),
        computed={"缺": names},
    )


RULE = Rule(
    code="C35",
    name="约束性指标齐全",
    name_en="The annex lists every binding indicator",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
