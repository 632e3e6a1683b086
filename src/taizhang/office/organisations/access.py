"""Access (权限): who may change the registry: the one seam that roles will fill."""

from typing import cast

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from taizhang.office.pages.trail import Person

Visitor = AbstractBaseUser | AnonymousUser


def may_edit_organisations(user: Visitor) -> bool:
    """Until there are roles: whoever is signed in."""
    return user.is_authenticated


def person_asking(request: HttpRequest) -> Person:
    """Who asks; every page demands that there is someone."""
    return cast("Person", request.user)
