"""Addresses of places (原文的网址): from anything in the ledger to the very words in the page of the document."""

from typing import Protocol

from django.urls import reverse
from django.utils.http import urlencode


class PlaceOfText(Protocol):
    """Place of text (原文一处): a stored source, or the origin of a suggestion."""

    @property
    def key(self) -> str:
        """Its short name; the first letter says what stands there."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def place_url(plan_id: int, place: PlaceOfText, draft: int | None = None) -> str:
    """A statement or table cell by its mark; mere words lit where they stand.

    Args:
        draft: number of the version the words stand in, where that is no longer the current one.
    """
    return place_in(reverse("plans:text", args=[plan_id]), place, draft)


def place_in(text_url: str, place: PlaceOfText, draft: int | None = None) -> str:
    """The same, where the address of the page is known already."""
    asked = {} if draft is None else {"draft": str(draft)}
    if place.key[0] in "sc":
        fragment = f"{place.key[0]}-{place.key[1:]}"
    else:
        asked["lit"], fragment = f"{place.start}-{place.end}", "lit"
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{text_url}{query}#{fragment}"
