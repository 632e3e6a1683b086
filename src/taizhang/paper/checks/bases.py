"""Bases (基数): the present level a target starts from, wherever the document gives it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from taizhang.paper.checks.facts import Fact, Facts
from taizhang.paper.checks.word_lists import HERE, word_lists
from taizhang.paper.quantities.quantity import Bound

VAGUE = frozenset({Bound.MORE_THAN, Bound.ABOUT, Bound.NEARLY, Bound.AT_LEAST})


@dataclass(frozen=True, slots=True)
class Bases:
    """Bases (基数): reported levels by the name of what they measure, in this document and those it is held against."""

    by_name: Mapping[str, tuple[Fact, ...]]
    by_measure: Mapping[str, tuple[tuple[Fact, str], ...]]

    def of(self, target: Fact) -> tuple[Fact, ...]:
        """The reported levels of what a target is about; where none has its name, those whose sentence names it."""
        named = self.by_name.get(_plain(target.key)) or self.by_name.get(_plain(target.name))
        if named:
            return named
        owner, measure = _owner_and_measure(target.name)
        if not owner:
            return ()
        return tuple(fact for fact, sentence in self.by_measure.get(measure, ()) if owner in sentence)


def reported_levels(papers: Iterable[tuple[Facts, str]]) -> Bases:
    """The bases that papers offer, each given by its facts and its text."""
    by_name: dict[str, list[Fact]] = defaultdict(list)
    by_measure: dict[str, list[tuple[Fact, str]]] = defaultdict(list)
    for facts, text in papers:
        for fact in facts.everything:
            if fact.role != "level" or fact.modality != "actual":
                continue
            for name in {_plain(name) for name in {fact.key, fact.name}}:
                by_name[name].append(fact)
            measure = _owner_and_measure(fact.name)[1]
            if measure and fact.statement:
                by_measure[measure].append((fact, fact.statement.sentence.quote(text)))
    return Bases(_frozen(by_name), {key: tuple(pairs) for key, pairs in by_measure.items()})


def _plain(name: str) -> str:
    """A name without the words around it that do not change what is measured: 年度…, …数量."""
    before, after, _ = _words()
    if name.startswith(before):
        for word in before:
            name = name.removeprefix(word)
    if name.endswith(after):
        for word in after:
            name = name.removesuffix(word)
    return name


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Words before a name, words after it, and words that measure."""
    words = word_lists("bases", HERE)
    return tuple(words["before"]), tuple(words["after"]), tuple(chain(*words["measures"].values()))


def _owner_and_measure(name: str) -> tuple[str, str]:
    """数字经济核心产业营业收入 → 数字经济核心产业, 营业收入; other words for one measure are one."""
    if not name.endswith(_words()[2]):
        return "", ""
    for measure, words in word_lists("bases", HERE)["measures"].items():
        for word in words:
            if name.endswith(word):
                return name.removesuffix(word), measure
    return "", ""


def _frozen(groups: Mapping[str, list[Fact]]) -> dict[str, tuple[Fact, ...]]:
    return {key: tuple(facts) for key, facts in groups.items()}
