"""Planting (埋错): plant one fault at a time in real documents and count which the right check finds, per kind.

usage: python benchmarks/planting.py [--misses]     (needs ../shared; with --misses each unfound fault is printed)

A fault is detectable where the document itself says the same thing twice, or where arithmetic or the language forbids what was planted;
each kind's sites are chosen so. A fault counts as found when a finding that the untouched document does not have, of a check meant for
this kind, rests on the planted words. Every fault is planted in the opened document, as if it had been typed so, and read anew.
"""

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise
from pathlib import Path

from taizhang.office.demonstration.sample_plan import SAMPLE_PLAN_NAME, write_sample_plan
from taizhang.paper.bindings.bind import bind
from taizhang.paper.bindings.binding import Agreement, Binding
from taizhang.paper.checks.finding import Finding
from taizhang.paper.checks.intervals import allowed, grown, point
from taizhang.paper.checks.run import check_plan
from taizhang.paper.documents.document import Document, Grid, Line
from taizhang.paper.documents.opening import open_document
from taizhang.paper.numerals import read_numeral
from taizhang.paper.pipeline import understand
from taizhang.paper.plan import Plan
from taizhang.paper.spans import Span
from taizhang.paper.statements.statement import Aspect, Statement
from taizhang.paper.tables.table import CellRole

SHARED = Path(__file__).parents[2] / "shared"
SEED = 20230313
# So that one long bulletin does not drown the plans, a kind is planted at most so often in one document.
MOST_PER_KIND = 40

TEXT_AND_ANNEX = frozenset({"C05", "C06", "C07"})


@dataclass(frozen=True)
class Fault:
    """Fault (埋下的错): replace the words at a place by others; the checks meant to find it."""

    kind: str
    span: Span
    words: str
    codes: frozenset[str]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--misses", action="store_true")
    show_misses = arguments.parse_args().misses
    planted: dict[str, int] = defaultdict(int)
    found: dict[str, int] = defaultdict(int)
    for document in documents():
        plan = understand(document)
        known = {_identity(finding) for finding in check_plan(plan).findings}
        for fault in _chosen(plan):
            planted[fault.kind] += 1
            if _is_found(document, fault, known):
                found[fault.kind] += 1
            elif show_misses:
                _show(document, fault)
    _print(planted, found)


def documents() -> Iterator[Document]:
    """Every plan and report, the published files of other formats, and the project's own sample plan."""
    folder = SHARED / "plans"
    if not folder.is_dir():
        sys.exit("../shared is absent: there is nothing to plant faults in.")
    import tempfile

    from taizhang.paper.errors import PaperError

    for path in [*sorted(folder.glob("*.txt")), *sorted((folder / "formats").glob("*.*"))]:
        if path.suffix == ".md" or path.stat().st_size > 1_200_000:
            continue  # the largest file costs more than all others together
        try:
            yield open_document(path)
        except PaperError:
            continue
    with tempfile.TemporaryDirectory() as place:
        sample = Path(place) / SAMPLE_PLAN_NAME
        write_sample_plan(sample)
        yield open_document(sample)


def _chosen(plan: Plan) -> Iterator[Fault]:
    chance = random.Random(SEED)
    for kind in KINDS:
        faults = list(kind(plan))
        yield from chance.sample(faults, min(len(faults), MOST_PER_KIND))


# ── kinds ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def wrong_digit_in_text(plan: Plan) -> Iterator[Fault]:
    """A digit of a figure the annex prints too."""
    for binding in _agreeing(plan):
        for statement in binding.statements:
            for span, words in _other_digits(plan, statement.span):
                yield Fault("digit, text against annex", span, words, TEXT_AND_ANNEX)


def wrong_digit_in_annex(plan: Plan) -> Iterator[Fault]:
    """A digit of an annex figure the text states too."""
    for binding in _agreeing(plan):
        assert binding.cell is not None
        for span, words in _other_digits(plan, binding.cell.span):
            yield Fault("digit, annex against text", span, words, TEXT_AND_ANNEX)


def wrong_sign_in_annex(plan: Plan) -> Iterator[Fault]:
    """A growth in the annex with its sign turned, where the text states it too."""
    for binding in _agreeing(plan):
        cell = binding.cell
        assert cell is not None
        if binding.role is CellRole.GROWTH and cell.value:
            words = cell.text.strip()
            turned = words.removeprefix("-") if words.startswith("-") else f"-{words}"
            yield Fault("sign, annex against text", cell.span, turned, TEXT_AND_ANNEX | {"C09"})


