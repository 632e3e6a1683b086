"""Access (谁能看审计): the seam that roles will fill."""

from django.conf import settings

from taizhang.office.accounts.models import User


def may_read_audit(user: object) -> bool:
    """Whether this person is an auditor: whoever administers the site until there are roles; on a demonstration anyone."""
    if not isinstance(user, User) or not user.is_active:
        return False
    return user.is_superuser or (settings.DEMO and user.is_demonstration)
