"""Tags of commitments (台账用语标签): targets, places and doubts in the words of ``commitments.wording``."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from taizhang.office.commitments import wording
from taizhang.office.commitments.semantics.rule import TargetRule
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.plans.wording import period_words

register = template.Library()


@register.simple_tag
def kind_mark(kind: str, label: str) -> SafeString:
    """The badge of a kind, drawn once: a page of the ledger shows a hundred."""
    return _drawn("commitments/kind.html", get_language(), kind=kind, label=label)


@register.simple_tag
def place_mark(place: str) -> SafeString:
    """The badge of where a promise is written, drawn once too."""
    return _drawn("commitments/place.html", get_language(), place=place)


@cache
def _drawn(template: str, _language: str | None, **what: str) -> SafeString:
    return render_to_string(template, what)


@register.filter
def target(promised: Target) -> str:
    """增长6%左右."""
    return wording.target_words(promised)


@register.filter
def in_language(pair: tuple[str, str]) -> str:
    """Of Chinese and English the one for the person who looks."""
    return wording.in_language(pair)


@register.filter
def tolerance(rule: TargetRule) -> str:
    """±0.3个百分点."""
    return wording.tolerance_words(rule)


@register.filter
def setter(rules_version: str) -> str:
    """Who set the defaults of a dated table."""
    return wording.setter_words(rules_version)


@register.filter
def with_unit(value: Decimal | None, unit: str) -> str:
    """A figure with its unit."""
    return wording.amount_words(value, unit)


@register.filter
def period(value: str) -> str:
    """2023年."""
    return period_words(value)


@register.filter
def doubt(value: str) -> str:
    """What to look at before adopting."""
    return wording.doubt_words(value)


@register.filter
def place(value: str) -> str:
    """正文, 附表 or both."""
    return wording.place_label(value)


@register.filter
def path(section: Sequence[str]) -> str:
    """Headings as one line."""
    return wording.section_words(tuple(section))
