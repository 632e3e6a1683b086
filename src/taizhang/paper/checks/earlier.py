"""Earlier figures (上年数): what this paper, or one it is held against, said of the same thing for a year gone by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Evidence
from taizhang.paper.checks.intervals import Interval
from taizhang.paper.checks.latitude import latitude, printed
from taizhang.paper.checks.project_lists import ProjectList
from taizhang.paper.spans import Span

# New ones of the year and all there are bear one name: 新增企业2家 is not the year before of 企业达到20家.
_MANNER = re.compile(
    r"新增|净增|新建|新培育|新认定|新登记|新开工|新改建|累计|当月|"
    r"市本级|市级|本级|省级|国家级|开工|建成|竣工|总数|年均"
)
_CLAUSE_ENDS = "，；。：:;\n"
_REACH = 40
# Words that name nothing by themselves: the next sentence means other ones.
_NAMELESS = frozenset({
    "项目",
    "企业",
    "工程",
    "投资",
    "资金",
    "总投资",
    "完成投资",
    "群众",
    "活动",
    "单位",
    "片区",
    "人员",
    "就业",
    "收入",
    "支出",
    "利润",
})
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """Earlier figure (上年数): a fact of a year gone by and the paper that states it.

    Attributes:
        fact: the figure.
        paper: the case of the paper it stands in.
        is_here: whether that is the paper being checked.
    """

    fact: Fact
    paper: Case
    is_here: bool

    @property
    def allowed(self) -> Interval:
        """What it allows, in plain units."""
        return latitude(self.fact)

    @property
    def told(self) -> str:
        """The figure and, for another paper, where it stands."""
        return printed(self.fact) if self.is_here else f"{printed(self.fact)}（{self.paper.name}）"

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its place, where it stands in the paper being checked."""
        return (self.fact.span,) if self.is_here else ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its place, where it stands in another paper."""
        if self.is_here:
            return ()
        return (Evidence(self.fact.span, self.fact.span.quote(self.paper.text), self.paper.name),)


def year_before(period: str | None) -> str | None:
    """``2022`` → ``2021``; None for anything but a year."""
    return str(int(period) - 1) if period is not None and len(period) == 4 and period.isdigit() else None


def earlier_figures(case: Case, like: Fact, year: str | None) -> tuple[Earlier, ...]:
    """What was reported for a year of the thing a fact is about, in this paper and those it is held against."""
    if year is None or not is_named(like):
        return ()
    return tuple(_look(case, like, year))


def earlier_targets(case: Case, like: Fact) -> tuple[Earlier, ...]:
    """What the papers it is held against had set as the target for the year a fact reports."""
    if like.period is None or not is_named(like):
        return ()
    return tuple(
        Earlier(fact, paper, is_here=False)
        for paper in case.against
        for fact in paper.facts.by_key.get(like.key, ())
        if (fact.role, fact.modality, fact.period) == ("level", "target", like.period)
        and fact.plain[1] == like.plain[1]
    )


def earlier_lists(case: Case, projects: ProjectList) -> tuple[tuple[Case, ProjectList], ...]:
    """The lists of the same name reported for the year before, here and in the papers it is held against."""
    year = year_before(projects.period)
    return tuple(
        (paper, other)
        for paper in (case, *case.against)
        for other in paper.project_lists
        if (other.name, other.modality, other.period) == (projects.name, "actual", year)
    )


def is_named(fact: Fact) -> bool:
    """Whether its name alone says what it is about, wherever it stands."""
    return fact.key != fact.name or (len(fact.name) >= _SHORTEST_NAME and fact.name not in _NAMELESS)


def _look(case: Case, like: Fact, year: str) -> Iterator[Earlier]:
    reports = [
        (paper, fact)
        for paper in (case, *case.against)
        for fact in paper.facts.by_key.get(like.key, ())
        if _is_report(fact, like, year)
    ]
    manner = _manner(case, like) if reports else None
    return (Earlier(fact, paper, paper is case) for paper, fact in reports if _manner(paper, fact) == manner)


def _is_report(fact: Fact, like: Fact, year: str) -> bool:
    return fact.period == year and (fact.role, fact.modality) == ("level", "actual") and fact.plain[1] == like.plain[1]


def _manner(paper: Case, fact: Fact) -> frozenset[str]:
    if fact.row is not None:
        return frozenset(_MANNER.findall(fact.row.label))
    start = max(0, fact.span.start - _REACH)
    before = paper.text[start : fact.span.start]
    clause = before[max(before.rfind(mark) for mark in _CLAUSE_ENDS) + 1 :]
    return frozenset(_MANNER.findall(clause))
