"""Demonstration (演示人员): whom a visitor of a demonstration can become."""

from dataclasses import dataclass

from taizhang.office.accounts.models import Membership, User
from taizhang.office.accounts.roles import Named, Role, permissions
from taizhang.office.accounts.selectors.roles import unit_names_of


@dataclass(frozen=True, slots=True)
class DemonstrationPerson:
    """Demonstration person (演示人员): someone a visitor of a demonstration can become by one click."""

    username: str
    name: str
    role: Role | None
    unit: str

    @property
    def group(self) -> Named | None:
        """The part of the institution the person belongs to."""
        return self.role.group if self.role else None


def demonstration_people(action: str = "") -> tuple[DemonstrationPerson, ...]:
    """The people a visitor of a demonstration can become, the usual one first; those who may do that action, if any."""
    made_up = list(User.objects.filter(is_demonstration=True, is_active=True).order_by("id"))
    held = Membership.objects.filter(user__in=made_up, valid_to=None).order_by("-id")
    first = {user_id: (role, unit) for user_id, role, unit in held.values_list("user_id", "role", "organisation_id")}
    names = unit_names_of({unit for _role, unit in first.values()})
    table = permissions()
    people = []
    for user in made_up:
        role, unit = first.get(user.pk, ("", None))
        if not action or role in table.of(action).scopes:
            people.append(
                DemonstrationPerson(user.username, user.name, table.roles.get(role), names.get(unit or 0, ""))
            )
    return tuple(people)


def known_username(username: str) -> bool:
    """Whether anyone signs in by that name."""
    return User.objects.filter(username=username).exists()


def demonstration_user(username: str = "") -> User | None:
    """The made-up person of that name; the usual one where none is named."""
    made_up = User.objects.filter(is_demonstration=True, is_active=True).order_by("id")
    return (made_up.filter(username=username) if username else made_up).first()
