"""An indicator has its official name (指标用规范名称).

查什么：有附表的计划里，指标名称与统计制度的名称差得较多的，每个名称提示一次；正文可用通行简称，附表要求用全称。
为什么：“城乡居民人均可支配收入”不是统计指标名称，读者不知道是全体居民还是城镇、农村两个数。
有问题：附表“城乡居民人均可支配收入”（应为全体居民人均可支配收入）、“万元生产总值能耗降低率”（应为万元地区生产总值能耗降低率）。
没问题：正文“规上工业增加值”“进出口总额”“GDP”，都是通行的简称。
怎么办：附表用全称；正文首次出现用全称，后面用简称。
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from taizhang.paper.checks.annex import name_span, target_tables
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import Indicator, indicators, same_words
from taizhang.paper.indicators.lookup import find_indicator
from taizhang.paper.spans import Span

# Marks, brackets, and the words of regions and of counting that every name may carry.
_NOISE = re.compile(
    r"[（(\[][^（）()\[\]]*[)）\]]|[^\w.&]|[的率数额]|总(?=值|量|额|投资)|^(?:[全我本][区县市省州旗]|[省市区县]级|年度|新增|当年|到位)"
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each name that is neither the official one nor a short form everybody knows."""
    tables = list(target_tables(case.plan))
    if not tables:
        return
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for table in tables:
        for row in table.rows:
            # 本年收入合计 has its code from the rows around it; it names nothing by itself.
            is_named = row.code is not None and find_indicator(row.indicator) == row.code
            if is_named and row.code and not _is_part_of(row.indicator, indicators()[row.code].name):
                found[row.code, row.indicator].append(name_span(row, case.text))
    for statement in case.plan.statements:
        if (
            statement.indicator
            and statement.subject_span
            and not _is_short_form(statement.subject, statement.indicator)
        ):
            found[statement.indicator, statement.subject].append(statement.subject_span)
    for (code, name), spans in found.items():
        yield _finding(case, name, indicators()[code], tuple(dict.fromkeys(spans)))


@lru_cache(maxsize=8192)
def _is_short_form(name: str, code: str) -> bool:
    """Whether a name of the running text is a part of the official one, GDP read as 地区生产总值."""
    entry = indicators()[code]
    return _is_part_of(name, entry.name) or _is_part_of(_levelled(name), _levelled(entry.name))


def _is_part_of(name: str, official: str) -> bool:
    short, full = _NOISE.sub("", name), _NOISE.sub("", official)
    return short in full or full in short


def _levelled(name: str) -> str:
    for word, same in same_words().items():
        name = name.replace(word, same)
    return name


def _finding(case: Case, name: str, entry: Indicator, spans: tuple[Span, ...]) -> Finding:
    return report(
        RULE,
        case,
        spans,
        (
            f"“{name}”的规范名称是“{entry.name}”。请确认所指是同一个指标，首次出现时和附表中用规范名称。",
            f"The official name of “{name}” is “{entry.name}”. Make sure it is the same indicator, and use the official name "
            "in the annex and where it is first mentioned.",
        ),
        computed={"规范名称": entry.name},
    )


RULE = Rule(
    code="C33",
    name="指标用规范名称",
    name_en="An indicator has its official name",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
