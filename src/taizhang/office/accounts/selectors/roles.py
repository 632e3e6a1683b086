"""Roles (任职): who holds which role, who stands in for whom, and the table of roles and actions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import Deputy, Membership, User
from taizhang.office.accounts.roles import Named, Permission, Role, permissions
from taizhang.office.organisations.models import Name, NameRole

SCOPE_WORDS: dict[str, tuple[Promise, Promise]] = {  # as cells of the table, and as its legend
    "all": (_("全部"), _("不限单位和计划")),
    "approved": (_("已批准"), _("已批准的计划及其执行；征求意见期间，受邀单位可看所发的稿")),
    "own": (_("本单位"), _("本单位及下属单位")),
    "assigned": (_("承担"), _("本单位及下属牵头或配合、已经下达的事项")),
}


@dataclass(frozen=True, slots=True)
class Held:
    """Held (任职): a role somebody holds, held or will hold."""

    id: int
    user_id: int
    person: str
    username: str
    is_active: bool
    role: str
    unit: str
    valid_from: date
    valid_to: date | None
    granted_by: str
    granted_for: str
    ended_by: str
    ended_at: datetime | None
    ended_for: str
    state: str

    @property
    def last_day(self) -> date | None:
        """The last day it is held; None where nobody said so yet."""
        return None if self.valid_to is None else self.valid_to - timedelta(days=1)

    @property
    def is_over(self) -> bool:
        """Whether it belongs to the past."""
        return self.state == "over"


@dataclass(frozen=True, slots=True)
class Holders:
    """Holders (任职人员): a role with everybody who holds it."""

    role: Role
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Line (一行): an action with how far every role goes, in the order of the columns; empty where it may not."""

    action: Permission
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Chapter (一段): the actions of one part of the house."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RoleTable:
    """Role table (角色与权限表): who may do what, as ``roles.toml`` says it.

    Attributes:
        groups: parts of the institution with how many roles each has.
        roles: the columns.
        legend: what the cells mean.
    """

    groups: tuple[tuple[Named, int], ...]
    roles: tuple[Role, ...]
    chapters: tuple[Chapter, ...]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Standing in (代理): one absence."""

    id: int
    absent: str
    deputy: str
    unit: str
    first: date
    last: date
    reason: str
    is_over: bool


PARTS: dict[str, Promise] = {
    "organisations": _("单位名册"),
    "people": _("用户"),
    "audit": _("审计"),
    "plans": _("计划"),
    "findings": _("核校"),
    "commitments": _("台账"),
    "assignments": _("责任分解"),
    "decompositions": _("目标分解"),
    "tables": _("分解表"),
}


def role_table() -> RoleTable:
    """The table, its columns in the order of the parts of the institution."""
    table = permissions()
    roles = tuple(role for group in table.groups for role in table.roles.values() if role.group.code == group)
    chapters: dict[str, list[Line]] = defaultdict(list)
    for code, action in table.actions.items():
        cells = tuple(_cell(action.scopes.get(role.code, frozenset())) for role in roles)
        chapters[code.partition(".")[0]].append(Line(action, cells))
    return RoleTable(
        groups=tuple((each, sum(role.group == each for role in roles)) for each in table.groups.values()),
        roles=roles,
        chapters=tuple(Chapter(str(PARTS.get(part, part)), tuple(lines)) for part, lines in chapters.items()),
        legend=tuple((str(short), str(words)) for short, words in SCOPE_WORDS.values()),
    )


def holders(today: date) -> tuple[Holders, ...]:
    """Every role with those who hold it, or will."""
    found: dict[str, list[Held]] = defaultdict(list)
    for held in _told(_memberships().filter(Q(valid_to=None) | Q(valid_to__gt=today)), today):
        found[held.role].append(held)
    return tuple(Holders(role, tuple(found[code])) for code, role in permissions().roles.items())


def held_by(user_id: int, today: date) -> tuple[Held, ...]:
    """Everything a person holds, held or will hold, the latest first."""
    return tuple(_told(_memberships().filter(user=user_id).order_by("-id"), today))


def held(membership_id: int, today: date) -> Held | None:
    """One of them."""
    return next(iter(_told(_memberships().filter(pk=membership_id), today)), None)


def deputyships_of(user: User, today: date) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """Those who stand in for a person, and those the person stands in for; the latest first."""
    rows = Deputy.objects.filter(Q(absent=user) | Q(deputy=user)).select_related("absent", "deputy").order_by("-id")
    found = list(rows)
    names = unit_names_of({row.organisation_id for row in found})
    told = {
        row.pk: Standing(
            id=row.pk,
            absent=row.absent.name,
            deputy=row.deputy.name,
            unit=names.get(row.organisation_id, ""),
            first=row.valid_from,
            last=row.valid_to - timedelta(days=1),
            reason=row.reason,
            is_over=row.valid_to <= today or row.ended_at is not None,
        )
        for row in found
    }
    for_them = tuple(told[row.pk] for row in found if row.absent_id == user.pk)
    by_them = tuple(told[row.pk] for row in found if row.deputy_id == user.pk and not told[row.pk].is_over)
    return for_them, by_them


def colleagues(user: User, today: date) -> dict[int, dict[int, str]]:
    """Unit → those who belong to it besides the person, in the units where the person belongs."""
    on_the_day = Q(valid_to=None) | Q(valid_to__gt=today)
    held = Membership.objects.filter(
        on_the_day, valid_from__lte=today, organisation__isnull=False, user__is_active=True
    )
    units = set(held.filter(user=user).values_list("organisation_id", flat=True))
    found: dict[int, dict[int, str]] = {unit: {} for unit in sorted(filter(None, units))}
    others = held.filter(organisation__in=units).exclude(user=user).order_by("user__name", "user_id")
    for unit, other, name in others.values_list("organisation_id", "user_id", "user__name"):
        found[unit or 0][other] = name
    return found


def unit_name(organisation_id: int | None) -> str:
    """The official name of a unit; empty where there is none."""
    return unit_names_of({organisation_id}).get(organisation_id or 0, "")


def unit_names_of(units: Iterable[int | None]) -> dict[int, str]:
    """Their official names; of a unit that is gone, the last."""
    wanted = {unit for unit in units if unit is not None}
    named = Name.objects.filter(role=NameRole.OFFICIAL, organisation__in=wanted).order_by("id")
    return dict(named.values_list("organisation_id", "words")) if wanted else {}


def _cell(scopes: frozenset[str]) -> str:
    return "、".join(str(words) for scope, (words, _legend) in SCOPE_WORDS.items() if scope in scopes)


def _memberships() -> QuerySet[Membership]:
    return Membership.objects.select_related("user", "granted_by", "ended_by").order_by("user__name", "id")


def _told(rows: QuerySet[Membership], today: date) -> Iterable[Held]:
    found = list(rows)
    names = unit_names_of({row.organisation_id for row in found})
    return [
        Held(
            id=row.pk,
            user_id=row.user_id,
            person=row.user.name,
            username=row.user.username,
            is_active=row.user.is_active,
            role=row.role,
            unit=names.get(row.organisation_id or 0, ""),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            granted_by=row.granted_by.name if row.granted_by else "",
            granted_for=row.granted_for,
            ended_by=row.ended_by.name if row.ended_by else "",
            ended_at=row.ended_at,
            ended_for=row.ended_for,
            state=_state(row, today),
        )
        for row in found
    ]


def _state(row: Membership, today: date) -> str:
    if row.valid_to is not None and row.valid_to <= today:
        return "over"
    return "coming" if row.valid_from > today else "now"
