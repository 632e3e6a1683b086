"""The project count matches the annex (项目数与清单一致).

查什么：正文写“年度重大项目48个、总投资520亿元、年度计划投资126亿元”，与所附项目清单的行数和合计对照；计划没有附清单的，提示无法核对。
为什么：项目清单年中常增减，正文的数没有跟着改，人大审查和投资调度就对不上。
有问题：正文重点项目12个，清单列11个。
没问题：正文重点项目12个，清单12行。
怎么办：以审定清单为准改正正文；没有附清单的，把清单作为附件或注明清单文号。
"""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Interval, allowed
from taizhang.paper.checks.project_lists import Measure, ProjectList
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.quantities.magnitudes import in_plain_units
from taizhang.paper.tables.table import Table, TableKind

_TOTALS = ("合计", "总计", "小计")
_ANNUAL_LISTS = ("重大项目", "重点项目", "建设项目")
_PLAN = "发展计划"
_MONEY = ("万元", "亿元")


def check(case: Case) -> Iterator[Finding]:
    """Findings about each yearly project list that the text sums up."""
    year = case.plan.outline.front.plan_year
    lists = [one for one in case.project_lists if one.modality == "target" and one.period == year]
    lists = [one for one in lists if one.name.endswith(_ANNUAL_LISTS) and one.amounts]
    tables = [table for table in case.plan.tables if table.kind is TableKind.PROJECTS]
    for projects in lists:
        table = _table_of(projects, tables)
        if table is not None:
            yield from _compare(case, projects, table)
        elif not tables and _PLAN in (case.plan.outline.front.title or ""):
            yield _missing(case, projects)


def _table_of(projects: ProjectList, tables: list[Table]) -> Table | None:
    """The one table whose title names the list."""
    named = [table for table in tables if projects.name in (table.title or "")]
    return named[0] if len(named) == 1 else None


def _missing(case: Case, projects: ProjectList) -> Finding:
    count = projects.count.level
    return report(
        RULE,
        case,
        (count.span,),
        (
            f"{projects.name}{count.value}个没有附项目清单，个数和投资额无法核对。请附清单，或注明清单文号。",
            f"{projects.name}: {count.value} are counted but no list is annexed to check them by. Annex it, or cite it.",
        ),
        severity=Severity.HINT,
    )


def _compare(case: Case, projects: ProjectList, table: Table) -> Iterator[Finding]:
    rows = [record for record in table.records if _is_project(record)]
    stated = projects.count.level.value
    if stated != len(rows):
        yield _differs(case, projects.count, table, f"{stated}个", f"{len(rows)}个")
    for name, measure in projects.amounts.items():
        total = _sum(table, rows, name)
        if total is not None and not _stated(measure).overlaps(total):
            yield _differs(
                case,
                measure,
                table,
                f"{name}{measure.level.span.quote(case.text)}",
                f"合计{total.scaled(Decimal('1e-8')).printed()}亿元",
            )


def _is_project(record: tuple[str, ...]) -> bool:
    """A group row has words in one cell only; a total says that it is one."""
    return sum(map(bool, record)) > 2 and not any(word in cell for cell in record[:3] for word in _TOTALS)


def _stated(measure: Measure) -> Interval:
    """What the figure of the text allows, in 元."""
    level = measure.level
    return allowed(level.value, level.bound).scaled(in_plain_units(Decimal(1), level.unit)[0])


def _sum(table: Table, rows: list[tuple[str, ...]], name: str) -> Interval | None:
    """What the cells of a column allow together, in 元; None where no column or a cell is not a number."""
    for column, head in enumerate(table.heads):
        unit = next((unit for unit in _MONEY if unit in head), None)
        if unit and name in head:
            return _added([record[column] for record in rows], unit)
    return None


def _added(cells: list[str], unit: str) -> Interval | None:
    total = Interval(Decimal(0), Decimal(0))
    factor = in_plain_units(Decimal(1), unit)[0]
    for cell in cells:
        try:
            total += allowed(Decimal(cell.replace(",", ""))).scaled(factor)
        except InvalidOperation:
            return None
    return total


def _differs(case: Case, measure: Measure, table: Table, text: str, annex: str) -> Finding:
    return report(
        RULE,
        case,
        (measure.level.span, table.span),
        (
            f"正文{text}，所附清单{annex}，两处不一致。请以审定清单为准改正。",
            f"The text says {text}, the annexed list gives {annex}. Correct the one that is wrong.",
        ),
        computed={"正文": text, "清单": annex},
        verdict=Verdict.CONTRADICTORY,
    )


RULE = Rule(
    code="C67",
    name="项目数与清单一致",
    name_en="The project count matches the annex",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
