"""Demonstration (演示人员): the made-up people of a demonstration."""

from django.db import transaction

from taizhang.office.accounts.models import User


@transaction.atomic
def ensure_demonstration_user(*, username: str, name: str) -> User:
    """The made-up person of that name; has no password, so only a demonstration's one click lets anyone in as them."""
    user = User.objects.filter(username=username, is_demonstration=True).first()
    if user is None:
        user = User.objects.create_user(username, name)
        user.is_demonstration = True
        user.save(update_fields=["is_demonstration"])
    return user
