"""Numbering has no gap (序号连续).

查什么：“一、”“（一）”“一是”“1.”一类序号，从一开始逐个往下，不跳号、不重号。
为什么：删了一段没改后面的号，或者插了一段没顺延，念稿时当场就听得出来。
有问题：（一）……（二）……（四）……；一是……二是……二是……
没问题：（一）……（二）……（三）……，下一节再从（一）起。
怎么办：通读一遍，补上漏掉的一段或顺延序号。
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.numerals import read_numeral
from taizhang.paper.outline.section import Part, Section
from taizhang.paper.spans import Span

_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}|\d{1,2}")
# A marker of running text stands at the beginning of a sentence.
_ENDS = "。！？\n"
_REACH = 12
_BLANKS = " \u3000\t"


def check(case: Case) -> Iterator[Finding]:
    """One finding for each number left out or given twice."""
    yield from _check_siblings(case, case.plan.outline.sections)


def _check_siblings(case: Case, sections: Sequence[Section]) -> Iterator[Finding]:
    for section in sections:
        if section.part is Part.PLAN:
            yield from _check_siblings(case, section.children)
    numbered = [(section, place) for section in sections if (place := _place(section)) is not None]
    for (before, (style, last)), (section, (other, number)) in pairwise(numbered):
        if style != other or section.part is not Part.PLAN:
            continue
        if number > last + 1:
            yield _gap(case, before, section)
        yield from _twice(case, before, section)


def _place(section: Section) -> tuple[str, int] | None:
    """The style of a section's marker and what it counts to; None for one that does not count."""
    return _counted(section.marker) if section.marker else None


@lru_cache(maxsize=512)
def _counted(marker: str) -> tuple[str, int] | None:
    match = _NUMERAL.search(marker)
    return match and (_NUMERAL.sub("#", marker, count=1), int(read_numeral(match.group())))


def _gap(case: Case, before: Section, section: Section) -> Finding:
    return report(
        RULE,
        case,
        (section.span, before.span),
        (
            f"序号从“{_shown(before)}”跳到“{_shown(section)}”，中间漏号。请补上漏掉的一段或顺延序号。",
            f"The numbering jumps from {_shown(before)} to {_shown(section)}. Add what is missing or renumber.",
        ),
    )


def _twice(case: Case, before: Section, section: Section) -> Iterator[Finding]:
    """A marker repeated at the start of a sentence before the next of its kind; to begin anew at one is no repetition."""
    prose, marker = case.prose, before.marker or ""
    if case.text.find(marker, before.span.start + len(marker), section.span.start) < 0:
        return
    place, end = prose.place(before.span), prose.place(section.span)
    if place is None or end is None or (_place(before) or ("", 1))[1] == 1:
        return
    start = prose.text.find(marker, place + len(marker), end)
    while start >= 0:
        span = prose.span(start, start + len(marker))
        if prose.text[max(0, start - _REACH) : start].rstrip(_BLANKS)[-1:] in _ENDS and not _is_inside_child(
            before, span
        ):
            yield _repeated(case, before, span)
        start = prose.text.find(marker, start + len(marker), end)


def _is_inside_child(section: Section, span: Span) -> bool:
    return any(child.span.start <= span.start < child.section_end for child in section.children)


def _repeated(case: Case, before: Section, span: Span) -> Finding:
    return report(
        RULE,
        case,
        (span, before.span),
        (
            f"序号“{_shown(before)}”用了两次。请顺延后面的序号。",
            f"The number {_shown(before)} is given twice. Renumber what follows.",
        ),
    )


def _shown(section: Section) -> str:
    return (section.marker or "").strip()


RULE = Rule(
    code="C51",
    name="序号连续",
    name_en="Numbering has no gap",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
