"""People of a unit (本单位人员): who can be named officer."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from taizhang.office.accounts.models import Membership, User


@dataclass(frozen=True, slots=True)
class Colleague:
    """Colleague (同事)."""

    id: int
    name: str


def colleagues(organisation_ids: Iterable[int]) -> tuple[Colleague, ...]:
    """Everyone who holds a role in these units today."""
    held = _today().filter(organisation__in=list(organisation_ids), user__is_active=True)
    people = held.order_by("user__name", "user_id").values_list("user_id", "user__name").distinct()
    return tuple(Colleague(*person) for person in people)


def is_of_unit(person: User, organisation_id: int) -> bool:
    """Whether the person holds a role there today."""
    return person.is_active and _today().filter(user=person, organisation=organisation_id).exists()


def _today() -> QuerySet[Membership]:
    today = timezone.localdate()
    return Membership.objects.filter(Q(valid_from__lte=today) & (Q(valid_to=None) | Q(valid_to__gt=today)))
