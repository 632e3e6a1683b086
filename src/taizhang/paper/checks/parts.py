"""Parts (其中): figures that are said to be among another one."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.paper.checks.facts import Fact, Facts
from taizhang.paper.tables.table import Table

_AMONG = re.compile(r"其中(?![之包])")
_PART_ENDS = re.compile(r"[；。;）)]")
_GROUP_ENDS = "。；;"
# A mean or a share of a part may well be above that of the whole.
_MEANS = re.compile(r"人均|平均|均价|单价|单产|率|比重|占比|比例|指数|浓度|强度|标准|价格|增速")
_MEASURES = re.compile(r"总投资|计划投资|完成投资|投资|产值|增加值|收入|支出|预算|面积|里程|产量|存栏|出栏|用电量|余额")
_MARKED = re.compile(r"\s*(?:其\s*中|#)")
_EACH = "每"
_REACH = 400


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts (其中): a whole and what is said to be among it.

    Attributes:
        whole: the figure of the whole.
        parts: figures of its parts in the same unit, in order; never empty.
    """

    whole: Fact
    parts: tuple[Fact, ...]


def find_parts(facts: Facts, tables: tuple[Table, ...], text: str) -> tuple[Parts, ...]:
    """Every 其中 of the running text, then the rows of the tables that are marked so."""
    return (*_in_text(facts, text), *_in_tables(facts, tables))


def _in_text(facts: Facts, text: str) -> Iterator[Parts]:
    levels = [fact for fact in facts.everything if fact.statement is not None and _adds_up(fact)]
    levels = [fact for fact in levels if _EACH not in text[fact.span.start - 6 : fact.span.start]]
    starts = [fact.span.start for fact in levels]
    for match in _AMONG.finditer(text):
        place = bisect_left(starts, match.start())
        wholes = _wholes(text, levels[max(0, place - 12) : place], match.start())
        end = _PART_ENDS.search(text, match.end(), match.end() + _REACH)
        limit = end.start() if end else match.end()
        parts = [fact for fact in levels[place : place + 24] if fact.span.end <= limit]
        yield from _matched(wholes, parts)


def _adds_up(fact: Fact) -> bool:
    """Whether a part of it cannot be more than the whole."""
    return (
        fact.role == "level"
        and fact.value > 0
        and fact.unit not in {"%", "‰", "", "℃", "岁"}
        and "/" not in fact.unit
        and not _MEANS.search(fact.name)
    )


def _wholes(text: str, before: list[Fact], among: int) -> list[Fact]:
    """The figures of the last clause before 其中 that has some, in the same breath."""
    end = len(text[:among].rstrip("，、：:（( \n\t　"))
    end -= text[end - 1 : end] in set(_GROUP_ENDS)
    floor = max(0, end - _REACH)
    start = max(text.rfind(mark, floor, end) for mark in _GROUP_ENDS)
    group = [fact for fact in before if fact.span.start > start]
    clause = max(text.rfind("，", floor, end), start)
    return [fact for fact in group if fact.span.start > clause] or group


def _matched(wholes: list[Fact], parts: list[Fact]) -> Iterator[Parts]:
    found: dict[int, list[Fact]] = {}
    for part in parts:
        candidates = [whole for whole in wholes if _may_hold(whole, part)]
        if candidates:
            largest = max(candidates, key=lambda whole: whole.plain[0])
            found.setdefault(wholes.index(largest), []).append(part)
    for place, members in found.items():
        yield Parts(wholes[place], tuple(members))


def _may_hold(whole: Fact, part: Fact) -> bool:
    if whole.plain[1] != part.plain[1] or (whole.period, whole.modality) != (part.period, part.modality):
        return False
    measures = (_measure(whole), _measure(part))
    return None in measures or measures[0] == measures[1]


def _measure(fact: Fact) -> str | None:
    """总投资, 完成投资: what is measured, where the name ends in it."""
    words = _MEASURES.findall(fact.name)
    return words[-1] if words else None


def _in_tables(facts: Facts, tables: tuple[Table, ...]) -> Iterator[Parts]:
    rows: dict[int, list[Fact]] = {}
    for fact in facts.everything:
        if fact.row is not None:
            rows.setdefault(fact.row.span.start, []).append(fact)
    for table in tables:
        above: list[Fact] = []
        for row in table.rows:
            cells = [fact for fact in rows.get(row.span.start, ()) if _adds_up(fact)]
            if _MARKED.match(row.label):
                yield from _matched_cells(above, cells)
            else:
                above += cells


def _matched_cells(above: list[Fact], parts: list[Fact]) -> Iterator[Parts]:
    """Indents are lost, so which row a marked row belongs to is unsure: the largest above it surely is no less."""
    for part in parts:
        wholes = [fact for fact in above if _heads(fact) == _heads(part) and fact.unit == part.unit]
        if wholes:
            yield Parts(max(wholes, key=lambda whole: whole.value), (part,))


def _heads(fact: Fact) -> tuple[str, ...]:
    return fact.cell.head if fact.cell is not None else ()
