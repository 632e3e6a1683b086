"""Changes (两稿对比): what a new version settled, what it brought in, and what is still there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from taizhang.office.findings.models import FindingRecord, Severity
from taizhang.office.findings.selectors.examined import Examined
from taizhang.office.findings.standing import Standing
from taizhang.office.plans.intake import rule_cards

ENOUGH_IN_COMMON = 0.5


@dataclass(frozen=True, slots=True)
class Change:
    """Change (一条变化): a finding of the new version, or of the old one where it is gone."""

    record: FindingRecord
    name: str
    message: str
    quote: str
    standing: Standing

    @property
    def severity_label(self) -> str:
        """Its severity."""
        return str(Severity(self.record.severity).label)


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes (两稿对比).

    Attributes:
        old, new: the two versions.
        fixed: findings of the old version that are gone.
        added: findings only the new version has.
        remaining: findings both have, as they stand in the new one.
    """

    old: Examined
    new: Examined
    fixed: tuple[Change, ...]
    added: tuple[Change, ...]
    remaining: tuple[Change, ...]


def compare(old: Examined, new: Examined) -> Changes:
    """The findings of two versions of one plan, those of the same doubt brought together."""
    pairs = pair(old.findings, new.findings)
    known_old, known_new = {id(before) for before, _ in pairs}, {id(after) for _, after in pairs}
    return Changes(
        old,
        new,
        fixed=_changes(old, (each for each in old.findings if id(each) not in known_old)),
        added=_changes(new, (each for each in new.findings if id(each) not in known_new)),
        remaining=_changes(new, (after for _, after in pairs)),
    )


def pair(old: Sequence[FindingRecord], new: Sequence[FindingRecord]) -> tuple[tuple[FindingRecord, FindingRecord], ...]:
    """Findings of the same doubt: the same words in the same section first, then those of a rule with most in common.

    Where one of fourteen unexplained terms was explained the rule still asks about thirteen: the doubt is the same.
    """
    by_key = {each.key: each for each in old}
    pairs = [(by_key[each.key], each) for each in new if each.key in by_key]
    old_left = [each for each in old if each.key not in {after.key for _, after in pairs}]
    for after in new:
        if after.key in by_key:
            continue
        alike = max(old_left, key=lambda before: _in_common(before, after), default=None)
        if alike is not None and _in_common(alike, after) >= ENOUGH_IN_COMMON:
            pairs.append((alike, after))
            old_left.remove(alike)
    return tuple(pairs)


def _in_common(before: FindingRecord, after: FindingRecord) -> float:
    """Share of the words of the smaller of both that the other rests on too; nothing across rules."""
    if before.code != after.code:
        return 0
    ones, others = _words(before), _words(after)
    return len(ones & others) / min(len(ones), len(others)) if ones and others else 0


def _words(record: FindingRecord) -> set[str]:
    return {"".join(each["quote"].split()) for each in record.evidence}


def _changes(examined: Examined, records: Iterable[FindingRecord]) -> tuple[Change, ...]:
    worst_first = sorted(records, key=lambda each: (list(Severity).index(Severity(each.severity)), each.position))
    return tuple(_change(examined, each) for each in worst_first)


def _change(examined: Examined, record: FindingRecord) -> Change:
    is_english = (get_language() or "").startswith("en")
    card = rule_cards().get(record.code)
    return Change(
        record=record,
        name=(card.name_en if is_english else card.name_zh) if card else record.code,
        message=record.message_en if is_english else record.message_zh,
        quote=" ".join(record.evidence[0]["quote"].split()) if record.evidence else "",
        standing=examined.standings[record.id],
    )
