"""Navigation (导航): the links of a page, made from the lists that the site declares in ``config.navigation``."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.functional import Promise

from taizhang.office.pages.doors import door_of


@dataclass(frozen=True, slots=True)
class Link:
    """Link (链接): a place to go to.

    Attributes:
        label: its name, translated when shown.
        url: its address.
        is_current: whether the page shown belongs to it.
        badge_url: the fragment that hangs a count on it; empty where there is none.
    """

    label: Promise | str
    url: str
    is_current: bool = False
    badge_url: str = ""


def links(
    declared: Sequence[tuple[Promise, str]], arguments: Sequence[object] = (), current: str = ""
) -> tuple[Link, ...]:
    """The declared places that exist in this installation; ``current`` is the address name of the page shown."""
    found = []
    for label, name in declared:
        url = address(name, arguments)
        if url:
            badge = settings.PLAN_SECTION_BADGES.get(name, "")
            found.append(Link(label, url, name == current, (badge and address(badge, arguments)) or ""))
    return tuple(found)


def sections(request: HttpRequest) -> tuple[Link, ...]:
    """The bar at the top: the sections open to the person; one is current when the page belongs to its app."""
    match = request.resolver_match
    here = match.app_name if match else ""
    user = getattr(request, "user", None)
    return tuple(
        Link(label, url, name.partition(":")[0] == here)
        for label, name in settings.SITE_SECTIONS
        if (url := address(name)) and opens_to(user, url)
    )


def opens_to(user: object, url: str) -> bool:
    """Whether the door at that address opens to the person; what it opens to is said by the page itself."""
    view = resolve(url).func
    if not getattr(view, "login_required", True):
        return True
    door, grant = door_of(view), getattr(user, "grant", None)
    return door is not None and grant is not None and (not door.action or grant(door.action) is not None)


def addresses(names: Sequence[str], arguments: Sequence[object]) -> tuple[str, ...]:
    """The addresses of those names that exist in this installation."""
    return tuple(url for name in names if (url := address(name, arguments)))


def address(name: str, arguments: Sequence[object] = ()) -> str | None:
    """The address of that name, None where no installed app has it."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return None
