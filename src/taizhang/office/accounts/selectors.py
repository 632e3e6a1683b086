"""Selectors of accounts (用户的读操作)."""

from taizhang.office.accounts.models import User


def demonstration_user() -> User | None:
    """The person a visitor of a demonstration becomes."""
    return User.objects.filter(is_demonstration=True, is_active=True).order_by("id").first()
