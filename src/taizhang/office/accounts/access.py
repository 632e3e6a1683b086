"""Access (登录者): who is asking, with a type."""

from typing import cast

from django.http import HttpRequest

from taizhang.office.accounts.models import User


def signed_in(request: HttpRequest) -> User:
    """The person who asks; every page but the sign-in page demands one, so there is always one."""
    return cast("User", request.user)
