"""Dates are in order (日期合理).

查什么：印发通知的成文日期：是真实的日期；不早于通知里写的批准日期；不是星期六、星期日，也不是1月1日、5月1日、10月1日至3日。
调休的工作日和按农历放假的节日各年不同，不在此查，由经办人对照当年放假通知。
为什么：成文早于批准，文件就没有依据；落款在休息日，多半是改了稿没改日期。
有问题：2024年2月6日大会通过，通知落款2024年2月5日；落款2024年2月10日（星期六）。
没问题：2024年2月6日大会通过，通知落款2024年3月4日（星期一）。
怎么办：核对签发日期；休息日确是调休上班的，写明理由留存。
"""

import re
from collections.abc import Iterator
from datetime import date

from taizhang.paper.blocks.block import Paragraph
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.outline.section import Part

_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_APPROVED = re.compile(rf"{_DATE.pattern}[^。；\n]{{0,60}}?(?:通过|批准)")
_WEEKDAYS = "一二三四五六日"
_SATURDAY = 5
# Days off in every year, by law: (month, day).
_HOLIDAYS = frozenset({(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)})


def check(case: Case) -> Iterator[Finding]:
    """Findings about the dates of the notice."""
    lines = _notice(case)
    for line in lines:
        match = _DATE.fullmatch(line.text.strip())
        if match is None:
            continue
        signed = _day(match)
        if signed is None:
            yield _finding(
                case, line, f"“{match.group()}”不是真实的日期", f"{match.group()} is no date of the calendar"
            )
        else:
            yield from _check_signed(case, lines, line, signed)


def _notice(case: Case) -> list[Paragraph]:
    root = next((one for one in case.plan.outline.sections if one.part is Part.NOTICE), None)
    if root is None:
        return []
    return [line for line in case.prose.paragraphs if root.span.start <= line.span.start < root.section_end]


def _check_signed(case: Case, lines: list[Paragraph], line: Paragraph, signed: date) -> Iterator[Finding]:
    for other in lines:
        match = _APPROVED.search(other.text)
        approved = _day(match) if match else None
        if approved and signed < approved:
            zh, en = (
                f"成文日期{signed}早于批准日期{approved}",
                f"The date {signed} is before the approval on {approved}",
            )
            yield _finding(case, line, zh, en)
    weekday = signed.weekday()
    if weekday >= _SATURDAY:
        zh = f"成文日期{signed}是星期{_WEEKDAYS[weekday]}，确是调休上班的请留存理由"
        yield _finding(case, line, zh, f"The date {signed} is a {signed:%A}", Severity.WARNING)
    elif (signed.month, signed.day) in _HOLIDAYS:
        zh, en = f"成文日期{signed}是法定节假日", f"The date {signed} is a public holiday"
        yield _finding(case, line, zh, en, Severity.WARNING)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def _finding(case: Case, line: Paragraph, zh: str, en: str, severity: Severity = Severity.ERROR) -> Finding:
    return report(
        RULE, case, (line.span,), (f"{zh}。请核对签发日期。", f"{en}. Check the date of signature."), severity=severity
    )


RULE = Rule(
    code="C49",
    name="日期合理",
    name_en="Dates are in order",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
