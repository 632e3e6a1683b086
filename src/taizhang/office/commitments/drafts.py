"""Drafts (草稿): a suggestion as rows to be written, and changes as old and new values to be kept."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from django.db.models import Field, QuerySet

from taizhang.office.accounts.models import User
from taizhang.office.commitments.models import Commitment, Role, Source
from taizhang.office.commitments.suggestions.suggestion import Origin, Place, Suggestion

# What a clerk may choose otherwise than suggested, or change later.
CHANGEABLE = (
    "kind",
    "title",
    "subject",
    "aspect",
    "value",
    "value_high",
    "unit",
    "bound",
    "period",
    "action",
    "expression",
    "baseline_value",
    "baseline_unit",
    "baseline_period",
)
RECORD_FIELDS = {Place.STATEMENT: "statement_id", Place.CELL: "cell_id", Place.ROW: "row_id"}


def commitment(suggestion: Suggestion, *, version_id: int, status: str, by: User) -> Commitment:
    """A commitment that says what the suggestion says, not saved yet."""
    target, baseline = suggestion.target, suggestion.baseline
    figures: dict[str, Decimal | None] = {
        "value": target.value,
        "value_high": target.value_high,
        "baseline_value": baseline.value if baseline else None,
    }
    return Commitment(
        **figures,
        version_id=version_id,
        kind=str(suggestion.kind),
        title=suggestion.title,
        subject=suggestion.subject,
        indicator=suggestion.indicator,
        aspect=target.aspect,
        unit=target.unit,
        bound=target.bound,
        period=target.period,
        action=target.action,
        expression=target.expression,
        baseline_unit=baseline.unit if baseline else "",
        baseline_period=baseline.period if baseline else "",
        sentence=suggestion.sentence_words,
        sentence_start=suggestion.sentence.start,
        sentence_end=suggestion.sentence.end,
        clause_start=suggestion.clause.start,
        clause_end=suggestion.clause.end,
        section=list(suggestion.section),
        position=suggestion.position,
        status=status,
        decided_by=by,
    )


def sources(of: Commitment, suggestion: Suggestion) -> list[Source]:
    """Every place the commitment rests on: those that promise are held, that of its baseline is not."""
    held = [_source(of, origin, Role.PROMISE) for origin in suggestion.origins]
    baseline = suggestion.baseline
    return [*held, _source(of, baseline.origin, Role.BASELINE)] if baseline else held


def promises(of: Commitment) -> QuerySet[Source]:
    """The places that promise it."""
    return of.sources.filter(role=Role.PROMISE)


def change(of: Commitment, changes: Mapping[str, Any]) -> dict[str, list[str | None]]:
    """Set fields, and give old and new value of each that was different, as text."""
    changed: dict[str, list[str | None]] = {}
    for name, new in changes.items():
        old = getattr(of, name)
        if old != new:
            setattr(of, name, new)
            changed[name] = [_words(old), _words(new)]
    return changed


def values_before(changes: Mapping[str, list[str | None]]) -> dict[str, Any]:
    """The values that changes replaced, as fields take them."""
    return {name: _field(name).to_python(old) for name, (old, _new) in changes.items()}


def status_before(changes: Mapping[str, list[str]]) -> str:
    """The status that a change replaced."""
    return changes["status"][0]


def _source(of: Commitment, origin: Origin, role: Role) -> Source:
    field = RECORD_FIELDS.get(origin.place)
    record = {field: origin.record_id} if field else {}
    return Source(
        commitment=of,
        version_id=of.version_id,
        role=role,
        start=origin.stretch.start,
        end=origin.stretch.end,
        quote=origin.quote,
        is_held=role == Role.PROMISE,
        **record,
    )


def _field(name: str) -> "Field[Any, Any]":
    return cast("Field[Any, Any]", Commitment._meta.get_field(name))


def _words(value: object) -> str | None:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return None if value is None else str(value)
