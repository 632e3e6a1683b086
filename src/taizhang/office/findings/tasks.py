"""Tasks (后台任务): what the background worker does for findings."""

from huey.contrib.djhuey import db_task

from taizhang.office.findings import runs


@db_task()  # type: ignore[untyped-decorator]  # huey has no types
def run_check(check_id: int) -> None:
    """Run the rules over one version."""
    runs.run_check(check_id)
