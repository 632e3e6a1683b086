"""Planting (埋错): plant one fault at a time in real documents and count which the right check finds, per kind.

usage: python benchmarks/planting.py [--misses]     (needs ../shared; with --misses each unfound fault is printed)

A fault is detectable where the document itself says the same thing twice, or where arithmetic or the language forbids what was planted;
each kind's sites are chosen so. A fault counts as found when a finding that the untouched document does not have, of a check meant for
this kind, rests on the planted words. Every fault is planted in the opened document, as if it had been typed so, and read anew.
"""

import argparse
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from planted_faults import KINDS, Fault

from taizhang.office.demonstration.sample_plan import SAMPLE_PLAN_NAME, write_sample_plan
from taizhang.paper.checks.finding import Finding
from taizhang.paper.checks.run import check_plan
from taizhang.paper.documents.document import Document, Grid, Line
from taizhang.paper.documents.opening import open_document
from taizhang.paper.errors import PaperError
from taizhang.paper.pipeline import understand
from taizhang.paper.plan import Plan
from taizhang.paper.spans import Span

SHARED = Path(__file__).parents[2] / "shared"
SEED = 20230313
# So that one long bulletin does not drown the plans, a kind is planted at most so often in one document.
MOST_PER_KIND = 40


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
    for path in [*sorted(folder.glob("*.txt")), *sorted((folder / "formats").glob("*.*"))]:
        if path.suffix == ".md":
            continue
        try:
            yield open_document(path)
        except PaperError:
            continue  # a scan holds no text to plant in
    with tempfile.TemporaryDirectory() as place:
        sample = Path(place) / SAMPLE_PLAN_NAME
        write_sample_plan(sample)
        yield open_document(sample)


def _chosen(plan: Plan) -> Iterator[Fault]:
    chance = random.Random(SEED)
    for kind in KINDS:
        by_name: dict[str, list[Fault]] = defaultdict(list)
        for fault in dict.fromkeys(kind(plan)):
            by_name[fault.kind].append(fault)
        for faults in by_name.values():
            yield from chance.sample(faults, min(len(faults), MOST_PER_KIND))


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
