"""Growth targets have bases (增长目标有基数).

查什么：目标是“增长百分之几”，而正文、附表和一并核对的文件里都没有这项指标的数值。
为什么：没有基数，增长目标落不到数上，责任单位无从分解。
有问题：技改投资增长10%以上（全文没有技改投资额）。
没问题：固定资产投资增长5%以上，附表列有上年完成187.3亿元。
怎么办：在执行情况或附表里补上上年数；按规定不公布总量的，写明“只公布增速”。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import MOST_PLACES
from taizhang.paper.checks.rule import Rule, report

_MOST_NAMED = 8


def check(case: Case) -> Iterator[Finding]:
    """One finding for all growth targets without a level."""
    baseless = [target for target in case.growth_targets if not case.bases.of(target)]
    if baseless:
        yield _finding(case, baseless)


def _finding(case: Case, targets: list[Fact]) -> Finding:
    named = "、".join(f"{target.name}（{target.value}%）" for target in targets[:_MOST_NAMED])
    more = "等" if len(targets) > _MOST_NAMED else ""
    return report(
        RULE,
        case,
        tuple(target.span for target in targets[:MOST_PLACES]),
        (
            f"{named}{more}{len(targets)}项增长目标，文件里没有数值作基数。请补上年数，或写明只公布增速。",
            f"{len(targets)} growth targets have no level anywhere in the document to grow from. Give last year's figures.",
        ),
        computed={"没有基数的增长目标": str(len(targets))},
    )


RULE = Rule(
    code="C27",
    name="增长目标有基数",
    name_en="Growth targets have bases",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
