"""Drafts (草稿): a suggestion as rows to be written, and changes as old and new values to be kept."""

import json
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any, cast

from django.db.models import Field, JSONField

from taizhang.office.accounts.models import User
from taizhang.office.commitments.models import Commitment, Role, Source
from taizhang.office.commitments.semantics.derivation import Promise, Proposal, propose
from taizhang.office.commitments.semantics.rule import TargetRule
from taizhang.office.commitments.suggestions.clauses import Stretch, cut
from taizhang.office.commitments.suggestions.suggestion import Origin, Place, Suggestion
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.plans.intake import catalogue_entry

# What is promised: of an approved plan it changes only with the plan.
PROMISED = ("subject", "aspect", "value", "value_high", "unit", "bound", "period", "action", "expression")
# How it is judged, beside the target itself.
JUDGED = (
    "target_kind",
    "tolerance",
    "tolerance_basis",
    "reference",
    "reference_indicator",
    "direction",
    "timing",
    "price_basis",
    "scope",
    "evidence",
    "profile",
    "due_on",
    "assigned_state",
)
FROZEN = frozenset({*PROMISED, "target_kind", "due_on"})
# What a clerk may choose otherwise than suggested, or change later.
CHANGEABLE = ("kind", "title", *PROMISED, "baseline_value", "baseline_unit", "baseline_period", *JUDGED)
RECORD_FIELDS = {Place.STATEMENT: "statement_id", Place.CELL: "cell_id", Place.ROW: "row_id"}


def proposal(suggestion: Suggestion, year: str) -> Proposal:
    """How the promise of a suggestion seems to be meant."""
    baseline = suggestion.baseline
    return propose(
        Promise(
            promised_as=str(suggestion.kind),
            words=_told(suggestion.title, suggestion.sentence_words, suggestion.sentence, suggestion.clause),
            target=suggestion.target,
            baseline_value=baseline.value if baseline else None,
            baseline_unit=baseline.unit if baseline else "",
            baseline_period=baseline.period if baseline else "",
            indicator=catalogue_entry(suggestion.indicator),
            year=year,
        )
    )


def proposal_for(row: Any, year: str) -> Proposal:  # noqa: ANN401
    """The same of a commitment; any row with its columns will do, also one of a migration."""
    target = Target(**{each.name: getattr(row, each.name) for each in fields(Target)})
    return propose(
        Promise(
            promised_as=row.kind,
            words=_told(
                row.title,
                row.sentence,
                Stretch(row.sentence_start, row.sentence_end),
                Stretch(row.clause_start, row.clause_end),
            ),
            target=target,
            baseline_value=row.baseline_value,
            baseline_unit=row.baseline_unit,
            baseline_period=row.baseline_period,
            indicator=catalogue_entry(row.indicator),
            year=year,
        )
    )


def rule_values(rule: TargetRule) -> dict[str, Any]:
    """A rule as columns, those of target and baseline left out."""
    kept = {name: getattr(rule, name) for name in JUDGED if name != "target_kind"}
    return {"target_kind": str(rule.kind), "rules_version": rule.rules_version, **kept}


def commitment(suggestion: Suggestion, *, version_id: int, year: str, status: str, by: User) -> Commitment:
    """A commitment that says what the suggestion says, not saved yet."""
    target, baseline = suggestion.target, suggestion.baseline
    figures: dict[str, Decimal | None] = {
        "value": target.value,
        "value_high": target.value_high,
        "baseline_value": baseline.value if baseline else None,
    }
    return Commitment(
        **figures,
        **rule_values(proposal(suggestion, year).rule),
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
    return {name: _value(_field(name), old) for name, (old, _new) in changes.items()}


def status_before(changes: Mapping[str, list[str]]) -> str:
    """The status that a change replaced."""
    return changes["status"][0]


def _told(title: str, words: str, sentence: Stretch, clause: Stretch) -> str:
    """The promise in the plan's words; the clause may say more (力争) than a title does."""
    parts = cut(words, sentence, clause)
    return f"{title}；{parts[1]}" if parts else title


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


def _value(field: "Field[Any, Any]", words: str | None) -> object:
    if isinstance(field, JSONField):
        return json.loads(words or "null")
    return field.to_python(words)


def _field(name: str) -> "Field[Any, Any]":
    return cast("Field[Any, Any]", Commitment._meta.get_field(name))


def _words(value: object) -> str | None:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return None if value is None else str(value)
