"""People (人员): who has an account, as the administrators see them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.enums import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from taizhang.office.accounts.lockout import locked_until
from taizhang.office.accounts.models import Credentials, Membership, User
from taizhang.office.accounts.roles import permissions
from taizhang.office.organisations.models import Name, NameRole

ROWS_A_PAGE = 50


class State(TextChoices):
    """State of an account (账号状态)."""

    ACTIVE = "active", _("在用")
    FIRST = "first", _("等待首次登录")
    LOCKED = "locked", _("暂时锁定")
    STOPPED = "stopped", _("已停用")


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """People filter (筛选条件); empty where everybody is wanted."""

    words: str = ""
    unit: int | None = None
    role: str = ""
    state: str = ""
    page: int = 1

    @property
    def is_narrow(self) -> bool:
        """Whether somebody may be left out."""
        return bool(self.words or self.unit or self.role or self.state)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Person row (人员): one account.

    Attributes:
        roles: names of those held today.
        locked_until: where too many sign-ins failed.
        has_factor: whether the person signs in with more than a password.
    """

    id: int
    username: str
    name: str
    unit: str
    organisation_id: int | None
    email: str
    phone: str
    roles: tuple[str, ...]
    state: State
    locked_until: datetime | None
    has_factor: bool
    certificate: str
    last_login: datetime | None
    joined_at: datetime
    revision: int
    is_demonstration: bool

    @property
    def is_stopped(self) -> bool:
        """Whether nobody may sign in with it."""
        return self.state == State.STOPPED


@dataclass(frozen=True, slots=True)
class People:
    """People (人员列表): one page of them."""

    rows: tuple[PersonRow, ...]
    page: "Page[User]"
    total: int


def people_page(wanted: PeopleFilter, now: datetime) -> People:
    """Who is wanted, by name of the unit's number, then of the account."""
    found = _matching(wanted, now).order_by("username", "id")
    paginator = Paginator(found, ROWS_A_PAGE)
    page = paginator.get_page(wanted.page)
    return People(_rows(page.object_list, now), page, paginator.count)


def person_row(user_id: int, now: datetime) -> PersonRow | None:
    """One of them."""
    return next(iter(_rows(User.objects.filter(pk=user_id), now)), None)


def unit_names() -> dict[int, str]:
    """Every unit there is today, by id."""
    today = timezone.localdate()
    living = Q(organisation__valid_to=None) | Q(organisation__valid_to__gt=today)
    official = Name.objects.filter(living, role=NameRole.OFFICIAL, valid_to=None)
    ordered = official.order_by("organisation__position", "organisation_id")
    return dict(ordered.values_list("organisation_id", "words"))


def role_choices() -> tuple[tuple[str, str], ...]:
    """Every role there is."""
    return tuple((role.code, str(role)) for role in permissions().roles.values())


def _matching(wanted: PeopleFilter, now: datetime) -> QuerySet[User]:
    found = User.objects.all()
    if wanted.words:
        words = wanted.words
        named = Q(name__icontains=words) | Q(username__icontains=words)
        found = found.filter(named | Q(phone__icontains=words) | Q(email__icontains=words))
    held = _held_today(timezone.localdate(now)).filter(user=OuterRef("pk"))
    if wanted.unit:
        found = found.filter(Q(organisation=wanted.unit) | Exists(held.filter(organisation=wanted.unit)))
    if wanted.role:
        found = found.filter(Exists(held.filter(role=wanted.role)))
    if wanted.state == State.STOPPED:
        return found.filter(is_active=False)
    if wanted.state:
        found = found.filter(is_active=True)
    if wanted.state == State.FIRST:
        found = found.filter(must_change_password=True)
    if wanted.state == State.LOCKED:
        found = found.filter(username__in=locked_until(found.values_list("username", flat=True), now))
    return found


def _held_today(today: date) -> QuerySet[Membership]:
    still = Q(valid_to=None) | Q(valid_to__gt=today)
    return Membership.objects.filter(still, valid_from__lte=today)


def _rows(users: Iterable[User], now: datetime) -> tuple[PersonRow, ...]:
    held = list(users)
    ids = [user.pk for user in held]
    roles: dict[int, list[str]] = defaultdict(list)
    for user_id, role in _held_today(timezone.localdate(now)).filter(user__in=ids).values_list("user_id", "role"):
        roles[user_id].append(role)
    names = dict(_names_of({user.organisation_id for user in held}))
    locked = locked_until([user.username for user in held], now)
    enrolled = set(TOTPDevice.objects.filter(user__in=ids, confirmed=True).values_list("user_id", flat=True))
    papers = dict(Credentials.objects.filter(user__in=ids).values_list("user_id", "certificate"))
    return tuple(
        PersonRow(
            id=user.pk,
            username=user.username,
            name=user.name,
            unit=names.get(user.organisation_id or 0, ""),
            organisation_id=user.organisation_id,
            email=user.email,
            phone=user.phone,
            roles=_role_names(roles[user.pk]),
            state=_state(user, locked),
            locked_until=locked.get(user.username),
            has_factor=user.pk in enrolled or bool(papers.get(user.pk)),
            certificate=papers.get(user.pk, ""),
            last_login=user.last_login,
            joined_at=user.joined_at,
            revision=user.revision,
            is_demonstration=user.is_demonstration,
        )
        for user in held
    )


def _names_of(units: set[int | None]) -> Iterable[tuple[int, str]]:
    """Their official names; of a unit that is gone, the last."""
    named = Name.objects.filter(role=NameRole.OFFICIAL, organisation__in=units - {None}).order_by("id")
    return named.values_list("organisation_id", "words")


def _role_names(codes: Iterable[str]) -> tuple[str, ...]:
    known = permissions().roles
    return tuple(str(known[code]) for code in dict.fromkeys(codes) if code in known)


def _state(user: User, locked: dict[str, datetime]) -> State:
    if not user.is_active:
        return State.STOPPED
    if user.username in locked:
        return State.LOCKED
    return State.FIRST if user.must_change_password else State.ACTIVE
