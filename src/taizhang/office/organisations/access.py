"""Access (权限): who may change the registry: the one seam that roles will fill."""

from typing import cast

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

Visitor = AbstractBaseUser | AnonymousUser


def may_edit_organisations(user: Visitor) -> bool:
    """Until there are roles: whoever is signed in."""
    return user.is_authenticated


def told_as(request: HttpRequest) -> str:
    """How the person who asks is written into the history: name and user name as they are today."""
    user = cast("AbstractBaseUser", request.user)  # every page demands one
    return f"{user} ({user.get_username()})"
