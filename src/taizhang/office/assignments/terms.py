"""Terms (责任内容): what an assignment says — who leads, who supports, by when, in which steps — as one frozen value.

Every change goes from terms to terms, so that what was can be shown beside what is, and put back.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Promise] = {
    "lead": _("牵头单位"),
    "supports": _("配合单位"),
    "leader": _("责任领导"),
    "measure": _("量化目标"),
    "starts_on": _("开始日期"),
    "due_on": _("完成时限"),
    "steps": _("分季进度"),
}
QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class StepTerms:
    """Step (一季进度): ``2024-Q1``, the words, and the planned cumulative figure at its end."""

    period: str
    words: str = ""
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms (责任内容).

    Attributes:
        lead, supports: ids of organisations; supporting ones in the order they are named.
        leader: 责任领导; measure: 量化目标 where the commitment's own target does not say it all.
        steps: those quarters that have any.
    """

    lead: int | None = None
    supports: tuple[int, ...] = ()
    leader: str = ""
    measure: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    steps: tuple[StepTerms, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether it can be handed out: someone leads, and there is a deadline."""
        return self.lead is not None and self.due_on is not None

    @property
    def units(self) -> tuple[int, ...]:
        """Everyone named, the lead first."""
        return (*(() if self.lead is None else (self.lead,)), *self.supports)

    def led_by(self, organisation_id: int) -> "Terms":
        """The same led by that unit, which then supports no more."""
        return replace(self, lead=organisation_id, supports=_without(self.supports, organisation_id))

    def supported_by(self, organisations: tuple[int, ...]) -> "Terms":
        """The same with these units supporting besides; the lead is not its own support."""
        added = tuple(dict.fromkeys((*self.supports, *organisations)))
        return replace(self, supports=added if self.lead is None else _without(added, self.lead))


@dataclass(frozen=True, slots=True)
class Revised:
    """Revised (改后的内容): terms as a form sends them, with the revision of the row it was opened on."""

    terms: Terms
    revision: int


def as_values(terms: Terms) -> dict[str, Any]:
    """As JSON keeps it."""
    return {
        "lead": terms.lead,
        "supports": list(terms.supports),
        "leader": terms.leader,
        "measure": terms.measure,
        "starts_on": terms.starts_on and terms.starts_on.isoformat(),
        "due_on": terms.due_on and terms.due_on.isoformat(),
        "steps": [[each.period, each.words, None if each.value is None else str(each.value)] for each in terms.steps],
    }


def from_values(values: Mapping[str, Any]) -> Terms:
    """What ``as_values`` made."""
    return Terms(
        lead=values["lead"],
        supports=tuple(values["supports"]),
        leader=values["leader"],
        measure=values["measure"],
        starts_on=values["starts_on"] and date.fromisoformat(values["starts_on"]),
        due_on=values["due_on"] and date.fromisoformat(values["due_on"]),
        steps=tuple(
            StepTerms(period, words, None if value is None else Decimal(value))
            for period, words, value in values["steps"]
        ),
    )


def differences(before: Terms, after: Terms, names: Callable[[int], str]) -> dict[str, list[str]]:
    """Field → the words before and after, of whatever differs; units by the names they have."""
    words = {"before": dict(_words(before, names)), "after": dict(_words(after, names))}
    return {
        field: [words["before"][field], words["after"][field]]
        for field in LABELS
        if getattr(before, field) != getattr(after, field)
    }


def _words(terms: Terms, names: Callable[[int], str]) -> Iterator[tuple[str, str]]:
    yield "lead", "" if terms.lead is None else names(terms.lead)
    yield "supports", "、".join(map(names, terms.supports))
    yield "leader", terms.leader
    yield "measure", terms.measure
    yield "starts_on", terms.starts_on.isoformat() if terms.starts_on else ""
    yield "due_on", terms.due_on.isoformat() if terms.due_on else ""
    yield "steps", "\n".join(map(step_words, terms.steps))


def step_words(step: StepTerms) -> str:
    """Q1 40 words."""
    figure = "" if step.value is None else f"{step.value:f}"
    return " ".join(filter(None, (step.period[-2:], figure, step.words)))


def _without(organisations: tuple[int, ...], one: int) -> tuple[int, ...]:
    return tuple(each for each in organisations if each != one)
