"""Projects that need expropriation are named (涉征收项目列名).

查什么：年度计划里安排棚户区改造、旧城区改建、城中村改造、土地征收成片开发，却没有写出项目或片区名称，也没有附项目清单。
为什么：房屋征收、成片开发征地的前提之一是项目已纳入国民经济和社会发展年度计划（土地管理法第四十五条、国务院令第590号第九条），不列名，征收时就没有依据。
有问题：加快成片开发方案内项目落地。
没问题：实施东岭、南苑、西堤等3个片区棚户区改造。
怎么办：在正文或附件列出拟征收项目（片区）名称和范围。只查国民经济和社会发展计划，不查政府工作报告。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import CLAUSE_MARKS, MOST_PLACES
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.outline.section import Part
from taizhang.paper.tables.table import TableKind

_WORKS = ("棚户区改造", "棚改", "旧城区改建", "旧城改建", "旧城改造", "旧城区改造", "城中村改造", "成片开发")
_PLAN = "发展计划"
# A list, or the name of a place right before the works: 实施曹营村棚户区改造.
_NAMED = re.compile(
    r"等\s*(?:\d+|[一二三四五六七八九十两]+)\s*[个处片]|[\u4e00-\u9fff]、[\u4e00-\u9fff]|[\u4e00-\u9fff]{2,}(?:村|片区|街|路|小区|社区|园|站)"
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for all works of that sort which the plan does not name."""
    if _PLAN not in (case.plan.outline.front.title or "") or _has_project_list(case):
        return
    prose = case.prose
    places = [
        place
        for place in prose.places(*_WORKS)
        if prose.part(place[0]) is Part.PLAN and prose.sets_targets(place[0]) and not _is_named(case, place[0])
    ]
    if places:
        words = "、".join(dict.fromkeys(prose.text[start:end] for start, end in places))
        yield report(
            RULE,
            case,
            tuple(prose.span(*place) for place in places[:MOST_PLACES]),
            (
                f"计划安排了{words}（{len(places)}处未列名），没有写出项目或片区名称，也没有附清单。涉及征收的须列入年度计划，请列名。",
                f"{len(places)} mentions of works that need expropriation name no project. The plan must name them; add names or a list.",
            ),
            computed={"处数": str(len(places))},
        )


def _has_project_list(case: Case) -> bool:
    return any(table.kind is TableKind.PROJECTS for table in case.plan.tables)


def _is_named(case: Case, place: int) -> bool:
    start, _ = case.prose.sentence(place, CLAUSE_MARKS)
    return _NAMED.search(case.prose.text, start, place) is not None


RULE = Rule(
    code="C64",
    name="涉征收项目列名",
    name_en="Projects that need expropriation are named",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
