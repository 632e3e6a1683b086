"""Access to extracts (摘录证明的权限): whoever may read the version may read what was certified of it."""

from taizhang.office.pages.doors import Grant
from taizhang.office.plans.access import versions_within
from taizhang.office.plans.extracts.models import Extract


def extract_within(grant: Grant, *, extract_id: int, **_named: object) -> bool:
    """Whether the person may read this extract."""
    if grant.is_unlimited:
        return True
    return Extract.objects.filter(id=extract_id, version__in=versions_within(grant)).exists()
