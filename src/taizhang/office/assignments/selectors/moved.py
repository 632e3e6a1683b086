"""Moved targets (目标变动): what changed in a commitment after a unit signed for it, so that it signs anew.

A commitment is carried over to a new version of the plan as the same row, with its history; its assignment stays where it
is. Nobody touches a signature then: whether it still holds is read from when the target moved.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from taizhang.office.commitments.models import Action, Amendment, Commitment

MOVING = (Action.AMENDED, Action.CARRIED)
# What a unit signed for: wording, sections and the like may be put right without asking it again.
SIGNED_FOR = frozenset({
    "value",
    "value_high",
    "unit",
    "bound",
    "period",
    "aspect",
    "expression",
    "target_kind",
    "due_on",
})


@dataclass(frozen=True, slots=True)
class Moved:
    """Moved (目标变动): when, why, and which fields from what to what."""

    at: datetime
    reason: str
    changes: tuple[tuple[str, str, str], ...]


def moves_of(commitments: Iterable[int]) -> Mapping[int, tuple[Moved, ...]]:
    """Commitment → what moved its target, oldest first; one query."""
    amendments = Amendment.objects.filter(commitment__in=set(commitments), action__in=MOVING)
    return gathered(amendments.order_by("id").values_list("commitment_id", "at", "reason", "changes"))


def since(moves: Iterable[Moved], signed_at: datetime | None) -> tuple[Moved, ...]:
    """Those after a signature; none where nobody signed."""
    return tuple(each for each in moves if signed_at is not None and each.at > signed_at)


def gathered(amendments: Iterable[tuple[int, datetime, str, Mapping[str, Any]]]) -> Mapping[int, tuple[Moved, ...]]:
    """Those of the amendments that moved a target, by commitment; each is commitment, time, reason and changes."""
    found: dict[int, list[Moved]] = defaultdict(list)
    for commitment, at, reason, changes in amendments:
        moved = tuple(
            (_label(name), old or "", new or "") for name, (old, new) in changes.items() if name in SIGNED_FOR
        )
        if moved:
            found[commitment].append(Moved(at, reason, moved))
    return {commitment: tuple(listed) for commitment, listed in found.items()}


def _label(name: str) -> str:
    return str(getattr(Commitment._meta.get_field(name), "verbose_name", name))
