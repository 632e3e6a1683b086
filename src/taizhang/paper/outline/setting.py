"""Setting (语境): which years a stretch of text is about when the sentence itself does not say."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from taizhang.paper.outline.section import Outline, Section


@dataclass(frozen=True, slots=True)
class Zone:
    """Zone (语境段): a stretch of text with one default period and one manner of speaking.

    It runs from ``start`` to the start of the next zone.

    Attributes:
        start: offset where it begins.
        path: the sections it stands in, outermost first; the title of the plan is not among them.
        period: ``2022``, ``2021-2025``, ``2022H1`` …, or None where nothing tells.
        modality: ``actual`` where results are reported, ``target`` where intentions are set, None where nothing tells.
    """

    start: int
    path: tuple[Section, ...]
    period: str | None
    modality: str | None


def zones(outline: Outline) -> tuple[Zone, ...]:
    """The zones of a document in order, from offset 0 on without a gap. Compute once, then look up with ``zone_at``."""
    return (Zone(0, (), outline.front.review_year, "actual"),)


def zone_at(all_zones: Sequence[Zone], offset: int) -> Zone:
    """The zone an offset lies in."""
    return all_zones[bisect_right(all_zones, offset, key=lambda zone: zone.start) - 1]
