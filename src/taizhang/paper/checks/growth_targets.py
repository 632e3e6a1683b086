"""Growth targets (增长目标): targets of the running text that are a growth over something."""

from collections.abc import Iterator

from taizhang.paper.checks.facts import Fact, Facts
from taizhang.paper.checks.word_lists import HERE, word_lists


def find_growth_targets(facts: Facts) -> Iterator[Fact]:
    """Yearly growth aimed at, where the sentence does not itself give the level it leads to."""
    for fact in facts.everything:
        statement = fact.statement
        if statement is None or fact.role != "growth" or fact.modality != "target":
            continue
        if (
            fact.unit == "%"
            and not _is_rate_of_change(fact.name)
            and statement.basis == "yoy"
            and fact.name
            and not _gives_level(facts, fact)
        ):
            yield fact


def _is_rate_of_change(name: str) -> bool:
    """Prices and indices are growth rates themselves; nothing lies under them."""
    return any(word in name for word in word_lists("bases", HERE)["without_level"])


def _gives_level(facts: Facts, fact: Fact) -> bool:
    assert fact.statement is not None, "a target of the running text"
    beside = facts.by_sentence[fact.statement.sentence.start]
    return any(other.role == "level" and other.name == fact.name for other in beside)
