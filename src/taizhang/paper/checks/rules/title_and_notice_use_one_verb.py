"""Title and notice use one verb (标题与正文用同一个行文动词).

查什么：通知标题用“下达”，正文却写“现印发给你们”，或者反过来。
为什么：“下达”是给任务、要完成，“印发”是给文件、供执行，效力和口气不同；有的部门只有印发之权。
有问题：关于下达2024年计划的通知……现印发给你们。
没问题：关于下达2024年计划的通知……现下达给你们，请认真组织实施。
怎么办：按发文机关职权选定一个词，标题、正文统一。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.outline.section import Part

_VERBS = "下达|印发|批转|转发|公布|发布"
_IN_TITLE = re.compile(rf"关于({_VERBS})")
_IN_BODY = re.compile(rf"现(?:将[^。；\n]{{0,60}}?)?(?:予以)?({_VERBS})")


def check(case: Case) -> Iterator[Finding]:
    """At most one finding: the verb of the notice's title is not that of its words."""
    if not any(section.part is Part.NOTICE for section in case.plan.outline.sections):
        return
    title = _IN_TITLE.search(case.prose.text)
    body = _IN_BODY.search(case.prose.text, title.end()) if title else None
    if title is None or body is None or title[1] == body[1]:
        return
    if case.prose.part(title.start()) is Part.NOTICE and case.prose.part(body.start()) is Part.NOTICE:
        yield report(
            RULE,
            case,
            (case.prose.span(*title.span(1)), case.prose.span(*body.span(1))),
            (
                f"通知标题用“{title[1]}”，正文用“现{body[1]}”。请按发文机关职权选定一个词，前后统一。",
                f"The title says {title[1]}, the notice itself {body[1]}. Choose the one the issuer is entitled to and keep to it.",
            ),
            computed={"标题": title[1], "正文": body[1]},
        )


RULE = Rule(
    code="C47",
    name="标题与正文用同一个行文动词",
    name_en="Title and notice use one verb",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
