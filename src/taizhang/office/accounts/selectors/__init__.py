"""Selectors of accounts (用户的读操作): one module a subject."""

from taizhang.office.accounts.selectors.demonstration import (
    DemonstrationPerson,
    demonstration_people,
    demonstration_user,
    known_username,
)

__all__ = ["DemonstrationPerson", "demonstration_people", "demonstration_user", "known_username"]
