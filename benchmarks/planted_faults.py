"""Faults (埋下的错): where in a document a fault could be planted that the document itself gives away, kind by kind.

A site counts only where the document decides that something is wrong; each restriction says why. None asks what our rules can see.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import chain, groupby, pairwise

from taizhang.paper.bindings.bind import bind
from taizhang.paper.bindings.binding import Agreement
from taizhang.paper.checks.intervals import Interval, Mode, allowed, grown, point
from taizhang.paper.numerals import read_numeral
from taizhang.paper.plan import Plan
from taizhang.paper.quantities.magnitudes import split_magnitude
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.quantities.units import Family, match_unit
from taizhang.paper.spans import Span
from taizhang.paper.statements.statement import Aspect, Statement
from taizhang.paper.tables.table import CellRole, TableCell, TableKind, TableRow

TEXT_AND_ANNEX = frozenset({"C05", "C06", "C07"})
_FALLS = {"下降": "增长", "减少": "增加", "降低": "提高", "下滑": "上升"}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Fault:
    """Fault (埋下的错): replace the words at a place by others; the checks meant to find it."""

    kind: str
    span: Span
    words: str
    codes: frozenset[str]


# ── text against annex ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Double:
    """Double (两处印出的同一个数): a number of the text and the annex cell that prints the same."""

    statement: Statement
    row: TableRow
    cell: TableCell

    @property
    def unit(self) -> str:
        return self.statement.unit if self.cell.role is CellRole.GROWTH else self.row.unit or self.statement.unit

    def allows(self, said: Decimal, printed: Decimal) -> bool:
        """Whether text and annex could both be right: a digit the coarser of the two does not print proves nothing."""
        if self.cell.modality == "target" and self.cell.role is CellRole.GROWTH:
            return said == printed
        is_hedged = self.cell.modality == "actual" and self.statement.bound in {Bound.MORE_THAN, Bound.AT_LEAST}
        if is_hedged and printed > 0:  # 突破800亿元 is true of 904
            return _scaled(point(said), self.statement.unit).low <= _scaled(allowed(printed), self.unit).high
        return any(
            _scaled(allowed(said, mode=mode), self.statement.unit).overlaps(
                _scaled(allowed(printed, mode=other), self.unit)
            )
            for mode in Mode
            for other in Mode
        )


def doubles(plan: Plan) -> Iterator[Double]:
    """What text and annex print alike.

    Not where the annexes themselves print several numbers that cannot all be right for one name, year and role (exports of
    one sort of firms and imports of the same): then no number of the text is against the annex.
    """
    bindings = bind(plan.tables, plan.statements, plan.outline.front.region)
    torn = _torn_topics(plan)
    for binding in bindings:
        row, cell = binding.row, binding.cell
        if row and cell and binding.agreement is Agreement.AGREE and _topic(row, cell) not in torn:
            yield from (Double(statement, row, cell) for statement in binding.statements)


def _torn_topics(plan: Plan) -> set[tuple[object, ...]]:
    rows = (row for table in plan.tables if table.kind is TableKind.INDICATORS for row in table.rows)
    found: dict[tuple[object, ...], list[Interval]] = defaultdict(list)
    for row, cell in ((line, cell) for line in rows for cell in line.cells):
        if cell.value is not None:
            unit = "" if cell.role is CellRole.GROWTH else row.unit or ""
            found[_topic(row, cell)].append(_scaled(allowed(cell.value), unit))
    return {topic for topic, ranges in found.items() if not all(one.overlaps(ranges[0]) for one in ranges)}


def _topic(row: TableRow, cell: TableCell) -> tuple[object, ...]:
    return row.code or row.indicator + row.measure, cell.role, cell.year, cell.modality


def _scaled(interval: Interval, unit: str) -> Interval:
    return interval.scaled(Decimal(1).scaleb(split_magnitude(unit)[0]))


def wrong_in_text(plan: Plan) -> Iterator[Fault]:
    """A figure of the text miswritten that the annex prints too."""
    for one in doubles(plan):
        for how, span, words, value in _miswritten(plan, one.statement.span, one.statement.value):
            if not one.allows(value, one.cell.value or Decimal(0)):
                yield Fault(f"{how}, text against annex", span, words, TEXT_AND_ANNEX)


def wrong_in_annex(plan: Plan) -> Iterator[Fault]:
    """A figure of the annex miswritten that the text states too."""
    for one in doubles(plan):
        for how, span, words, value in _miswritten(plan, one.cell.span, one.cell.value or Decimal(0)):
            if not one.allows(one.statement.value, value):
                yield Fault(f"{how}, annex against text", span, words, TEXT_AND_ANNEX)


def _miswritten(plan: Plan, span: Span, value: Decimal) -> Iterator[tuple[str, Span, str, Decimal]]:
    """Ways to miswrite the number at a place: how, where, by what, and the value it then has."""
    number = _NUMBER.search(plan.document.text, span.start, span.end)
    if number is None or Decimal(number[0]) != abs(value):
        return
    sign = -1 if value < 0 else 1
    for how, start, end, words in chain(_other_digits(number[0]), _swapped_digits(number[0]), _no_point(number[0])):
        whole = number[0][:start] + words + number[0][end:]
        yield how, Span(number.start() + start, number.start() + end), words, sign * Decimal(whole)


def _other_digits(number: str) -> Iterator[tuple[str, int, int, str]]:
    for place, character in enumerate(number):
        if character.isdecimal():
            wrong = str((int(character) + (2 if place else 1)) % 10)
            yield "digit", place, place + 1, "2" if place == 0 and wrong == "0" else wrong


def _swapped_digits(number: str) -> Iterator[tuple[str, int, int, str]]:
    for place, (one, other) in enumerate(pairwise(number)):
        if one != other and (one + other).isdecimal() and not (place == 0 and other == "0"):
            yield "two digits swapped", place, place + 2, other + one


def _no_point(number: str) -> Iterator[tuple[str, int, int, str]]:
    if "." in number and not number.startswith("0"):
        place = number.index(".")
        yield "decimal point lost", place, place + 1, ""


def wrong_sign_in_annex(plan: Plan) -> Iterator[Fault]:
    """A growth in the annex with its sign turned, where the text states it too."""
    for one in doubles(plan):
        if one.cell.role is CellRole.GROWTH and one.cell.value:
            words = one.cell.text.strip()
            turned = words.removeprefix("-") if words.startswith("-") else f"-{words}"
            yield Fault("sign, annex against text", one.cell.span, turned, TEXT_AND_ANNEX | {"C09"})


def rise_for_fall(plan: Plan) -> Iterator[Fault]:
    """下降 told as 增长, where the annex prints the fall too."""
    for one in doubles(plan):
        place = Span(one.statement.span.start - 2, one.statement.span.start)
        words = place.quote(plan.document.text)
        if one.cell.role is CellRole.GROWTH and words in _FALLS and one.statement.value < 0:
            yield Fault("增长 for 下降", place, _FALLS[words], TEXT_AND_ANNEX | {"C09"})


def wrong_magnitude(plan: Plan) -> Iterator[Fault]:
    """亿 for 万, or 万 for 亿, where the annex prints the figure too."""
    for one in doubles(plan):
        place = re.search("(?<!万)[万亿](?!亿)", one.statement.quote)
        if place is not None:
            start = plan.document.text.index(place[0], one.statement.span.start)
            yield Fault("unit, 万 for 亿", Span(start, start + 1), "万" if place[0] == "亿" else "亿", TEXT_AND_ANNEX)


def other_hedge(plan: Plan) -> Iterator[Fault]:
    """以内 for 以上, 以上 for 左右, where the annex prints the target with its hedge."""
    swaps = {"以上": "以内", "左右": "以上", "以内": "以上"}
    for one in doubles(plan):
        place = Span(one.statement.span.end, one.statement.span.end + 2)
        words = place.quote(plan.document.text)
        if words in swaps and one.statement.modality == "target":
            yield Fault("以内 for 以上", place, swaps[words], frozenset({"C08"}))


def swapped_after_respectively(plan: Plan) -> Iterator[Fault]:
    """Two values after 分别 in the wrong order, where the annex prints them too."""
    bound = {one.statement.span for one in doubles(plan)}
    for values in _respectively(plan):
        for a, b in pairwise(values):
            if a.quote != b.quote and (a.span in bound or b.span in bound):
                between = plan.document.text[a.span.end : b.span.start]
                yield Fault(
                    "order after 分别", Span(a.span.start, b.span.end), b.quote + between + a.quote, TEXT_AND_ANNEX
                )


def target_off_its_base(plan: Plan) -> Iterator[Fault]:
    """A target level in the annex that its base and growth do not give, where the two may be cross-checked."""
    for row in (row for table in plan.tables for row in table.rows):
        level = {(cell.role, cell.modality): cell for cell in row.cells if cell.value is not None}
        base, target = level.get((CellRole.LEVEL, "actual")), level.get((CellRole.LEVEL, "target"))
        growth = level.get((CellRole.GROWTH, "target"))
        if not (base and target and growth and base.value and target.value and growth.value is not None):
            continue
        expected = [grown(allowed(base.value, mode=mode), point(growth.value)) for mode in Mode]
        for _, span, words, value in _miswritten(plan, target.span, target.value):
            if not any(one.overlaps(allowed(value, mode=mode)) for one in expected for mode in Mode):
                yield Fault("wrong implied base, levels", span, words, frozenset({"C01", "C06", "C07"}))


# ── what the language and arithmetic forbid ──────────────────────────────────────────────────────────────────────────


def doubled_sign(plan: Plan) -> Iterator[Fault]:
    """下降6.5% written 下降-6.5%."""
    for statement in plan.statements:
        if statement.aspect is Aspect.GROWTH and statement.value < 0 and not statement.quote.startswith(("-", "－")):
            before = plan.document.text[statement.span.start - 2 : statement.span.start]
            if before in _FALLS:
                yield Fault("sign, 下降−x", statement.span, f"-{statement.quote}", frozenset({"C09"}))


def points_as_percent(plan: Plan) -> Iterator[Fault]:
    """A rate that rose by so many 个百分点 said to have risen by so many %."""
    for statement in plan.statements:
        lead = plan.document.text[max(statement.sentence.start, statement.span.start - 4) : statement.span.start]
        is_rate = statement.subject.endswith(("率", "比重", "占比", "比例"))
        if statement.unit == "个百分点" and is_rate and lead.endswith(("提高", "提升", "上升", "下降", "降低")):
            start = plan.document.text.rfind("个", statement.span.start, statement.span.end)
            yield Fault("unit, % for 个百分点", Span(start, statement.span.end), "%", frozenset({"C21"}))


def dropped_after_respectively(plan: Plan) -> Iterator[Fault]:
    """One value fewer than subjects after 分别."""
    for values in _respectively(plan):
        if len(values) >= 2:
            yield Fault(
                "value dropped after 分别", Span(values[-2].span.end, values[-1].span.end), "", frozenset({"C23"})
            )


def _respectively(plan: Plan) -> Iterator[list[Statement]]:
    """The values that follow a 分别, up to the next clause."""
    for match in re.finditer("分别", plan.document.text):
        values: list[Statement] = []
        for statement in plan.statements:
            last = values[-1].span.end if values else match.end()
            if statement.span.start < last:
                continue
            gap = plan.document.text[last : statement.span.start]
            if (values and gap not in {"、", "和", "及"}) or (not values and (len(gap) > 8 or "，" in gap)):
                break
            values.append(statement)
        if len(values) >= 2 and len({statement.aspect for statement in values}) == 1:
            yield values


def fewer_than_named(plan: Plan) -> Iterator[Fault]:
    """甲、乙、丙等3个 counted as 2."""
    named = re.compile(r"((?:[\u4e00-\u9fff“”]{2,12}、){2,8}[\u4e00-\u9fff“”]{2,12})等(\d+)(?=[个家项条座处所种])")
    for match in named.finditer(plan.document.text):
        names = match[1].count("、") + 1
        if names <= int(match[2]) and names > 2:
            yield Fault(
                "item of a counted list", Span(match.start(2), match.end(2)), str(names - 1), frozenset({"C24"})
            )


def item_dropped(plan: Plan) -> Iterator[Fault]:
    """甲、乙、丙3个片区 with one name gone.

    Not where 等 ends the list, for it need not name all; nor where a 和 or 与 is left, which may join two names or stand
    within one, so that 影视与动漫、文旅3个 still counts three; nor where one name alone is left: 甲2个 are two of 甲's.
    """
    closed = re.compile(
        r"((?:[\u4e00-\u9fff“”]{2,10}、){1,8})([\u4e00-\u9fff“”]{2,10}、)([\u4e00-\u9fff“”]{2,10}(?<!等)(?<!等“))"
        r"(\d+|[三四五六七八九](?=[个大]))(?=[个家项条座处所种大][\u4e00-\u9fff])"
    )
    for match in closed.finditer(plan.document.text):
        is_full = match[0].count("、") + 1 == read_numeral(match[4]) > 2
        if is_full and not re.search("[和与及]", match[1] + match[3]):
            yield Fault("item dropped from a closed list", Span(match.start(2), match.end(2)), "", frozenset({"C24"}))


def impossible_count_growth(plan: Plan) -> Iterator[Fault]:
    """A growth no whole number of last year's can give: 95个，增长25% printed 24.9% where no count fits."""
    for count, growth in _counts_with_growth(plan):
        for wrong in (growth.value + Decimal(delta) / 10 for delta in range(-9, 10) if delta):
            if wrong > 0 and not _some_base(count.value, wrong):
                words = f"{wrong}%" if wrong % 1 else f"{wrong:.0f}%"
                yield Fault("wrong implied base, counts", growth.span, words, frozenset({"C12", "C13", "C05"}))


