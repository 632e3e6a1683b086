"""Case (受核材料): what a rule may look at — one plan, the papers it is held against, and the region's settings."""

from dataclasses import dataclass
from functools import cached_property

from taizhang.paper.bindings.bind import bind
from taizhang.paper.bindings.binding import Binding
from taizhang.paper.checks.bases import Bases, reported_levels
from taizhang.paper.checks.completion import Completion, find_completions
from taizhang.paper.checks.counterparts import Counterpart, find_counterparts
from taizhang.paper.checks.facts import Fact, Facts, gather_facts
from taizhang.paper.checks.growth_targets import find_growth_targets
from taizhang.paper.checks.name_lists import NameList, counted_lists
from taizhang.paper.checks.pairs import Pair, find_pairs
from taizhang.paper.checks.parts import Parts, find_parts
from taizhang.paper.checks.project_lists import ProjectList, find_project_lists
from taizhang.paper.checks.prose import Prose, write_out
from taizhang.paper.checks.settings import Settings
from taizhang.paper.plan import Plan


@dataclass(frozen=True)
class Case:
    """Case (受核材料).

    What several rules look for is looked for once, when the first of them asks.

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

    @cached_property
    def parts(self) -> tuple[Parts, ...]:
        """What is said to be among something else."""
        return find_parts(self.facts, self.plan.tables, self.text)

    @cached_property
    def completions(self) -> tuple[Completion, ...]:
        """Its rates of completion."""
        return find_completions(self.facts, self.text)

    @cached_property
    def growth_targets(self) -> tuple[Fact, ...]:
        """The growth it aims at without telling the level it leads to."""
        return tuple(find_growth_targets(self.facts))

    @cached_property
    def bases(self) -> Bases:
        """The present levels that it and the papers it is held against offer."""
        return reported_levels((paper.facts, paper.text) for paper in (self, *self.against))

    @cached_property
    def counted_lists(self) -> tuple[NameList, ...]:
        """Its lists that 等 ends and a count follows."""
        return tuple(counted_lists(self.prose))

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
        prose=write_out(plan),
        against=against,
        settings=settings,
    )
