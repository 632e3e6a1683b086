"""The same fact agrees with the other papers (与其他文件同一事项一致).

查什么：用 --against 给出的文件（政府工作报告、预算报告、上年计划）里，同一指标、同一年份的数是否与本文相同；上年定的目标，今年是否报告了结果、是否完成。
为什么：同一次人代会上的几个报告，数字对不上，代表当场就会问；去年的目标今年不提，等于没有交账。
有问题：本文“地区生产总值412.6亿元”，政府工作报告“416.2亿元”；上年计划“高新技术企业达到86家”，今年只字未提。
没问题：政府工作报告“地区生产总值突破410亿元”；上年目标“6%左右”，今年报告增长5.8%。
怎么办：同一年的文件，统一改成一个数；往年文件的数经过修订的，注明修订；目标没有完成或调整过的，写明原因和批准文件。
"""

from collections.abc import Iterator
from itertools import chain

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import printed
from taizhang.paper.checks.elsewhere import Encounter, encounters, nearest
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Evidence, Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Mode
from taizhang.paper.checks.latitude import latitude
from taizhang.paper.checks.promises import Promise, broken_promises, forgotten_promises
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.spans import Span


def check(case: Case) -> Iterator[Finding]:
    """One finding for each figure another paper states differently, and each of its targets unmet or passed over."""
    for other in case.against:
        meetings = chain(encounters(case, other, "actual"), encounters(case, other, "target"))
        yield from (_differs(case, other, meeting) for meeting in meetings if not _agree_somewhere(meeting))
        yield from (_broken(case, other, promise) for promise in broken_promises(case, other))
        yield from (_forgotten(case, other, promise) for promise in forgotten_promises(case, other))


def _agree_somewhere(meeting: Encounter) -> bool:
    return any(_agree(here, there, Mode.ROUNDED) for here in meeting.here for there in meeting.there)


def _agree(here: Fact, there: Fact, mode: Mode) -> bool:
    # 以上 and 以内 say where a target ends; the number itself is what must be the same.
    if here.modality == "target" or Bound.ABOUT in {here.bound, there.bound}:
        return here.plain[0] == there.plain[0]
    return latitude(here, mode).overlaps(latitude(there, mode))


def _differs(case: Case, other: Case, meeting: Encounter) -> Finding:
    there = meeting.there[0]
    here = nearest(meeting.here, there)
    severity, verdict, why = _weigh(case, other, here, there)
    name = f"{here.period}年{here.name}{_ROLES[here.role][0]}{'目标' if here.modality == 'target' else ''}"
    return report(
        RULE,
        case,
        (here.span,),
        (
            f"{name}，本文为{_told(here)}，《{other.name}》为{_told(there)}，两处不一致。{why[0]}",
            f"{_ROLES[here.role][1]}{here.name} in {here.period}: {_told(here)} here, {_told(there)} in {other.name}. {why[1]}",
        ),
        computed={"本文": _told(here), other.name: _told(there)},
        severity=severity,
        verdict=verdict,
        elsewhere=(_evidence(other, there),),
    )


def _weigh(case: Case, other: Case, here: Fact, there: Fact) -> tuple[Severity, Verdict, tuple[str, str]]:
    """Papers of one year must agree; an older one may have been overtaken by a revision."""
    if _agree(here, there, Mode.TRUNCATED):
        return (
            Severity.HINT,
            Verdict.TRUNCATION,
            ("一处是截尾、一处是四舍五入，请统一修约方式。", "One was cut off, one rounded."),
        )
    if case.review_year == other.review_year:
        return Severity.ERROR, Verdict.CONTRADICTORY, ("请核实后改为同一个数。", "Find out which is right.")
    return (
        Severity.WARNING,
        Verdict.BASIS,
        ("经过修订或调整的请注明，否则请核实。", "Say so if it was revised; otherwise find out which is right."),
    )


def _broken(case: Case, other: Case, promise: Promise) -> Finding:
    target, result = promise.target, promise.result
    assert result is not None, "broken promises have a result"
    return report(
        RULE,
        case,
        (result.span,),
        (
            f"《{other.name}》定的{target.period}年{target.name}{_ROLES[target.role][0]}目标是{_told(target)}，本文报告为{_told(result)}，"
            "没有达到。请写明原因；目标调整过的，注明批准文件。",
            f"{other.name} set {_told(target)} as the {target.period} target for {_ROLES[target.role][1]}{target.name}; "
            f"this paper reports {_told(result)}. Give the reason, or the decision that changed the target.",
        ),
        computed={"目标": _told(target), "实绩": _told(result)},
        severity=Severity.WARNING,
        elsewhere=(_evidence(other, target),),
    )


def _forgotten(case: Case, other: Case, promise: Promise) -> Finding:
    target = promise.target
    return report(
        RULE,
        case,
        (_opening(case),),
        (
            f"《{other.name}》定了{target.period}年{target.name}{_ROLES[target.role][0]}目标（{_told(target)}），本文没有报告结果。请补上完成情况。",
            f"{other.name} set a {target.period} target for {_ROLES[target.role][1]}{target.name} ({_told(target)}); "
            "this paper says nothing of the result. Report it.",
        ),
        computed={"目标": _told(target)},
        severity=Severity.HINT,
        elsewhere=(_evidence(other, target),),
    )


def _opening(case: Case) -> Span:
    """The first heading that reports on the year gone by, else the first heading, else the paper's first line."""
    headings = [child for section in case.plan.outline.sections for child in (section, *section.children)]
    year = case.review_year or ""
    chosen = next((one for one in headings if one.level > 0 and year in one.title), headings[0] if headings else None)
    if chosen is not None:
        return chosen.span
    end = case.text.find("\n")
    return Span(0, end if end > 0 else len(case.text))


def _told(fact: Fact) -> str:
    return printed(fact.value, fact.value_high, fact.unit, fact.bound)


def _evidence(other: Case, fact: Fact) -> Evidence:
    return Evidence(fact.span, fact.span.quote(other.text), other.name)


_ROLES = {"level": ("", ""), "growth": ("增速", "Growth of ")}

RULE = Rule(
    code="C60",
    name="与其他文件同一事项一致",
    name_en="The same fact agrees with the other papers",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
