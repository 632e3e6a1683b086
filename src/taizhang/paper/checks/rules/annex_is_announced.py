"""The annex is announced (附件说明与附件一致).

查什么：正文后的附件说明和附件本身的标题一致，有附件就有说明、有说明就有附件；附件页左上角写“附件”“附件1”，不带冒号。
为什么：附件是正文的组成部分，名称对不上或者漏附，文件就不完整（GB/T 9704—2012）。
有问题：附件说明“附件：2024年主要指标”，附件标题“2024年主要预期目标”；附件页写“附件：”。
没问题：附件说明“附件：2024年主要预期目标”，附件页写“附件”，标题“2024年主要预期目标”。
怎么办：统一名称；附件页去掉冒号。
"""

import re
from collections.abc import Iterator

from taizhang.paper.blocks.block import Paragraph
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.outline.section import Part, Section
from taizhang.paper.spans import Span

_ANNOUNCED = re.compile(r"附\s*件\s*\d*\s*[：:]\s*(?:\d{1,2}\s*[.．、]\s*)?(?P<title>\S.*)", re.DOTALL)
_NOT_TITLE = re.compile(r"[\s《》“”（）()。；;.．：:]+")


def check(case: Case) -> Iterator[Finding]:
    """Findings about the annexes and the lines that announce them."""
    annexes = [
        one for one in case.plan.outline.sections if one.part is Part.ANNEX and (one.marker or "").startswith("附")
    ]
    lines = [line for line in case.prose.paragraphs if _announces(line, annexes)]
    for annex in annexes:
        if annex.marker and annex.marker.rstrip().endswith(("：", ":")):
            yield _colon(case, annex)
    if annexes and lines:
        yield from _check_title(case, annexes[0], lines[0])


def _announces(line: Paragraph, annexes: list[Section]) -> bool:
    is_annex = any(annex.span.start <= line.span.start < annex.section_end for annex in annexes)
    return not is_annex and line.text.startswith("附") and _ANNOUNCED.fullmatch(line.text.strip()) is not None


def _check_title(case: Case, annex: Section, line: Paragraph) -> Iterator[Finding]:
    match = _ANNOUNCED.fullmatch(line.text.strip())
    announced = _NOT_TITLE.sub("", match["title"]) if match else ""
    title = _NOT_TITLE.sub("", annex.title)
    # The line may go on with further annexes, and the title over the table may be longer by the region.
    if title and announced and announced not in title and title not in announced:
        yield report(
            RULE,
            case,
            (line.span, annex.span),
            (
                f"附件说明写“{line.text.strip()}”，附件标题是“{annex.title.strip()}”，两处不一致。请统一名称。",
                f"The annex is announced as “{line.text.strip()}” but titled “{annex.title.strip()}”. Use one name.",
            ),
        )


def _colon(case: Case, annex: Section) -> Finding:
    marker = (annex.marker or "").rstrip()
    return report(
        RULE,
        case,
        (Span(annex.span.start, annex.span.start + len(marker)),),
        (
            f"附件页写“{marker}”，按格式标准左上角写“{marker.rstrip('：:')}”，不带冒号。",
            "The annex page is headed 附件 with a colon; the standard has none.",
        ),
    )


RULE = Rule(
    code="C52",
    name="附件说明与附件一致",
    name_en="The annex is announced",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
