"""Wording (用语): the words in which people read what was understood; translated when shown."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taizhang.office.plans.models import Aspect, Modality

BOUNDS: dict[str, Promise] = {
    "exact": _("原文为确数"),
    "about": _("左右，上下均可"),
    "at_least": _("以上，含本数"),
    "more_than": _("超过，不含本数"),
    "at_most": _("以内，含本数"),
    "nearly": _("接近，略低于本数"),
    "range": _("在区间之内"),
}
AMOUNTS: dict[str, Promise] = {
    "about": _("%(figure)s左右"),
    "at_least": _("%(figure)s以上"),
    "more_than": _("超过%(figure)s"),
    "at_most": _("%(figure)s以内"),
    "nearly": _("接近%(figure)s"),
}
DOUBTS: dict[str, Promise] = {
    "each_or_total": _("原文没有说明是各自的数量还是合计。"),
    "subject_guessed": _("这一句没有写明对象，对象是从上文推得的。"),
    "period_guessed": _("这一句没有写明时期，时期是从所在章节推得的。"),
    "scope_unclear": _("完成率针对前面哪一项，原文没有说清。"),
}
CELL_KINDS: dict[str, Promise] = {
    "number": _("数值"),
    "qualitative": _("定性要求"),
    "assigned": _("以上级下达为准"),
    "dash": _("未列数值"),
    "blank": _("空白"),
}
# (aspect, whether it falls) → what has happened, what is intended
SENTENCES: dict[tuple[str, bool], tuple[Promise, Promise]] = {
    (Aspect.LEVEL, False): (_("%(subject)s为%(amount)s"), _("%(subject)s计划达到%(amount)s")),
    (Aspect.GROWTH, False): (_("%(subject)s%(basis)s增长%(amount)s"), _("%(subject)s计划%(basis)s增长%(amount)s")),
    (Aspect.GROWTH, True): (_("%(subject)s%(basis)s下降%(amount)s"), _("%(subject)s计划%(basis)s下降%(amount)s")),
    (Aspect.CHANGE, False): (_("%(subject)s%(basis)s增加%(amount)s"), _("%(subject)s计划%(basis)s增加%(amount)s")),
    (Aspect.CHANGE, True): (_("%(subject)s%(basis)s减少%(amount)s"), _("%(subject)s计划%(basis)s减少%(amount)s")),
    (Aspect.RANK, False): (_("%(subject)s居第%(amount)s"), _("%(subject)s计划进到第%(amount)s")),
}
PERIODS: tuple[tuple[re.Pattern[str], Promise], ...] = (
    (re.compile(r"(?P<year>\d{4})"), _("%(year)s年")),
    (re.compile(r"(?P<year>\d{4})-(?P<until>\d{4})"), _("%(year)s—%(until)s年")),
    (re.compile(r"(?P<year>\d{4})-(?P<month>0?[1-9]|1[0-2])"), _("%(year)s年%(month)s月")),
    (re.compile(r"(?P<year>\d{4})H1"), _("%(year)s年上半年")),
    (re.compile(r"(?P<year>\d{4})H2"), _("%(year)s年下半年")),
    (re.compile(r"(?P<year>\d{4})Q(?P<quarter>[1-4])"), _("%(year)s年第%(quarter)s季度")),
)


def period_words(period: str) -> str:
    """``2022H1`` as people say it; empty where the period is not known."""
    for pattern, words in PERIODS:
        match = pattern.fullmatch(period)
        if match:
            return str(words) % match.groupdict()
    return period


def basis_words(basis: str) -> str:
    """What growth is compared with; empty where nothing is."""
    if basis.startswith("since:"):
        return gettext("比%(year)s年") % {"year": basis.removeprefix("since:")}
    words = {"yoy": gettext("比上年"), "average": gettext("年均")}
    return words.get(basis, basis)


@dataclass(frozen=True, slots=True)
class Understanding:
    """Understanding (读懂的一个数): what a statement and a table cell have in common."""

    subject: str
    aspect: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: str
    period: str
    modality: str
    basis: str

    @property
    def figure(self) -> str:
        """The number with its unit, without its sign: the verb says whether it falls."""
        low = f"{abs(self.value):f}"
        return f"{low}{self.unit}" if self.value_high is None else f"{low}—{abs(self.value_high):f}{self.unit}"

    @property
    def amount(self) -> str:
        """The figure as it is meant: 6%左右."""
        return str(AMOUNTS[self.bound]) % {"figure": self.figure} if self.bound in AMOUNTS else self.figure

    def sentence(self) -> str:
        """One plain sentence that says what was understood."""
        falls = self.value < 0 and self.aspect in (Aspect.GROWTH, Aspect.CHANGE)
        happened, intended = SENTENCES[self.aspect, falls]
        words = str(intended if self.modality == Modality.TARGET else happened) % {
            "subject": self.subject or gettext("（对象不明）"),
            "basis": basis_words(self.basis),
            "amount": self.amount,
        }
        period = period_words(self.period)
        if not period:
            return gettext("%(sentence)s。") % {"sentence": words}
        return gettext("%(period)s，%(sentence)s。") % {"period": period, "sentence": words}
