"""Stepping (分季进度): the words and the figure of a quarter as one cell, and back; and four quarters out of one cell."""

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from taizhang.office.assignments.decomposition.figures import NotAFigureError, read_figure
from taizhang.office.assignments.terms import StepTerms

BOTH = re.compile(r"(?P<words>.*)（累计(?P<figure>[-\d.]+)[^）]*）", re.DOTALL)
MARK = re.compile(
    r"(?:第?(?P<quarter>[一二三四1-4])季度[末底]?|(?P<half>上半年)|(?P<three>前三季度)|(?P<year>全年|年[底末]))[：:，,前]?"
)
NUMERALS = {"一": "Q1", "二": "Q2", "三": "Q3", "四": "Q4", "1": "Q1", "2": "Q2", "3": "Q3", "4": "Q4"}


def step_cell(step: StepTerms | None, unit: str) -> str:
    """What stands in the quarter's cell."""
    if step is None or step.value is None:
        return step.words if step else ""
    figure = f"{step.value:f}{unit}"
    return f"{step.words}（累计{figure}）" if step.words else figure


def step_of(said: str, period: str, unit: str) -> StepTerms | None:
    """What the cell says: a figure, words, or both; None for nothing."""
    words = said.strip()
    if not words:
        return None
    both = BOTH.fullmatch(words)
    if both:
        return StepTerms(period, both["words"].strip(), read_figure(both["figure"]))
    try:
        figure = read_figure(words, unit)
    except NotAFigureError:
        return StepTerms(period, words)
    return StepTerms(period, "", figure) if figure is not None else StepTerms(period, words)


def quarters_in(said: str) -> dict[str, str]:
    """Quarter → its words, out of a cell that tells of several; words before any quarter belong to the last."""
    words = unicodedata.normalize("NFC", said)
    marks = list(MARK.finditer(words))
    if not marks:
        return {"Q4": words.strip()} if words.strip() else {}
    ends = [mark.start() for mark in marks[1:]] + [len(words)]
    return dict(_pieces(words, marks, ends))


def _pieces(words: str, marks: list[re.Match[str]], ends: list[int]) -> Iterator[tuple[str, str]]:
    for mark, end in zip(marks, ends, strict=True):
        yield _quarter(mark), words[mark.end() : end].strip(" \n\t；;。，,、")


def _quarter(mark: re.Match[str]) -> str:
    if mark["quarter"]:
        return NUMERALS[mark["quarter"]]
    return "Q2" if mark["half"] else "Q3" if mark["three"] else "Q4"


def quarter_label(quarter: str) -> str:
    """As pages say it."""
    return {"Q1": _("一季度"), "Q2": _("二季度"), "Q3": _("三季度"), "Q4": _("四季度")}[quarter]
