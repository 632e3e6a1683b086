"""Addresses of places (原文的网址): from anything in the ledger to the very words in the page of the document."""

from typing import Protocol

from django.urls import reverse


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


def place_url(plan_id: int, place: PlaceOfText) -> str:
    """A statement or table cell by its mark; mere words lit where they stand."""
    page = reverse("plans:text", args=[plan_id])
    if place.key[0] in "sc":
        return f"{page}#{place.key[0]}-{place.key[1:]}"
    return f"{page}?lit={place.start}-{place.end}#lit"
