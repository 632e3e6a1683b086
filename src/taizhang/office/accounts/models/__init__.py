"""Models of accounts (用户): people, the roles they hold in units, and who stands in for whom."""

from taizhang.office.accounts.models.deputy import Deputy
from taizhang.office.accounts.models.membership import Membership
from taizhang.office.accounts.models.user import User, UserManager

__all__ = ["Deputy", "Membership", "User", "UserManager"]