def doubled_sign(plan: Plan) -> Iterator[Fault]:
    """下降6.5% written 下降-6.5%."""
    for statement in plan.statements:
        if statement.aspect is Aspect.GROWTH and statement.value < 0 and not statement.quote.startswith(("-", "－")):
            before = plan.document.text[statement.span.start - 2 : statement.span.start]
            if before in {"下降", "减少", "降低", "下滑"}:
                yield Fault("sign, 下降−x", statement.span, f"-{statement.quote}", frozenset({"C09"}))


def wrong_magnitude(plan: Plan) -> Iterator[Fault]:
    """亿 for 万, or 万 for 亿, where the annex prints the figure too."""
    for binding in _agreeing(plan):
        for statement in binding.statements:
            for right, wrong in (("亿", "万"), ("万", "亿")):
                place = statement.quote.find(right)
                if place >= 0 and "万亿" not in statement.quote:
                    start = statement.span.start + place
                    yield Fault("unit, 万 for 亿", Span(start, start + 1), wrong, TEXT_AND_ANNEX)


def points_as_percent(plan: Plan) -> Iterator[Fault]:
    """A rate that rose by so many 个百分点 said to have risen by so many %."""
    for statement in plan.statements:
        lead = plan.document.text[max(statement.sentence.start, statement.span.start - 4) : statement.span.start]
        is_rate = statement.subject.endswith(("率", "比重", "占比", "比例"))
        if statement.unit == "个百分点" and is_rate and lead.endswith(("提高", "提升", "上升", "下降", "降低")):
            start = plan.document.text.rfind("个", statement.span.start, statement.span.end)
            yield Fault("unit, % for 个百分点", Span(start, statement.span.end), "%", frozenset({"C21"}))


def swapped_after_respectively(plan: Plan) -> Iterator[Fault]:
    """Two values after 分别 in the wrong order, where the annex prints them too."""
    bound = {statement.span for binding in _agreeing(plan) for statement in binding.statements}
    for values in _respectively(plan):
        for a, b in pairwise(values):
            if a.quote != b.quote and (a.span in bound or b.span in bound):
                between = plan.document.text[a.span.end : b.span.start]
                yield Fault(
                    "order after 分别", Span(a.span.start, b.span.end), b.quote + between + a.quote, TEXT_AND_ANNEX
                )


def dropped_after_respectively(plan: Plan) -> Iterator[Fault]:
    """One value fewer than subjects after 分别."""
    for values in _respectively(plan):
        if len(values) >= 2:
            yield Fault(
                "value dropped after 分别", Span(values[-2].span.end, values[-1].span.end), "", frozenset({"C23"})
            )


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
    within one, so that 网络与通信、汽车3个 still counts three; nor where one name alone is left: 甲2个 are two of 甲's.
    """
    closed = re.compile(
        r"((?:[\u4e00-\u9fff“”]{2,10}、){1,8})([\u4e00-\u9fff“”]{2,10}、)([\u4e00-\u9fff“”]{2,10}(?<!等)(?<!等“))"
        r"(\d+|[三四五六七八九](?=[个大]))(?=[个家项条座处所种大][\u4e00-\u9fff])"
    )
    for match in closed.finditer(plan.document.text):
        is_full = match[0].count("、") + 1 == read_numeral(match[4]) > 2
        if is_full and not re.search("[和与及]", match[1] + match[3]):
            yield Fault("item dropped from a closed list", Span(match.start(2), match.end(2)), "", frozenset({"C24"}))


def other_hedge(plan: Plan) -> Iterator[Fault]:
    """以内 for 以上, 以上 for 左右, where the annex prints the target with its hedge."""
    swaps = {"以上": "以内", "左右": "以上", "以内": "以上"}
    for binding in _agreeing(plan):
        for statement in binding.statements:
            place = Span(statement.span.end, statement.span.end + 2)
            words = place.quote(plan.document.text)
            if words in swaps and statement.modality == "target":
                yield Fault("以内 for 以上", place, swaps[words], frozenset({"C08"}))


def impossible_count_growth(plan: Plan) -> Iterator[Fault]:
    """A growth no whole number of last year's can give: 95个，增长25% printed 24.9% where no count fits."""
    for count, growth in _counts_with_growth(plan):
        for wrong in (growth.value + Decimal(delta) / 10 for delta in range(-9, 10) if delta):
            if wrong > 0 and not _some_base(count.value, wrong):
                words = f"{wrong}%" if wrong % 1 else f"{wrong:.0f}%"
                yield Fault("wrong implied base, counts", growth.span, words, frozenset({"C12", "C13", "C05"}))