def _counts_with_growth(plan: Plan) -> Iterator[tuple[Statement, Statement]]:
    """A count and its growth.

    The growth follows the count it is of, at once or after 分别: of 惠及12个镇，举办86场，增长9% the towns did not grow.
    Neither is hedged: more than 10% is given by many a base.
    """
    for _, group in groupby(plan.statements, key=lambda statement: statement.sentence):
        sentence = list(group)
        for place, one in enumerate(sentence):
            levels = [other for other in sentence[:place] if other.aspect is Aspect.LEVEL]
            counts = [level for level in levels if level.subject == one.subject and _is_bare_count(level)]
            between = plan.document.text[counts[-1].span.end : one.span.start] if counts else ""
            if _is_bare_growth(one) and counts and (counts[-1] is levels[-1] or "分别" in between):
                yield counts[-1], one


def _is_bare_growth(one: Statement) -> bool:
    is_yearly = one.aspect is Aspect.GROWTH and one.unit == "%" and one.basis == "yoy"
    return is_yearly and one.value > 0 and one.bound is Bound.EXACT


def _is_bare_count(level: Statement) -> bool:
    unit = match_unit(level.unit, 0)
    is_count = unit is not None and unit.family is Family.COUNT and unit.words == level.unit and not level.value % 1
    return is_count and level.bound is Bound.EXACT and 1 < level.value < 1000


def _some_base(count: Decimal, growth: Decimal) -> bool:
    """Whether some base gives the growth, rounded or with its tail cut off."""
    step = Decimal("0.1") if growth % 1 else Decimal(1)
    middle = int(count / (1 + growth / 100))
    return any(
        ((count / base - 1) * 100).quantize(step, rounding) == growth
        for base in range(max(1, middle - 20), middle + 20)
        for rounding in (ROUND_HALF_UP, ROUND_DOWN)
    )


KINDS: tuple[Callable[[Plan], Iterator[Fault]], ...] = (
    wrong_in_text,
    wrong_in_annex,
    wrong_sign_in_annex,
    rise_for_fall,
    doubled_sign,
    wrong_magnitude,
    points_as_percent,
    swapped_after_respectively,
    dropped_after_respectively,
    fewer_than_named,
    item_dropped,
    other_hedge,
    impossible_count_growth,
    target_off_its_base,
)
