"""People (人员): making, stopping and restarting accounts."""

from django.db import transaction

from taizhang.office.accounts.models import User


@transaction.atomic
def create_user(*, username: str, name: str, password: str) -> User:
    """Let a person in."""
    return User.objects.create_user(username, name, password)
