"""Stepping (分季进度): the words and the figure of a quarter as one cell, and back; and four quarters out of one cell."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from taizhang.office.assignments.decomposition.figures import NotAFigureError, read_figure
from taizhang.office.assignments.terms import StepTerms

HELD = tomllib.loads(Path(__file__).with_name("stepping.toml").read_text("utf-8"))
BOTH, MARK = re.compile(HELD["both"], re.DOTALL), re.compile(HELD["mark"])


def step_cell(step: StepTerms | None, unit: str) -> str:
    """What stands in the quarter's cell."""
    if step is None or step.value is None:
        return step.words if step else ""
    figure = f"{step.value:f}{unit}"
    return str(HELD["written"].format(words=step.words, figure=figure)) if step.words else figure


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
        return str(HELD["quarters"][mark["quarter"]])
    return next(quarter for quarter in ("Q2", "Q3", "Q4") if mark[quarter])
