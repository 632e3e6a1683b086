"""As JSON lines (JSONL 输出): one statement a line, for scripts, notebooks and the scorer."""

import json
from collections.abc import Iterator

from taizhang.paper.plan import Plan
from taizhang.paper.reports.records import statement_record


def statements_as_jsonl(plan: Plan, file: str | None = None) -> Iterator[str]:
    """One line a statement, in the order of the text; ``file`` is named on each line where many are read."""
    place = {} if file is None else {"file": file}
    for statement in plan.statements:
        yield json.dumps({**place, **statement_record(statement)}, ensure_ascii=False)
