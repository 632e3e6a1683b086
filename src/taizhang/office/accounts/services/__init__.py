"""Services of accounts (用户的写操作): one module a subject."""

from taizhang.office.accounts.services.demonstration import ensure_demonstration_user
from taizhang.office.accounts.services.people import create_user

__all__ = ["create_user", "ensure_demonstration_user"]
