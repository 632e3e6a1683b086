"""Models of accounts (用户): people, what they prove themselves with, the roles they hold in units, who stands in for whom."""

from taizhang.office.accounts.models.credentials import Credentials
from taizhang.office.accounts.models.deputy import Deputy
from taizhang.office.accounts.models.membership import Membership
from taizhang.office.accounts.models.session import Session
from taizhang.office.accounts.models.user import User, UserManager

__all__ = ["Credentials", "Deputy", "Membership", "Session", "User", "UserManager"]
