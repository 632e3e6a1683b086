"""Actions (操作): what can be recorded and how each is told, read from ``actions.toml``."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from taizhang.office.pages.trail import Act
from taizhang.office.pages.words import Word


class UnknownActionError(LookupError):
    """Unknown action (未登记的操作): some code records what ``actions.toml`` has no words for."""


@dataclass(frozen=True, slots=True)
class Action:
    """Action (操作): something a person or the system can do.

    Attributes:
        code: ``group.past_tense``, as entries hold it.
        label: in lists.
        told: a sentence with ``{who}`` and ``{title}``.
    """

    code: str
    label: Word
    told: Word

    @property
    def group(self) -> str:
        """The first half of the code."""
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Piece:
    """Piece (片段): part of a sentence; the names in it stand out."""

    words: str
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Vocabulary (词表): everything ``actions.toml`` says."""

    actions: dict[str, Action]
    groups: dict[str, Word]
    kinds: dict[str, Word]
    details: dict[str, Word]


@cache
def vocabulary() -> Vocabulary:
    """The words, read once."""
    read = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    actions = [Action(each["code"], Word(*each["label"]), Word(*each["told"])) for each in read["actions"]]
    return Vocabulary(
        actions={action.code: action for action in actions},
        **{name: {key: Word(*words) for key, words in read[name].items()} for name in ("groups", "kinds", "details")},
    )


def check_known(act: Act) -> None:
    """Refuse what could not be told to the auditor.

    Raises:
        UnknownActionError: its action, kind of object or a detail has no words.
    """
    known = vocabulary()
    unknown = {act.action} - known.actions.keys() | {act.matter.kind} - known.kinds.keys() - {""}
    unknown |= act.details.keys() - known.details.keys()
    if unknown:
        raise UnknownActionError(sorted(unknown))


def tell(code: str, *, who: str, title: str) -> tuple[Piece, ...]:
    """The sentence of an action; the code itself where an entry holds one we do not know."""
    action = vocabulary().actions.get(code)
    if action is None:
        return (Piece(f"{who} {code} {title}"),)
    return tuple(_pieces(str(action.told), {"who": who, "title": title}))


def _pieces(sentence: str, names: dict[str, str]) -> Iterator[Piece]:
    for words, name, _format, _conversion in Formatter().parse(sentence):
        if words:
            yield Piece(words)
        if name:
            yield Piece(names[name], is_name=True)
