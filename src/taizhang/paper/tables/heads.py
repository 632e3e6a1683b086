"""Column heads (表头): what each column of a sheet holds, from the words over it."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from taizhang.paper.indicators.lookup import find_indicator
from taizhang.paper.tables import vocabulary
from taizhang.paper.tables.cells import is_unit, read_value
from taizhang.paper.tables.layout import Sheet
from taizhang.paper.tables.setting import Setting, period_of, with_arabic_years
from taizhang.paper.tables.table import CellKind, CellRole

_TIME = re.compile(r"(?:19|20)\d\d|月|季度|半年|上年|本年|去年|今年")
_TOTAL = re.compile(r"合计|小计|总计")
_PERCENT = {"%", "％"}
_UNIT_IN_HEAD = re.compile(r"[（(\[]([^（）()\[\]]{1,12})[）)\]]$")


class ColumnSort(StrEnum):
    """Column sort (栏的种类)."""

    LABEL = "label"  # 指标名称
    GROUP = "group"  # 类别
    UNIT = "unit"  # 计量单位
    VALUE = "value"  # 指标值
    ATTRIBUTE = "attribute"  # 属性、责任单位


@dataclass(frozen=True, slots=True)
class Meaning:
    """Meaning of a column of values (栏目含义); None is what its heads do not say.

    Attributes:
        role, year, modality: as in ``TableCell``.
        unit: unit in brackets at the end of a head.
        measure: what is measured, where the head rather than the row says it (利润总额).
    """

    role: CellRole | None = None
    year: str | None = None
    modality: str | None = None
    unit: str | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """Column (栏): its heads, top to bottom, its sort, and for values what they mean."""

    head: tuple[str, ...]
    sort: ColumnSort
    meaning: Meaning = Meaning()


def read_columns(sheet: Sheet, setting: Setting) -> tuple[Column, ...]:
    """The columns of a sheet, left to right."""
    chains = [_chain(sheet, at) for at in range(sheet.width)]
    sorts = _sorts(sheet, chains, setting)
    columns: list[Column] = []
    for chain, sort in zip(chains, sorts, strict=True):
        meaning = Meaning()
        if sort is ColumnSort.VALUE:
            meaning = _inherit(read_meaning(chain, setting, is_cross=_is_cross(chains, sorts)), columns)
        columns.append(Column(chain, sort, meaning))
    return tuple(replace(column, meaning=settle(column.meaning, setting)) for column in columns)


def read_meaning(chain: tuple[str, ...], setting: Setting, *, is_cross: bool = False) -> Meaning:
    """What a chain of heads says, the lower ones first."""
    leaf_up = [_without_unit(with_arabic_years(words)) for words in reversed(chain)]
    is_cross = is_cross or any(_has_unit(words) for words in chain)
    units = [match[1] for words in reversed(chain) if (match := _UNIT_IN_HEAD.search(words))]
    role = next((role for words in reversed(chain) if (role := _role(words))), None)
    return Meaning(
        role=role,
        year=next((period for words in leaf_up if (period := period_of(words, setting))), None),
        modality=next((modality for words in leaf_up if (modality := vocabulary.modality_of(words))), None),
        unit=next((unit for unit in units if is_unit(unit) and unit not in _PERCENT), None),
        measure="".join(dict.fromkeys(_measure(words, is_cross=is_cross) for words in reversed(leaf_up))),
    )


def settle(meaning: Meaning, setting: Setting) -> Meaning:
    """The meaning with what its heads leave open taken from the table's title and the document."""
    modality = meaning.modality or _modality_of_year(meaning.year, setting)
    year = meaning.year or (setting.meant_for if modality == "target" else setting.done_in)
    return replace(meaning, modality=modality, year=year)


def has_strange_heads(columns: tuple[Column, ...]) -> bool:
    """Whether columns of values differ in words we do not understand (社会团体、基金会)."""
    strange = {
        rest
        for column in columns
        if column.sort is ColumnSort.VALUE and not column.meaning.measure
        for rest in ("".join(vocabulary.rest_of(_without_unit(with_arabic_years(words))) for words in column.head),)
        if rest
    }
    return len(strange) > 1


def _modality_of_year(year: str | None, setting: Setting) -> str:
    this_year = setting.this_year
    if year is None or this_year is None:
        return "target" if setting.is_target else "actual"
    is_ahead = int(year[-4:] if len(year) == 9 else year[:4]) >= this_year + (not setting.is_target)
    return "target" if is_ahead else "actual"


def _inherit(meaning: Meaning, before: list[Column]) -> Meaning:
    """A growth that names no year and no manner belongs to the value before it."""
    last = next((column.meaning for column in reversed(before) if column.sort is ColumnSort.VALUE), None)
    if last is None or meaning.role is not CellRole.GROWTH:
        return meaning
    measure = meaning.measure or last.measure
    if meaning.year or meaning.modality:
        return replace(meaning, measure=measure)
    return replace(meaning, year=last.year, modality=last.modality, measure=measure)


