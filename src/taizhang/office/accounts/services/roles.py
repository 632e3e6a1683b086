"""Roles (授权): granting and ending roles, which the security administrator does, never to themselves."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import Membership, User
from taizhang.office.accounts.roles import Role, permissions
from taizhang.office.accounts.selectors.roles import unit_name
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter, leave_word


class OwnRoleError(ExpectedError):
    """Own role (不能给自己授权): nobody grants themselves a role, nor ends one of theirs."""

    def __init__(self) -> None:
        super().__init__(_("不能给自己授予或收回角色。请由另一位安全管理员办理。"), status=403)


class UnknownRoleError(ExpectedError):
    """Unknown role (没有这个角色)."""

    def __init__(self) -> None:
        super().__init__(_("没有这个角色。请从列表里选一个。"), status=422)


class UnitMissingError(ExpectedError):
    """Unit missing (缺少单位): the role reaches somewhere only through a unit."""

    def __init__(self, role: Role) -> None:
        super().__init__(_("“%(role)s”要定在一个单位上，请选择单位。") % {"role": role}, status=422)


class ExclusiveRolesError(ExpectedError):
    """Exclusive roles (角色互斥): an administrator holds no other role, and nobody else one of theirs."""

    def __init__(self, wanted: Role, held: Role) -> None:
        message = _(
            "“%(held)s”与“%(wanted)s”不能由同一个人担任：三员相互独立，也不承担业务。请先收回原来的角色，或换一个账号。"
        )
        super().__init__(message % {"held": held, "wanted": wanted})


class AlreadyHeldError(ExpectedError):
    """Already held (已有这个角色): the same role in the same unit."""

    def __init__(self, role: Role) -> None:
        super().__init__(_("此人在这个单位已经是“%(role)s”，没有重复授予。") % {"role": role})


class BackwardPeriodError(ExpectedError):
    """Backward period (起止颠倒): it would end before it begins."""

    def __init__(self) -> None:
        super().__init__(_("终止日期在起始日期之前，请改正。"), status=422)


class RoleEndedError(ExpectedError):
    """Role ended (已经收回): there is nothing left to end."""

    def __init__(self) -> None:
        super().__init__(_("这个角色已经收回，不用再办。"))


@dataclass(frozen=True, slots=True)
class Appointment:
    """Appointment (拟任职): a role to be given.

    Attributes:
        valid_from, valid_to: first day, and the day after the last; None is until it is ended.
    """

    role: str
    organisation_id: int | None
    valid_from: date
    valid_to: date | None = None


@transaction.atomic
def grant_role(*, user_id: int, wanted: Appointment, reason: str, by: User | None) -> Membership:
    """Give a person a role; ``by`` nobody where the machine's own administrator does it at the command line."""
    if by is not None and by.pk == user_id:
        raise OwnRoleError
    user = get_object_or_404(User.objects.select_for_update(), pk=user_id)
    role = permissions().roles.get(wanted.role)
    if role is None:
        raise UnknownRoleError
    if role.needs_unit and wanted.organisation_id is None:
        raise UnitMissingError(role)
    if wanted.valid_to is not None and wanted.valid_to <= wanted.valid_from:
        raise BackwardPeriodError
    _refuse_what_excludes(user, role, wanted)
    membership = _keep(user, role, wanted, reason=reason, by=by)
    leave_word(Act("access.granted", by, Matter("user", str(user.pk), user.name), _details(membership, role, reason)))
    return membership


@transaction.atomic
def end_role(*, membership_id: int, reason: str, by: User) -> Membership:
    """Take a role back from today on; that it was held stays on record."""
    membership = get_object_or_404(Membership.objects.select_for_update(), pk=membership_id)
    if membership.user_id == by.pk:
        raise OwnRoleError
    today = timezone.localdate()
    if membership.valid_to is not None and membership.valid_to <= today:
        raise RoleEndedError
    membership.valid_to = max(membership.valid_from, today)
    membership.ended_by, membership.ended_at, membership.ended_for = by, timezone.now(), reason
    membership.save(update_fields=["valid_to", "ended_by", "ended_at", "ended_for"])
    role = permissions().roles.get(membership.role)
    matter = Matter("user", str(membership.user_id), membership.user.name)
    leave_word(Act("access.ended", by, matter, _details(membership, role, reason)))
    return membership


def _refuse_what_excludes(user: User, role: Role, wanted: Appointment) -> None:
    """Whatever the person holds on any day of the period must be compatible."""
    known = permissions().roles
    for held in _during(user, wanted).order_by("id"):
        other = known.get(held.role)
        if held.role == role.code and held.organisation_id == wanted.organisation_id:
            raise AlreadyHeldError(role)
        if other is not None and (other.alone or role.alone):
            raise ExclusiveRolesError(role, other)


def _during(user: User, wanted: Appointment) -> QuerySet[Membership]:
    held = Membership.objects.filter(Q(valid_to=None) | Q(valid_to__gt=wanted.valid_from), user=user)
    return held if wanted.valid_to is None else held.filter(valid_from__lt=wanted.valid_to)


def _keep(user: User, role: Role, wanted: Appointment, *, reason: str, by: User | None) -> Membership:
    membership = Membership(
        user=user,
        organisation_id=wanted.organisation_id,
        role=role.code,
        valid_from=wanted.valid_from,
        valid_to=wanted.valid_to,
        granted_by=by,
        granted_for=reason,
    )
    try:
        with transaction.atomic():
            membership.save()
    except IntegrityError as error:  # the button was pressed twice, or two administrators pressed it at once
        raise AlreadyHeldError(role) from error
    return membership


def _details(membership: Membership, role: Role | None, reason: str) -> dict[str, object]:
    said = {
        "role": f"{role.zh} {role.code}" if role else membership.role,
        "unit": unit_name(membership.organisation_id),
        "from": str(membership.valid_from),
        "to": str(membership.valid_to or ""),
        "reason": reason,
    }
    return {key: words for key, words in said.items() if words}
