"""Parts sum to the total (分项之和等于合计).

查什么：三次产业增加值之和等于GDP，出口加进口等于进出口总额，税收加非税等于一般公共预算收入；附表“合计”行等于一、二、三……大项之和。
容差为每个数半个末位之和。正文“其中”列出三项以上、合计只差不到一成的，提请核对（不判错，可能没有列全）。
为什么：分项改了合计没改，是附表最常见的错。
有问题：GDP 500亿元，一产30亿元、二产220亿元、三产240亿元（合计490亿元）。
没问题：三项印到一位小数，相加与合计差0.1（四舍五入）。
怎么办：核对各项和合计；因四舍五入不等的，加注“因四舍五入，分项之和与合计可能不等”。
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import groupby

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Interval, Mode
from taizhang.paper.checks.latitude import in_unit_of, is_exact, latitude, printed
from taizhang.paper.checks.rule import Rule, report

TOTAL = re.compile(r"合\s*计|总\s*计")
NEAR = Decimal("0.1")
FEWEST = 3


def check(case: Case) -> Iterator[Finding]:
    """One finding for each total its parts do not add up to."""
    yield from _of_catalogue(case)
    yield from _of_totals(case)
    yield from _of_lists(case)


@cache
def partitions() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Whole and parts of the indicators that are made up of others."""
    text = files("taizhang.paper.checks").joinpath("partitions.toml").read_text("utf-8")
    return tuple((entry["whole"], tuple(entry["parts"])) for entry in tomllib.loads(text)["partition"])


def _of_catalogue(case: Case) -> Iterator[Finding]:
    for code, part_codes in partitions():
        for whole in case.facts.by_key.get(code, ()):
            parts = [_beside(case, whole, part) for part in part_codes]
            found = [part for part in parts if part is not None]
            if (
                whole.role == "level"
                and len(found) == len(parts)
                and not _sums(whole, found)
                and _is_next(case, whole, found)
            ):
                yield _finding(case, whole, found, Severity.ERROR)


def _beside(case: Case, whole: Fact, code: str) -> Fact | None:
    """The one level of a part told together with the whole: in its table, or in its sentence or the one after."""
    found = [
        fact
        for fact in case.facts.by_key.get(code, ())
        if fact.role == "level"
        and (fact.period, fact.modality) == (whole.period, whole.modality)
        and fact.plain[1] == whole.plain[1]
        and _stand_together(whole, fact)
    ]
    return found[0] if len(found) == 1 else None


def _stand_together(whole: Fact, part: Fact) -> bool:
    if whole.cell is not None or part.cell is not None:
        return whole.table is part.table and _head(whole) == _head(part)
    if whole.statement is None or part.statement is None:
        return False
    gap = part.statement.sentence.start - whole.statement.sentence.end
    return whole.statement.sentence == part.statement.sentence or 0 <= gap <= 1


def _is_next(case: Case, whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether no other amount stands between a whole and its first part: else the parts may be that one's."""
    first = min(part.span.start for part in parts)
    return whole.span.start < first and not any(
        whole.span.end <= fact.span.start < first and fact.role == "level" and fact.plain[1] == whole.plain[1]
        for fact in case.facts.everything
        if _head(fact) == _head(whole)
    )


def _head(fact: Fact) -> tuple[str, ...]:
    return fact.cell.head if fact.cell is not None else ()


def _sums(whole: Fact, parts: Sequence[Fact]) -> bool:
    return any(_sum(parts, mode).overlaps(latitude(whole, mode)) for mode in Mode)


def _sum(parts: Sequence[Fact], mode: Mode = Mode.ROUNDED) -> Interval:
    total = latitude(parts[0], mode)
    for part in parts[1:]:
        total = total + latitude(part, mode)
    return total


def _of_totals(case: Case) -> Iterator[Finding]:
    """Rows called 合计 against the rows numbered 一、二、三: only where another column shows that they do add up."""
    in_tables = [fact for fact in case.facts.everything if fact.cell is not None and fact.role == "level"]
    for _, facts in groupby(in_tables, key=lambda fact: fact.table and fact.table.span.start):
        columns: dict[tuple[str, ...], list[Fact]] = {}
        for fact in facts:
            columns.setdefault(_head(fact), []).append(fact)
        judged = [judgement for column in columns.values() if (judgement := _total_and_parts(column)) is not None]
        if any(_sums(*judgement) for judgement in judged):
            yield from (_total(case, *judgement) for judgement in judged if not _sums(*judgement))


def _total(case: Case, whole: Fact, parts: list[Fact]) -> Finding:
    # A budget may hold back what it has not yet dealt out.
    return _finding(case, whole, parts, Severity.ERROR if whole.modality == "actual" else Severity.WARNING)


def _total_and_parts(column: list[Fact]) -> tuple[Fact, list[Fact]] | None:
    totals = [fact for fact in column if fact.row is not None and TOTAL.search(fact.row.label)]
    parts = [fact for fact in column if fact.row is not None and (fact.row.marker or "").endswith("、")]
    return (totals[0], parts) if len(totals) == 1 and len(parts) > 1 and totals[0].unit != "%" else None


def _of_lists(case: Case) -> Iterator[Finding]:
    for group in case.parts:
        whole, parts = group.whole, group.parts
        if whole.is_in_table or len(parts) < FEWEST or not all(map(is_exact, (whole, *parts))) or _sums(whole, parts):
            continue
        gap = abs(sum(part.plain[0] for part in parts) / whole.plain[0] - 1)
        if gap < NEAR:
            yield _finding(case, whole, parts, Severity.WARNING)


def _finding(case: Case, whole: Fact, parts: Sequence[Fact], severity: Severity) -> Finding:
    told = in_unit_of(whole, _sum(parts))
    names = "、".join(f"{part.name}{printed(part)}" for part in parts[:8])
    ending = "请核对各项与合计。" if severity is Severity.ERROR else "如未列全可不改，否则请核对各项与合计。"
    return report(
        RULE,
        case,
        (whole.span, *(part.span for part in parts)),
        (
            f"{whole.name}{printed(whole)}，而分项（{names}）之和为{told}。{ending}",
            f"{whole.name} is {printed(whole)}; its parts add up to {told}. Check the parts and the total.",
        ),
        computed={"分项之和": told, "合计": printed(whole)},
        severity=severity,
        verdict=Verdict.CONTRADICTORY if severity is Severity.ERROR else Verdict.BASIS,
    )


RULE = Rule(
    code="C18",
    name="分项之和等于合计",
    name_en="Parts sum to the total",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
