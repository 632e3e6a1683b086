"""Membership (任职): which role a person holds, in which unit, from when to when."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.models import Organisation

# The three administrators (三员), by the codes of ``roles.toml``: no one person is two of them. ``roles.py`` compares.
ADMINISTRATORS = ("system_administrator", "security_administrator", "audit_administrator")


class MembershipIsKeptError(RuntimeError):
    """Membership is kept (任职记录不可删): some code tried to remove who held which role."""


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Membership query set (任职查询): rows end; they are not deleted."""

    def delete(self) -> tuple[int, dict[str, int]]:
        """A fault of ours."""
        raise MembershipIsKeptError


class Membership(models.Model):
    """Membership (任职): a person holds a role in a unit; it ends, it is never deleted, and what it was stays as it was.

    A period runs from ``valid_from`` to the day before ``valid_to``; None is "still".

    Attributes:
        organisation: the unit; None where it is not settled yet (未定单位): the role then reaches no unit's own rows.
        role: a code of ``roles.toml``.
        granted_by, granted_at, granted_for: who gave it, when and why; nobody where the system itself did.
        ended_by, ended_at, ended_for: who ended it, when and why.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    role = models.CharField(_("角色"), max_length=40)
    valid_from = models.DateField(_("起始日期"))
    valid_to = models.DateField(_("终止日期"), null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    granted_at = models.DateTimeField(_("授予时间"), auto_now_add=True)
    granted_for = models.CharField(_("授予理由"), max_length=500, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ended_at = models.DateTimeField(_("收回时间"), null=True, blank=True)
    ended_for = models.CharField(_("收回理由"), max_length=500, blank=True)

    objects: ClassVar[models.Manager["Membership"]] = models.Manager.from_queryset(MembershipQuerySet)()

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        ordering: ClassVar = ["user_id", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_from__lte=F("valid_to")), name="membership_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(granted_by=None) | ~Q(granted_by=F("user")), name="nobody_grants_to_oneself"
            ),
            models.UniqueConstraint(
                fields=["user", "organisation", "role"], condition=Q(valid_to=None), name="a_role_is_held_once"
            ),
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=Q(valid_to=None, organisation=None),
                name="a_role_without_a_unit_is_held_once",
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(valid_to=None, role__in=ADMINISTRATORS), name="one_administrator_role_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"

    def delete(self, *_args: Any, **_how: Any) -> tuple[int, dict[str, int]]:  # noqa: ANN401
        """A fault of ours."""
        raise MembershipIsKeptError
