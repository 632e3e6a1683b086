"""Case (受核材料): what a rule may look at — one plan, the papers it is held against, and the region's settings."""

from dataclasses import dataclass

from taizhang.paper.bindings.bind import bind
from taizhang.paper.bindings.binding import Binding
from taizhang.paper.checks.counterparts import Counterpart, find_counterparts
from taizhang.paper.checks.facts import Facts, gather_facts
from taizhang.paper.checks.pairs import Pair, find_pairs
from taizhang.paper.checks.project_lists import ProjectList, find_project_lists
from taizhang.paper.checks.prose import Prose, write_out
from taizhang.paper.checks.settings import Settings
from taizhang.paper.plan import Plan


@dataclass(frozen=True, slots=True)
class Case:
    """Case (受核材料).

    Attributes:
        plan: the document being checked.
        facts: its numbers in one shape.
        bindings: its text and its annex side by side.
        counterparts: of these, what both put a number to beyond doubt.
        pairs: its levels and growths that belong together.
        project_lists: its counts of projects with the amounts said of them.
        prose: its running text as one string.
        against: the papers it is held against (last year's plan, the work report), each a case of its own.
        settings: the region's settings.
    """

    plan: Plan
    facts: Facts
    bindings: tuple[Binding, ...]
    counterparts: tuple[Counterpart, ...]
    pairs: tuple[Pair, ...]
    project_lists: tuple[ProjectList, ...]
    prose: Prose
    against: tuple["Case", ...]
    settings: Settings

    @property
    def text(self) -> str:
        """The document's text."""
        return self.plan.document.text

    @property
    def review_year(self) -> str | None:
        """The year whose results it reports; where it does not say, the one before the plan's."""
        front = self.plan.outline.front
        if front.review_year is None and front.plan_year is not None and front.plan_year.isdigit():
            return str(int(front.plan_year) - 1)
        return front.review_year

    @property
    def name(self) -> str:
        """The document's file name, for messages about another paper."""
        return self.plan.document.origin.name


def build_case(plan: Plan, against: tuple[Plan, ...] = (), settings: Settings | None = None) -> Case:
    """The case of a plan, and of each paper it is held against."""
    chosen = settings or Settings()
    return _case(plan, tuple(_case(other, (), chosen) for other in against), chosen)


def _case(plan: Plan, against: tuple[Case, ...], settings: Settings) -> Case:
    bindings = bind(plan.tables, plan.statements, plan.outline.front.region)
    facts = gather_facts(plan)
    return Case(
        plan=plan,
        facts=facts,
        bindings=bindings,
        counterparts=find_counterparts(plan, bindings),
        pairs=find_pairs(facts, plan.document.text),
        project_lists=find_project_lists(facts),
        prose=write_out(plan.outline),
        against=against,
        settings=settings,
    )
