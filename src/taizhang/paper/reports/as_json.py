"""As JSON (JSON 输出): one object a document; for a folder an object that holds them all."""

import json
from collections.abc import Iterable, Iterator

from taizhang.paper.plan import Plan
from taizhang.paper.reports.records import plan_record


def document_as_json(plan: Plan) -> str:
    """The whole reading of one document."""
    return json.dumps(plan_record(plan), ensure_ascii=False, indent=1)


def folder_as_json(plans: Iterable[tuple[str, Plan]]) -> Iterator[str]:
    """``{"documents": [{"file": …, "document": …, …}, …]}``, printed as it is read so that no corpus need fit in memory."""
    yield '{"documents": ['
    separator = ""
    for name, plan in plans:
        yield separator + json.dumps({"file": name, **plan_record(plan)}, ensure_ascii=False)
        separator = ","
    yield "]}"
