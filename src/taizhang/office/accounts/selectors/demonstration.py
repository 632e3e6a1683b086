"""Demonstration (演示人员): whom a visitor of a demonstration can become."""

from dataclasses import dataclass

from taizhang.office.accounts.models import User


@dataclass(frozen=True, slots=True)
class DemonstrationPerson:
    """Demonstration person (演示人员): someone a visitor of a demonstration can become by one click."""

    username: str
    name: str


def demonstration_people() -> tuple[DemonstrationPerson, ...]:
    """The people a visitor of a demonstration can become, the usual one first."""
    made_up = User.objects.filter(is_demonstration=True, is_active=True).order_by("id")
    return tuple(DemonstrationPerson(user.username, user.name) for user in made_up)


def known_username(username: str) -> bool:
    """Whether anyone signs in by that name."""
    return User.objects.filter(username=username).exists()


def demonstration_user(username: str = "") -> User | None:
    """The made-up person of that name; the usual one where none is named."""
    made_up = User.objects.filter(is_demonstration=True, is_active=True).order_by("id")
    return (made_up.filter(username=username) if username else made_up).first()
