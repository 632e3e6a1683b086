"""Statement (表述): one number of a plan, what it measures, and how it is meant."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.spans import Span


class Aspect(StrEnum):
    """Aspect (数值性质): what a statement says of its subject."""

    LEVEL = "level"  # 数值：总量、存量、流量、比率
    GROWTH = "growth"  # 增速
    CHANGE = "change"  # 增减额
    RANK = "rank"  # 位次


class Modality(StrEnum):
    """Modality (语气): has it happened, or is it intended."""

    ACTUAL = "actual"  # 实绩
    TARGET = "target"  # 目标


class Doubt(StrEnum):
    """Doubt (存疑): an ambiguity of the sentence that the reader of it should know about."""

    EACH_OR_TOTAL = "each_or_total"  # “A、B N家以上”：各N家还是合计
    SUBJECT_GUESSED = "subject_guessed"  # 主语从上文推得
    PERIOD_GUESSED = "period_guessed"  # 时期从章节推得
    SCOPE_UNCLEAR = "scope_unclear"  # 完成率针对前面哪一项


@dataclass(frozen=True, slots=True)
class Statement:
    """Statement (表述): one quantified assertion.

    Attributes:
        span: numeral and unit, nothing else.
        quote: the words of that span, verbatim, so line breaks and blanks of the layout stay.
        subject: what is measured, in the document's words; empty where it cannot be told.
        subject_span: the words the subject was taken from where they stand together, else None.
        aspect: level, growth, change or rank.
        value: as written before the unit; a fall is negative for growth and change; lower end of a range.
        value_high: upper end of a range, else None.
        unit: as written after the numeral, with its magnitude.
        bound: how exactly it is meant.
        period: ``2022``, ``2021-2025``, ``2022H1``, ``2022Q3``, ``2022-11``, or None.
        modality: actual or target.
        basis: for growth and change ``yoy``, ``average`` or ``since:2020``; else None.
        sentence: the sentence it stands in.
        section: markers of the sections it stands in, outermost first (``("三、", "（一）", "二是")``).
        indicator: code of the subject in the catalogue, None for one it does not know.
        is_optional: whether a careful reader could well leave it out.
        doubts: ambiguities of the sentence, recorded rather than hidden.
    """

    span: Span
    quote: str
    subject: str
    subject_span: Span | None
    aspect: Aspect
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: Bound
    period: str | None
    modality: Modality
    basis: str | None
    sentence: Span
    section: tuple[str, ...] = ()
    indicator: str | None = None
    is_optional: bool = False
    doubts: tuple[Doubt, ...] = ()
