"""Derivations (测算): a target level, the target growth beside it, and the last actual it ought to grow from."""

from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.earlier import Earlier, earlier_figures, year_before
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.intervals import Interval, Mode, grown
from taizhang.paper.checks.latitude import latitude
from taizhang.paper.checks.pairs import Pair


@dataclass(frozen=True, slots=True)
class Derivation:
    """Derivation (测算): base × (1 + target growth) = target level.

    Attributes:
        pair: the target level and the target growth.
        bases: the actuals of the year before, one for each place that states it; never empty.
    """

    pair: Pair
    bases: tuple[Earlier, ...]

    @property
    def base(self) -> Earlier:
        """The base to name in a message: the one nearest to what the target implies."""
        implied = self.pair.base()
        middle = implied.low if implied is not None else self.pair.level.plain[0]
        return min(self.bases, key=lambda base: abs(base.fact.plain[0] - middle))

    def product(self, percent: Interval, base: Earlier, mode: Mode = Mode.ROUNDED) -> Interval:
        """What a base grown by so much comes to, in plain units."""
        return grown(latitude(base.fact, mode), percent)

    @property
    def stated(self) -> Interval:
        """The target growth, exact: a target is no measurement."""
        growth = self.pair.growth
        return Interval(growth.value, growth.value if growth.value_high is None else growth.value_high)

    def holds(self, percent: Interval) -> bool:
        """Whether some base grown by so much gives the level, rounded or cut off."""
        return any(
            self.product(percent, base, mode).overlaps(latitude(self.pair.level, mode))
            for base in self.bases
            for mode in Mode
        )


def find_derivations(case: Case) -> Iterator[Derivation]:
    """The derivations of a plan: rows of its annex, and indicators whose target its text gives both ways."""
    for pair in case.pairs:
        if pair.level.modality == "target" and pair.level.value > 0:
            bases = _bases(case, pair.level)
            if bases:
                yield Derivation(pair, bases)


def _bases(case: Case, level: Fact) -> tuple[Earlier, ...]:
    year = year_before(level.period)
    if level.row is not None:
        # The row's own base decides: the text may round it.
        own = [fact for fact in case.facts.by_key[level.key] if _is_base_in_row(fact, level, year)]
        if own:
            return tuple(Earlier(fact, case, is_here=True) for fact in own)
    return earlier_figures(case, level, year) if level.key != level.name else ()


def _is_base_in_row(fact: Fact, level: Fact, year: str | None) -> bool:
    return (
        fact.row is level.row
        and fact.period == year
        and (fact.role, fact.modality) == ("level", "actual")
        and fact.plain[1] == level.plain[1]
    )
