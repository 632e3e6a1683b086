"""Columns (栏目): what stands in a row of the workbook; their heads are understood in either language."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.naming import key_of


@dataclass(frozen=True, slots=True)
class Column:
    """Column (栏目).

    Attributes:
        key: how the code calls it.
        note: what to write there.
    """

    key: str
    head: Promise
    width: int
    note: Promise


COLUMNS: tuple[Column, ...] = (
    Column("id", _("单位编号"), 10, _("系统给的号，不要改；新单位留空。")),
    Column("name", _("全称"), 30, _("必填。改了全称就是更名，要写变更日期和理由。")),
    Column("short_name", _("简称"), 18, _("可不填。")),
    Column("kind", _("类别"), 10, _("必填，从下拉列表里选。")),
    Column("parent", _("上级单位"), 30, _("上级的全称；没有上级的留空。改了上级就是调整隶属，要写变更日期和理由。")),
    Column("region_code", _("行政区划代码"), 14, _("只有管辖一个地方的单位才填，六位数字。")),
    Column("aliases", _("别名"), 36, _("文件里的其他叫法，用顿号隔开；删去的从今天起不再使用。")),
    Column("position", _("顺序"), 8, _("同级单位中小的在前；新单位可不填。")),
    Column("since", _("设立日期"), 13, _("只用于新单位；不知道的留空。")),
    Column("on", _("变更日期"), 13, _("更名或调整隶属从哪天起。")),
    Column("document", _("依据文件"), 24, _("文号或文件名，可不填。")),
    Column("reason", _("理由"), 28, _("更名或调整隶属的理由。")),
)
REQUIRED = ("name", "kind")


@cache
def heads() -> dict[str, str]:
    """Head as it may be written, in any language of the site → key."""
    return {key_of(words): column.key for column in COLUMNS for words in in_every_language(column.head)}


@cache
def kinds() -> dict[str, str]:
    """Kind as it may be written → its value."""
    return {key_of(words): kind.value for kind in Kind for words in in_every_language(kind.label)}


def in_every_language(words: Promise | str) -> tuple[str, ...]:
    """The words as each language of the site has them."""
    said = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            said.append(str(words))
    return tuple(said)
