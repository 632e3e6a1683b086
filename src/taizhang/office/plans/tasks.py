"""Tasks (后台任务): what the background worker does for plans."""

from huey.contrib.djhuey import db_task

from taizhang.office.plans import readings


@db_task()  # type: ignore[untyped-decorator]  # huey has no types
def read_version(version_id: int) -> None:
    """Read one file."""
    readings.read_version(version_id)
