"""Project lists name their version (项目个数写明清单版本).

查什么：重大、重点项目的个数和投资写了同比增速或完成数的，应写明是哪一版清单（年初、调整后、截至某时）。
为什么：清单年中会调整，分子用调整后的、分母用年初的，完成率和增速都会虚高。
有问题：市重大项目42个，总投资518亿元，分别同比增长31.3%、45.2%。
没问题：按年中调整后清单，市重大项目42个，总投资518亿元，分别同比增长31.3%、45.2%。
怎么办：第一次出现时注明清单版本和日期，两年用同一种版本比较。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.latitude import printed
from taizhang.paper.checks.project_lists import ProjectList
from taizhang.paper.checks.rule import Rule, report

LISTED = re.compile(r"重大|重点")
VERSION = re.compile(r"年初|年中|调整|清单|版|截至|列入|名单|目录")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each list that is compared with last year's and never says which version it is."""
    by_name: dict[str, list[ProjectList]] = {}
    for projects in case.project_lists:
        if LISTED.search(projects.name):
            by_name.setdefault(projects.name, []).append(projects)
    for name, mentions in by_name.items():
        is_compared = any(measure.growth is not None for one in mentions for measure in one.measures)
        if is_compared and not any(_names_version(case, one) for one in mentions):
            yield _finding(case, name, mentions)


def _names_version(case: Case, projects: ProjectList) -> bool:
    statement = projects.count.level.statement
    return statement is not None and VERSION.search(statement.sentence.quote(case.text)) is not None


def _finding(case: Case, name: str, mentions: list[ProjectList]) -> Finding:
    counts = "、".join(f"{one.period}年{printed(one.count.level)}" for one in mentions)
    return report(
        RULE,
        case,
        tuple(one.count.level.span for one in mentions),
        (
            f"{name}（{counts}）写了增速，没有写明是哪一版清单（年初、调整后）。请注明清单版本和日期，两年按同一版本比较。",
            f"{name} ({', '.join(printed(one.count.level) for one in mentions)}) is compared with last year's without saying "
            "which version of the list it is. Name version and date, and compare like versions.",
        ),
        verdict=Verdict.BASIS,
    )


RULE = Rule(
    code="C15",
    name="项目个数写明清单版本",
    name_en="Project lists name their version",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
