"""Access (权限): which findings a grant reaches: those of the versions it reaches."""

from taizhang.office.findings.models import FindingRecord
from taizhang.office.pages.doors import Grant
from taizhang.office.plans.access import versions_within


def finding_within(grant: Grant, *, finding_id: int, **_named: object) -> bool:
    """Whether the person may read the version the finding was raised in."""
    if grant.is_unlimited:
        return True
    return FindingRecord.objects.filter(id=finding_id, run__version__in=versions_within(grant)).exists()
