"""Demonstration (演示人员): the made-up people of a demonstration."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taizhang.office.accounts.models import User
from taizhang.office.accounts.services.roles import Appointment, grant_role


@transaction.atomic
def ensure_demonstration_user(*, username: str, name: str, role: str = "", organisation_id: int | None = None) -> User:
    """The made-up person of that name; has no password, so only a demonstration's one click lets anyone in as them.

    A role is given to whom holds none yet.
    """
    user = User.objects.filter(username=username, is_demonstration=True).first()
    if user is None:
        user = User.objects.create_user(username, name)
        user.is_demonstration, user.organisation_id = True, organisation_id
        user.save(update_fields=["is_demonstration", "organisation"])
    if role and not user.memberships.exists():
        wanted = Appointment(role, organisation_id, timezone.localdate())
        grant_role(user_id=user.pk, wanted=wanted, reason=_("演示"), by=None)
    return user
