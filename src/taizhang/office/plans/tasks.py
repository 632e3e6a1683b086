"""Tasks (后台任务): what the background worker does for plans."""

from django.conf import settings
from django.utils.module_loading import import_string
from huey.contrib.djhuey import db_task

from taizhang.office.plans import readings


@db_task()  # type: ignore[untyped-decorator]  # huey has no types
def read_version(version_id: int) -> None:
    """Read one file, then let later floors begin what they do with a file that was read."""
    readings.read_version(version_id)
    for name in settings.AFTER_READING:
        import_string(name)(version_id=version_id)
