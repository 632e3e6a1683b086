"""Deputies (代理): a person who goes away names somebody of the same unit, for a while, and may end it any day."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import Deputy, Membership, User
from taizhang.office.accounts.roles import permissions
from taizhang.office.accounts.selectors.roles import unit_name
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter, leave_word

LONGEST = timedelta(days=90)


class AdministratorDeputyError(ExpectedError):
    """Administrator deputy (三员不得代理): administrators neither name deputies nor are any."""

    def __init__(self) -> None:
        super().__init__(_("三员不能指定代理人，也不能代理别人。要换人，请由安全管理员另行授予角色。"))


class ForeignDeputyError(ExpectedError):
    """Foreign deputy (须为同单位人员): the deputy must hold a role in the very unit."""

    def __init__(self) -> None:
        super().__init__(_("代理人要是同一单位、现在有角色的人员，并且不能是自己。请从列表里选。"), status=422)


class DeputyPeriodError(ExpectedError):
    """Deputy period (代理期限): from today on, forward, and not for ever."""

    def __init__(self) -> None:
        message = _("代理从今天或以后开始，到期日不早于开始日，最长 %(days)s 天。请改正日期。")
        super().__init__(message % {"days": LONGEST.days}, status=422)


class DeputyThereError(ExpectedError):
    """Deputy there (已有代理人): one at a time in a unit."""

    def __init__(self) -> None:
        super().__init__(_("这段时间在这个单位已经指定了代理人。请先结束原来的代理，再指定新的。"))


class DeputyEndedError(ExpectedError):
    """Deputy ended (代理已结束)."""

    def __init__(self) -> None:
        super().__init__(_("这次代理已经结束，不用再办。"))


@dataclass(frozen=True, slots=True)
class Absence:
    """Absence (外出): for how long a deputy is wanted, both days included."""

    first: date
    last: date


@transaction.atomic
def name_deputy(*, absent: User, deputy_id: int, organisation_id: int, during: Absence, reason: str) -> Deputy:
    """Let another do in a unit what one may do there oneself."""
    User.objects.select_for_update().get(pk=absent.pk)  # held, so that two forms do not name two at once
    today = timezone.localdate()
    if not today <= during.first <= during.last or during.last - during.first >= LONGEST:
        raise DeputyPeriodError
    deputy = User.objects.filter(pk=deputy_id, is_active=True).first()
    if deputy is None or deputy.pk == absent.pk:
        raise ForeignDeputyError
    _refuse_administrators(absent, deputy)
    if not all(_belongs(user, organisation_id, today) for user in (absent, deputy)):
        raise ForeignDeputyError
    end = during.last + timedelta(days=1)
    at_once = Deputy.objects.filter(absent=absent, organisation=organisation_id)
    if at_once.filter(valid_from__lt=end, valid_to__gt=during.first).exists():
        raise DeputyThereError
    made = Deputy.objects.create(
        absent=absent,
        deputy=deputy,
        organisation_id=organisation_id,
        valid_from=during.first,
        valid_to=end,
        reason=reason.strip(),
        named_by=absent,
    )
    details = {"unit": unit_name(organisation_id), "from": str(during.first), "to": str(during.last)}
    leave_word(Act("access.deputy_named", absent, Matter("user", str(deputy.pk), deputy.name), dict(details)))
    return made


@transaction.atomic
def end_deputy(*, deputy_id: int, by: User) -> Deputy:
    """Back at the desk: from now on nobody stands in.

    Raises:
        Http404: it is not one that ``by`` named.
    """
    standing = get_object_or_404(Deputy.objects.select_for_update(), pk=deputy_id, absent=by)
    today = timezone.localdate()
    if standing.valid_to <= today:
        raise DeputyEndedError
    standing.valid_to = max(standing.valid_from, today)
    standing.ended_by, standing.ended_at = by, timezone.now()
    standing.save(update_fields=["valid_to", "ended_by", "ended_at"])
    matter = Matter("user", str(standing.deputy_id), standing.deputy.name)
    leave_word(Act("access.deputy_ended", by, matter, {"unit": unit_name(standing.organisation_id)}))
    return standing


def _refuse_administrators(*people: User) -> None:
    alone = {role.code for role in permissions().roles.values() if role.alone}
    still = Q(valid_to=None) | Q(valid_to__gt=timezone.localdate())
    if Membership.objects.filter(still, user__in=people, role__in=alone).exists():
        raise AdministratorDeputyError


def _belongs(user: User, organisation_id: int, today: date) -> bool:
    still = Q(valid_to=None) | Q(valid_to__gt=today)
    held = Membership.objects.filter(still, user=user, organisation=organisation_id, valid_from__lte=today)
    return held.exists()