def _chain(sheet: Sheet, at: int) -> tuple[str, ...]:
    """The heads over a column; a blank one between is read as the wide head to its left."""
    words: list[str] = []
    for number, row in enumerate(sheet.heads):
        box = row[at]
        head = box.words if box else ""
        if not head and any((below := lower[at]) and below.words for lower in sheet.heads[number + 1 :]):
            head = next((left.words for left in reversed(row[:at]) if left and left.words), "")
            head = "" if _names_rows(head) else head
        if head and head not in words[-1:]:
            words.append(head)
    return tuple(words)


def _names_rows(head: str) -> bool:
    return any(
        family(head)
        for family in (
            vocabulary.is_label_head,
            vocabulary.is_region_head,
            vocabulary.is_serial_head,
            vocabulary.is_unit_head,
            vocabulary.is_group_head,
        )
    )


def _sorts(sheet: Sheet, chains: list[tuple[str, ...]], setting: Setting) -> list[ColumnSort]:
    label = _label_column(sheet, chains)
    totals = {chain[:-1] for chain in chains if len(chain) > 1 and _TOTAL.fullmatch(chain[-1])}
    sorts = []
    for at, chain in enumerate(chains):
        sort = ColumnSort.LABEL if at == label else _sort(sheet, at, chain, label)
        if sort is ColumnSort.ATTRIBUTE and _leaf(chain) in setting.own:
            sort = ColumnSort.VALUE
        if sort is ColumnSort.VALUE and chain[:-1] in totals and not _TOTAL.fullmatch(chain[-1]):
            sort = ColumnSort.ATTRIBUTE  # a part of the total beside it
        sorts.append(sort)
    return sorts


def _label_column(sheet: Sheet, chains: list[tuple[str, ...]]) -> int:
    """The column of names: by its head, else the first that holds words."""
    names = [_leaf(chain) for chain in chains]
    by_head = [at for at, name in enumerate(names) if vocabulary.is_label_head(name) or vocabulary.is_region_head(name)]
    proper = [at for at in by_head if not vocabulary.is_group_head(names[at]) and not _holds_units(sheet, at)]
    for at in (*proper, *by_head):
        if CellKind.NUMBER not in _kinds(sheet, at):
            return at
    return next((at for at in range(sheet.width) if CellKind.QUALITATIVE in _kinds(sheet, at)), -1)


def _sort(sheet: Sheet, at: int, chain: tuple[str, ...], label: int) -> ColumnSort:
    leaf = _leaf(chain)
    if vocabulary.is_unit_head(leaf) and _holds_units(sheet, at):
        return ColumnSort.UNIT
    if at < label and vocabulary.is_group_head(leaf):
        return ColumnSort.GROUP
    if vocabulary.is_serial_head(leaf) or any(map(vocabulary.is_attribute_head, (*chain, *map(_without_unit, chain)))):
        return ColumnSort.ATTRIBUTE
    return ColumnSort.VALUE if _holds_values(sheet, at, chain) else ColumnSort.ATTRIBUTE


def _holds_units(sheet: Sheet, at: int) -> bool:
    words = [box.words for row in sheet.body if (box := row[at]) and box.words and box.right == at + 1]
    return bool(words) and sum(map(is_unit, words)) * 2 >= len(words)


def _holds_values(sheet: Sheet, at: int, chain: tuple[str, ...]) -> bool:
    """Mostly numbers; or heads of a value, and not mostly words."""
    kinds = _kinds(sheet, at)
    numbers, words = kinds.count(CellKind.NUMBER), kinds.count(CellKind.QUALITATIVE)
    is_said = any(_role(head) or vocabulary.modality_of(head) or _TIME.search(head) for head in chain)
    return (numbers > 0 and numbers * 2 >= len(kinds)) or (is_said and (numbers > 0 or words * 2 < len(kinds) + 1))


def _kinds(sheet: Sheet, at: int) -> list[CellKind]:
    """What the filled cells of a column are."""
    return [read_value(box.text).kind for row in sheet.body if (box := row[at]) and box.words and box.left == at]


def _is_cross(chains: list[tuple[str, ...]], sorts: list[ColumnSort]) -> bool:
    return ColumnSort.LABEL in sorts and vocabulary.is_region_head(_leaf(chains[sorts.index(ColumnSort.LABEL)]))


def _role(words: str) -> CellRole | None:
    if vocabulary.is_growth_head(words):
        return CellRole.GROWTH
    return CellRole.LEVEL if vocabulary.is_level_head(words) else None


def _measure(words: str, *, is_cross: bool) -> str:
    """The measure a head names, without year and manner at its ends; empty where it names none."""
    is_one = vocabulary.names_measure(words, anything=is_cross) or find_indicator(words) is not None
    return vocabulary.without_time_and_manner(words) if is_one else ""


def _has_unit(words: str) -> bool:
    match = _UNIT_IN_HEAD.search(words)
    return match is not None and is_unit(match[1]) and match[1] not in _PERCENT


def _leaf(chain: tuple[str, ...]) -> str:
    return _without_unit(chain[-1]) if chain else ""


def _without_unit(words: str) -> str:
    return _UNIT_IN_HEAD.sub("", words)
