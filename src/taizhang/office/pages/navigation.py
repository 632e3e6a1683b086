"""Navigation (导航): the links of a page, made from the lists that the site declares in ``config.navigation``."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string


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
    """The bar at the top; a section is current when the page belongs to its app."""
    match = request.resolver_match
    here = match.app_name if match else ""
    return tuple(
        Link(label, url, name.partition(":")[0] == here)
        for label, name in settings.SITE_SECTIONS
        if (url := address(name)) and _may_enter(name, request)
    )


def _may_enter(name: str, request: HttpRequest) -> bool:
    """Whether the bar shows a section to this person; its pages see to it themselves that nobody else comes in."""
    door = settings.SITE_SECTION_DOORS.get(name)
    return not door or import_string(door)(getattr(request, "user", None))


def addresses(names: Sequence[str], arguments: Sequence[object]) -> tuple[str, ...]:
    """The addresses of those names that exist in this installation."""
    return tuple(url for name in names if (url := address(name, arguments)))


def address(name: str, arguments: Sequence[object] = ()) -> str | None:
    """The address of that name, None where no installed app has it."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return None
