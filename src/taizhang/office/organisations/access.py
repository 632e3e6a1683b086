"""Access (登录者): who is asking."""

from typing import cast

from django.http import HttpRequest

from taizhang.office.pages.trail import Person


def person_asking(request: HttpRequest) -> Person:
    """Who asks; every page demands that there is someone."""
    return cast("Person", request.user)
