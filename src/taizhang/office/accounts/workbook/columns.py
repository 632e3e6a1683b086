"""Columns (栏目): what stands in a row; heads are understood in either language."""

from functools import cache

from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.workbook.columns import Column, in_every_language

COLUMNS: tuple[Column, ...] = (
    Column("username", _("用户名"), 18, _("必填。登录时输入，例如工号或姓名拼音；不能有空格，建立后不能改。")),
    Column("name", _("姓名"), 14, _("必填。")),
    Column("unit", _("所在单位"), 32, _("单位的全称、简称或别名，照单位名册；未定的留空。")),
    Column("email", _("电子邮箱"), 26, _("可不填。")),
    Column("phone", _("电话"), 18, _("可不填。")),
)
REQUIRED = ("username", "name")


@cache
def heads() -> dict[str, str]:
    """Head as it may be written, in any language of the site → key."""
    return {key_of(words): column.key for column in COLUMNS for words in in_every_language(column.head)}


def head_of(key: str) -> str:
    """What people call the column."""
    return next(str(column.head) for column in COLUMNS if column.key == key)
