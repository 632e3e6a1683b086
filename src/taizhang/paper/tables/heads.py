"""Column heads (表头): what each column of a sheet holds, from the words over it and what stands under them."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from taizhang.paper.tables import vocabulary
from taizhang.paper.tables.cells import is_unit, read_amount
from taizhang.paper.tables.layout import Sheet
from taizhang.paper.tables.meaning import Meaning, inherit, read_meaning, role_of, settle, without_unit
from taizhang.paper.tables.setting import Setting, period_of, with_arabic_years
from taizhang.paper.tables.table import CellKind

_TIME = re.compile(r"(?:19|20)\d\d|月|季度|半年|上年|本年|去年|今年")
_TOTAL = re.compile(r"合计|小计|总计")


class ColumnSort(StrEnum):
    """Column sort (栏的种类)."""

    LABEL = "label"  # 指标名称
    GROUP = "group"  # 类别
    UNIT = "unit"  # 计量单位
    VALUE = "value"  # 指标值
    ATTRIBUTE = "attribute"  # 属性、责任单位


@dataclass(frozen=True, slots=True)
class Column:
    """Column (栏): its heads, top to bottom, its sort, and for values what they mean."""

    head: tuple[str, ...]
    sort: ColumnSort
    meaning: Meaning


def read_columns(sheet: Sheet, setting: Setting) -> tuple[Column, ...]:
    """The columns of a sheet, left to right."""
    chains = [column_head(sheet, at) for at in range(sheet.width)]
    label = _label_column(sheet, chains)
    is_cross = label >= 0 and vocabulary.is_region_head(_leaf(chains[label]))
    columns: list[Column] = []
    last: Meaning | None = None
    for chain, sort in zip(chains, _sorts(sheet, chains, label, setting), strict=True):
        meaning = Meaning()
        if sort is ColumnSort.VALUE:
            meaning = last = inherit(read_meaning(chain, setting, is_cross=is_cross), last)
        columns.append(Column(chain, sort, meaning))
    return tuple(replace(column, meaning=settle(column.meaning, setting)) for column in columns)


def column_head(sheet: Sheet, at: int) -> tuple[str, ...]:
    """The heads over a column; a blank one between is read as the wide head to its left."""
    words: list[str] = []
    for number, row in enumerate(sheet.heads):
        box = row[at]
        head = box.words if box else ""
        if not head and any((below := lower[at]) and below.words for lower in sheet.heads[number + 1 :]):
            head = next((left.words for left in reversed(row[:at]) if left and left.words), "")
            head = "" if vocabulary.names_rows(head) else head
        if head and head not in words[-1:]:
            words.append(head)
    return tuple(words)


def has_strange_heads(columns: tuple[Column, ...]) -> bool:
    """Whether columns of values differ in words we do not understand (社会团体、基金会)."""
    strange = {
        "".join(vocabulary.rest_of(without_unit(with_arabic_years(words))) for words in column.head)
        for column in columns
        if column.sort is ColumnSort.VALUE and not column.meaning.measure
    }
    return len(strange - {""}) > 1


def _label_column(sheet: Sheet, chains: list[tuple[str, ...]]) -> int:
    """The column of names: by its head, else the first that holds words; -1 where there is none."""
    names = [_leaf(chain) for chain in chains]
    by_head = [at for at, name in enumerate(names) if vocabulary.is_label_head(name) or vocabulary.is_region_head(name)]
    proper = [at for at in by_head if not vocabulary.is_group_head(names[at]) and not _holds_units(sheet, at)]
    for at in (*proper, *by_head):
        if CellKind.NUMBER not in _kinds(sheet, at):
            return at
    return next((at for at in range(sheet.width) if CellKind.QUALITATIVE in _kinds(sheet, at)), -1)


def _sorts(sheet: Sheet, chains: list[tuple[str, ...]], label: int, setting: Setting) -> list[ColumnSort]:
    totals = {chain[:-1] for chain in chains if len(chain) > 1 and _TOTAL.fullmatch(chain[-1])}
    sorts = []
    for at, chain in enumerate(chains):
        sort = ColumnSort.LABEL if at == label else _sort(sheet, at, chain, label, setting)
        if sort is ColumnSort.VALUE and chain[:-1] in totals and not _TOTAL.fullmatch(chain[-1]):
            sort = ColumnSort.ATTRIBUTE  # a part of the total beside it
        sorts.append(sort)
    return sorts


def _sort(sheet: Sheet, at: int, chain: tuple[str, ...], label: int, setting: Setting) -> ColumnSort:
    leaf = _leaf(chain)
    if vocabulary.is_unit_head(leaf) and _holds_units(sheet, at):
        return ColumnSort.UNIT
    if at < label and vocabulary.is_group_head(leaf):
        return ColumnSort.GROUP
    if vocabulary.is_serial_head(leaf) or _is_beside(chain, setting):
        return ColumnSort.ATTRIBUTE
    return ColumnSort.VALUE if _holds_values(sheet, at, chain) else ColumnSort.ATTRIBUTE


def _is_beside(chain: tuple[str, ...], setting: Setting) -> bool:
    """Whether heads say that what stands under them is no value of the indicator, or not of a time that can be told."""
    if _leaf(chain) in setting.own:
        return False
    is_untimed = any("同期" in words and not role_of(words) and not period_of(words, setting) for words in chain)
    return is_untimed or any(map(vocabulary.is_attribute_head, (*chain, *map(without_unit, chain))))


def _holds_units(sheet: Sheet, at: int) -> bool:
    words = [box.words for row in sheet.body if (box := row[at]) and box.words and box.right == at + 1]
    return bool(words) and sum(map(is_unit, words)) * 2 >= len(words)


def _holds_values(sheet: Sheet, at: int, chain: tuple[str, ...]) -> bool:
    """Mostly numbers; or heads of a value, and not mostly words."""
    kinds = _kinds(sheet, at)
    numbers, words = kinds.count(CellKind.NUMBER), kinds.count(CellKind.QUALITATIVE)
    is_said = any(role_of(head) or vocabulary.modality_of(head) or _TIME.search(head) for head in chain)
    return (numbers > 0 and numbers * 2 >= len(kinds)) or (is_said and (numbers > 0 or words * 2 < len(kinds) + 1))


def _kinds(sheet: Sheet, at: int) -> list[CellKind]:
    """What the filled cells of a column are."""
    return [read_amount(box.text).kind for row in sheet.body if (box := row[at]) and box.words and box.left == at]


def _leaf(chain: tuple[str, ...]) -> str:
    return without_unit(chain[-1]) if chain else ""
