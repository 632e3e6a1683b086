"""Wording (用语): what pages and workbooks say of a commitment, in the language of the person who looks."""

from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from taizhang.office.commitments.semantics.rule import TargetRule, ToleranceBasis
from taizhang.office.commitments.semantics.table import table_named
from taizhang.office.commitments.suggestions import wording
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.plans.wording import DOUBTS as READING_DOUBTS

PLACES: dict[str, Promise] = {"text": _("正文"), "annex": _("附表"), "both": _("正文和附表")}
# On a phone, where rows are cards without a head; either way of each column.
SORT_LABELS: tuple[tuple[str, Promise], ...] = (
    ("", _("按原文顺序")),
    ("-number", _("按原文倒序")),
    ("subject", _("按对象")),
    ("kind", _("按类别")),
    ("target", _("按目标，从小到大")),
    ("-target", _("按目标，从大到小")),
    ("baseline", _("按基数，从小到大")),
    ("-baseline", _("按基数，从大到小")),
    ("place", _("按出处")),
    ("-decided", _("按登记时间，新的在前")),
    ("decided", _("按登记时间，旧的在前")),
)
DOUBTS: dict[str, Promise] = READING_DOUBTS | {
    "text_and_annex_differ": _("正文和附表印的数不一样，请核对后再纳入。这里先按正文。"),
    "bounds_differ": _("正文和附表的数相同，“左右、以上”等界限词不同，这里按正文。"),
    "baseline_disputed": _("基数在正文和附表里印得不一样，这里取附表的；请核实后再纳入。"),
    "sets_scene": _("这一句交代形势或总体要求，多半不是具体任务，可以搁置。"),
    "said_before": _("前面已有同一指标的目标，纳入前请确认不是重复。"),
}


def target_words(target: Target) -> str:
    """The target as people say it."""
    is_english = (get_language() or "").startswith("en")
    return wording.in_english(target) if is_english else wording.in_chinese(target)


def in_language(pair: tuple[str, str]) -> str:
    """Of a sentence told in Chinese and English the one for the person who looks."""
    return pair[1] if (get_language() or "").startswith("en") else pair[0]


def tolerance_words(rule: TargetRule) -> str:
    """±0.3个百分点; empty where none is due."""
    if rule.tolerance is None:
        return ""
    if rule.tolerance_basis == ToleranceBasis.POINTS:
        return str(_("±%(value)s 个百分点") % {"value": f"{rule.tolerance:f}"})
    if rule.tolerance_basis == ToleranceBasis.PERCENT:
        return str(_("±目标值的 %(value)s%%") % {"value": f"{rule.tolerance:f}"})
    return f"±{wording.amount(rule.tolerance, rule.unit)}"


def setter_words(rules_version: str) -> str:
    """Who set the defaults of a dated table."""
    table = table_named(rules_version)
    return in_language(table.set_by) if table else ""


def amount_words(value: Decimal | None, unit: str) -> str:
    """A figure with its unit."""
    return wording.amount(value, unit)


def place_label(place: str) -> str:
    """Whether text, annex or both say it."""
    return str(PLACES[place])


def doubt_words(doubt: str) -> str:
    """What to look at before adopting."""
    return str(DOUBTS.get(doubt, doubt))


def section_words(section: tuple[str, ...]) -> str:
    """Headings one below the other, as one line."""
    return " › ".join(section)