def target_off_its_base(plan: Plan) -> Iterator[Fault]:
    """A target level in the annex that its base and growth do not give, where the two may be cross-checked."""
    for row in (row for table in plan.tables for row in table.rows):
        level = {(cell.role, cell.modality): cell for cell in row.cells if cell.value is not None}
        base, target = level.get((CellRole.LEVEL, "actual")), level.get((CellRole.LEVEL, "target"))
        growth = level.get((CellRole.GROWTH, "target"))
        if not (base and target and growth and base.value and target.value and growth.value is not None):
            continue
        expected = grown(allowed(base.value), point(growth.value))
        if not expected.overlaps(allowed(target.value)):
            continue
        for span, words in _other_digits(plan, target.span):
            whole = (
                plan.document.text[target.span.start : span.start]
                + words
                + plan.document.text[span.end : target.span.end]
            ).strip()
            if not expected.overlaps(allowed(Decimal(whole))):
                yield Fault("wrong implied base, levels", span, words, frozenset({"C01", "C06", "C07"}))


KINDS: tuple[Callable[[Plan], Iterator[Fault]], ...] = (
    wrong_digit_in_text,
    wrong_digit_in_annex,
    wrong_sign_in_annex,
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


def _agreeing(plan: Plan) -> list[Binding]:
    bindings = bind(plan.tables, plan.statements, plan.outline.front.region)
    return [binding for binding in bindings if binding.agreement is Agreement.AGREE and binding.cell is not None]


def _other_digits(plan: Plan, span: Span) -> Iterator[tuple[Span, str]]:
    """Each digit of a figure replaced by another; a last digit by one two away, so that rounding cannot excuse it."""
    words = span.quote(plan.document.text)
    for place, character in enumerate(words):
        if character.isdecimal():
            wrong = str((int(character) + (2 if place else 1)) % 10)
            if place == 0 and wrong == "0":
                wrong = "2"
            yield Span(span.start + place, span.start + place + 1), wrong


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


def _counts_with_growth(plan: Plan) -> Iterator[tuple[Statement, Statement]]:
    for _, group in groupby(plan.statements, key=lambda statement: statement.sentence):
        sentence = list(group)
        for growth in sentence:
            if growth.aspect is Aspect.GROWTH and growth.unit == "%" and growth.basis == "yoy" and growth.value > 0:
                for count in sentence:
                    is_count = count.unit in {"个", "家", "项", "户"} and count.bound == "exact" and count.value < 200
                    if count.aspect is Aspect.LEVEL and is_count and count.subject == growth.subject:
                        yield count, growth


def _some_base(count: Decimal, growth: Decimal) -> bool:
    step = Decimal("0.1") if growth % 1 else Decimal(1)
    return any(((count / base - 1) * 100).quantize(step) == growth for base in range(1, int(count) * 3))


# ── planting and looking ─────────────────────────────────────────────────────────────────────────────────────────────


def _is_found(document: Document, fault: Fault, known: set[tuple[str, ...]]) -> bool:
    changed = _typed(document, fault)
    touched = Span(fault.span.start - 12, fault.span.start + len(fault.words) + 12)
    return any(
        finding.code in fault.codes and _identity(finding) not in known and _rests_on(finding, touched)
        for finding in check_plan(understand(changed)).findings
    )


def _rests_on(finding: Finding, place: Span) -> bool:
    return any(evidence.source is None and evidence.span.overlaps(place) for evidence in finding.evidence)


def _identity(finding: Finding) -> tuple[str, ...]:
    return (finding.code, *(evidence.quote for evidence in finding.evidence))


def _typed(document: Document, fault: Fault) -> Document:
    """The document as it would be had the faulty words been typed: every later place moves along."""
    start, end, by = fault.span.start, fault.span.end, len(fault.words) - (fault.span.end - fault.span.start)

    def moved(span: Span) -> Span:
        return Span(_moved(span.start), _moved(span.end))

    def _moved(offset: int) -> int:
        return offset if offset <= start else max(offset + by, start) if offset >= end else start

    def piece(old: Line | Grid) -> Line | Grid:
        if isinstance(old, Line):
            return replace(old, span=moved(old.span))
        cells = tuple(replace(cell, span=moved(cell.span)) for cell in old.cells)
        return replace(old, span=moved(old.span), cells=cells)

    text = document.text[:start] + fault.words + document.text[end:]
    return replace(document, text=text, pieces=tuple(map(piece, document.pieces)))


def _show(document: Document, fault: Fault) -> None:
    around = document.text[max(0, fault.span.start - 40) : fault.span.end + 15].replace("\n", "⏎")
    print(f"  missed [{fault.kind}] {document.origin.name}: …{around}…  planted “{fault.words}”")


def _print(planted: dict[str, int], found: dict[str, int]) -> None:
    width = max(map(len, planted))
    for kind, count in planted.items():
        print(f"{kind:{width}}  {found[kind]:4} of {count:4}  {found[kind] / count:6.1%}")
    total = sum(planted.values())
    print(f"{'all':{width}}  {sum(found.values()):4} of {total:4}  {sum(found.values()) / total:6.1%}")


if __name__ == "__main__":
    main()
