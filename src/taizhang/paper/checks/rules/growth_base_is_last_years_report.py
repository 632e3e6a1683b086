"""Growth is reckoned from what was reported last year (增速的基数就是上年报告的数).

查什么：计划或实绩写了“N个、总投资X亿元，分别增长a%、b%”的，由此得出的上年基数应当等于本文件（或对照文件）写的上年同名数。
为什么：同名的清单前后两处用了两个基数，增速就没有意义；多数是年初清单和调整后清单混用。
有问题：执行情况写“市重大项目42个”，任务部分写“市重大项目48个，同比增长50%”（基数32个）。
没问题：执行情况写32个，任务部分写48个、增长50%。
怎么办：统一用同一张清单作基数，或写明“比上年年初清单增长”。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.comparability import comparability
from taizhang.paper.checks.earlier import Earlier, earlier_figures, earlier_lists, year_before
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Mode
from taizhang.paper.checks.latitude import in_unit_of, printed
from taizhang.paper.checks.pairs import Pair
from taizhang.paper.checks.project_lists import ProjectList
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import CrossCheck

Mismatch = tuple[Pair, Earlier]


def check(case: Case) -> Iterator[Finding]:
    """One finding for each list, and each other thing, whose growth starts from another figure than was reported."""
    in_lists: set[int] = set()
    for projects in case.project_lists:
        in_lists |= {measure.level.span.start for measure in projects.measures}
        mismatches = tuple(_mismatches_of_list(case, projects))
        if mismatches:
            yield _finding(case, projects.name, mismatches, Severity.ERROR)
    for pair in case.pairs:
        if _is_plain_target(pair) and pair.level.span.start not in in_lists:
            yield from _of_pair(case, pair)


def _is_plain_target(pair: Pair) -> bool:
    """A target of the running text for a thing the catalogue does not know: C01 looks after the others."""
    level = pair.level
    return level.key == level.name and level.modality == "target" and not level.is_in_table


def _mismatches_of_list(case: Case, projects: ProjectList) -> Iterator[Mismatch]:
    before = earlier_lists(case, projects)
    for measure in projects.measures:
        if measure.growth is None or not before:
            continue
        pair = Pair(measure.level, measure.growth)
        same = [
            Earlier(found.level, paper, paper is case)
            for paper, other in before
            if (found := other.measure(measure.level.name)) is not None
        ]
        if same and not _fits(pair, same):
            yield pair, same[0]


def _fits(pair: Pair, reported: list[Earlier]) -> bool:
    bases = [base for mode in Mode if (base := pair.base(mode)) is not None]
    return not bases or any(one.allowed.overlaps(base) for one in reported for base in bases)


def _of_pair(case: Case, pair: Pair) -> Iterator[Finding]:
    reported = list(earlier_figures(case, pair.level, year_before(pair.level.period)))
    if reported and not _fits(pair, reported):
        is_sure = comparability(pair, case.text) is CrossCheck.YES and reported[0].is_here
        yield _finding(case, pair.level.name, ((pair, reported[0]),), Severity.ERROR if is_sure else Severity.WARNING)


def _finding(case: Case, name: str, mismatches: tuple[Mismatch, ...], severity: Severity) -> Finding:
    told = [
        f"{printed(pair.level)}、增长{pair.growth.value}%，隐含上年{_base(pair)}，而{earlier.fact.period}年写为{earlier.told}"
        for pair, earlier in mismatches
    ]
    told_en = [
        f"{printed(pair.level)} and growth {pair.growth.value}% imply {_base(pair)}; reported for {earlier.fact.period}: {earlier.told}"
        for pair, earlier in mismatches
    ]
    spans = tuple(span for pair, earlier in mismatches for span in (pair.growth.span, pair.level.span, *earlier.spans))
    return report(
        RULE,
        case,
        spans,
        (
            f"{name}的增速不是从上年报告的数算起的：{'；'.join(told)}。多为年初清单与调整后清单混用，请统一基数或写明清单版本。",
            f"The growth of {name} does not start from what was reported: {'; '.join(told_en)}. "
            "Use one list for both years, or say which version each figure is of.",
        ),
        computed={f"{pair.level.name}隐含基数": _base(pair) for pair, _ in mismatches},
        severity=severity,
        verdict=Verdict.CONTRADICTORY if severity is Severity.ERROR else Verdict.BASIS,
        elsewhere=tuple(evidence for _, earlier in mismatches for evidence in earlier.evidence),
    )


def _base(pair: Pair) -> str:
    base = pair.base()
    assert base is not None, "a mismatch has a base"
    return in_unit_of(pair.level, base)


RULE = Rule(
    code="C13",
    name="增速的基数就是上年报告的数",
    name_en="Growth is reckoned from what was reported last year",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
