"""Finding (疑点): something in the paper that a careful clerk would ask about — the paper's fault, a value, never an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from taizhang.paper.spans import Span


class Severity(StrEnum):
    """Severity (等级): what a finding asks of the drafter (domain brief §3.1)."""

    ERROR = "error"  # 印发前必须处理：说明理由并经第二人
    WARNING = "warning"  # 需书面说明
    HINT = "hint"  # 提示


class Verdict(StrEnum):
    """Verdict (判断): what comparing two printed figures shows, rounding and truncation kept apart."""

    CONSISTENT = "consistent"  # 一致
    TRUNCATION = "consistent_by_truncation"  # 仅按截尾一致
    BASIS = "basis_to_be_confirmed"  # 口径待核
    CONTRADICTORY = "contradictory"  # 矛盾


@dataclass(frozen=True, slots=True)
class Evidence:
    """Evidence (依据): words of a document that a finding rests on.

    Attributes:
        span: where they stand.
        quote: the words, verbatim.
        source: name of the other document they stand in; None for the one being checked.
    """

    span: Span
    quote: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Finding (疑点).

    Attributes:
        code: code of the rule that raised it, ``C05``.
        severity: as set by the rule or the region's settings.
        message: what was compared, with the figures, and what to do; Chinese.
        message_en: the same in English.
        span: the words a comment would be anchored on.
        evidence: every place it rests on, the anchor first.
        computed: the arithmetic, name → figure or interval as printed (``基数区间`` → ``[212.72, 212.98]``).
        verdict: where two figures were compared, what came of it.
    """

    code: str
    severity: Severity
    message: str
    message_en: str
    span: Span
    evidence: tuple[Evidence, ...] = ()
    computed: Mapping[str, str] = field(default_factory=dict)
    verdict: Verdict | None = None
