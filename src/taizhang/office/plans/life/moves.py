"""Moves (流转规则): which step leads to which, read from ``moves.toml``; a pure table, nothing is decided here."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from taizhang.office.pages.words import Word
from taizhang.office.plans.life.step import Step


@dataclass(frozen=True, slots=True)
class Move:
    """Move (流转): one way from a step to another.

    Attributes:
        code: as passages keep it.
        action: what one must be allowed to do.
        requires: codes of what must hold before.
        asks: what its form asks for: ``document``, ``number``, ``note``, ``reason``.
        room: the page of its own it has; empty where the general form will do.
        is_back: whether it undoes something.
    """

    code: str
    from_steps: tuple[Step, ...]
    to_step: Step
    label: Word
    action: str
    requires: tuple[str, ...]
    asks: tuple[str, ...]
    room: str
    is_back: bool

    @property
    def wants_reason(self) -> bool:
        """Whether nobody does it without saying why."""
        return "reason" in self.asks


@dataclass(frozen=True, slots=True)
class Requirement:
    """Requirement (条件): what must hold before a move, and the sentence when it does not."""

    code: str
    label: Word
    refused: Word


@cache
def moves() -> dict[str, Move]:
    """Every move by its code, in the order of the table."""
    return {each["code"]: _move(each) for each in _table()["moves"]}


@cache
def requirements() -> dict[str, Requirement]:
    """Every requirement by its code."""
    return {
        code: Requirement(code, Word(*each["label"]), Word(*each["refused"]))
        for code, each in _table()["requirements"].items()
    }


def moves_from(step: str) -> tuple[Move, ...]:
    """The ways on and back from a step."""
    return tuple(move for move in moves().values() if step in move.from_steps)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def _move(each: dict[str, Any]) -> Move:
    before = [each["from"]] if isinstance(each["from"], str) else each["from"]
    return Move(
        code=each["code"],
        from_steps=tuple(map(Step, before)),
        to_step=Step(each["to"]),
        label=Word(*each["label"]),
        action=each["action"],
        requires=tuple(each.get("requires", ())),
        asks=tuple(each.get("asks", ())),
        room=each.get("room", ""),
        is_back=each.get("is_back", False),
    )
