"""Cells (单元格): what is written in a row, taken for what it should be; what is not is noted at its cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from taizhang.office.organisations.forms.change import LONGEST, aliases_of
from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.regions import is_region_code
from taizhang.office.organisations.registry import Unit
from taizhang.office.organisations.workbook.columns import COLUMNS, kinds
from taizhang.office.organisations.workbook.desk import Desk
from taizhang.office.organisations.workbook.reading import SheetRow

DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})(?:\D.*)?")
LARGEST_POSITION = 99999
LONGEST_WORDS = {"name": LONGEST, "short_name": LONGEST, "document": 200, "reason": 500}


@dataclass(frozen=True, slots=True)
class Fault:
    """Fault (单元格问题): which cell, and what to do about it."""

    cell: str
    head: str
    message: str


@dataclass(frozen=True, slots=True)
class Given:
    """Given (所填内容): what a row says, filled up with what is known of its unit where it has no such column."""

    name: str
    short_name: str
    kind: str
    parent: str
    region_code: str
    aliases: tuple[str, ...]
    position: int
    since: date | None = None
    on: date | None = None
    document: str = ""
    reason: str = ""


class Cells:
    """Cells (单元格): of one row.

    Attributes:
        faults: what was noted so far.
    """

    def __init__(self, row: SheetRow, letters: Mapping[str, str]) -> None:
        self.row, self.letters = row, letters
        self.faults: list[Fault] = []

    def fault(self, column: str, message: str) -> None:
        """Note what is wrong with a cell; where the column is not there, with the row's name."""
        head = next(str(each.head) for each in COLUMNS if each.key == column)
        letter = self.letters.get(column, self.letters["name"])
        self.faults.append(Fault(f"{letter}{self.row.number}", head, message))

    def given(self, unit: Unit | None, desk: Desk) -> Given:
        """What the row says."""
        known = _known(unit, desk)
        said = {key: self._words(key, getattr(known, key)) for key in ("name", "short_name", "document", "reason")}
        if not key_of(said["name"]):
            self.fault("name", _("请填写单位的全称。"))
        given = Given(
            **said,
            kind=self._kind(known.kind),
            parent=self.row.said.get("parent", known.parent),
            region_code=self._region(known.region_code),
            aliases=self._aliases(known.aliases, said),
            position=self._position(known.position),
            since=self._day("since", None),
            on=self._day("on", None),
        )
        if unit is not None and given.since not in {None, unit.period.start}:
            self.fault("since", _("已有单位的设立日期不能在这里改，请改回原样或清空。"))
        return replace(given, since=given.since if unit is None else None)

    def _words(self, column: str, known: str) -> str:
        words = self.row.said.get(column, known)
        longest = LONGEST_WORDS[column]
        if len(words) > longest:
            self.fault(column, _("太长了，最多 %(longest)s 个字。") % {"longest": longest})
        return words

    def _kind(self, known: str) -> str:
        words = self.row.said.get("kind", known)
        kind = kinds().get(key_of(words), "")
        if not kind:
            listed = "、".join(str(each.label) for each in Kind)
            self.fault("kind", _("请从这些类别里选一个：%(listed)s。") % {"listed": listed})
        return kind

    def _region(self, known: str) -> str:
        code = self.row.said.get("region_code", known)
        if code and not is_region_code(code):
            self.fault("region_code", _("请填六位行政区划代码，例如 370303；不管辖一个地方的单位留空。"))
        return code

    def _aliases(self, known: tuple[str, ...], said: Mapping[str, str]) -> tuple[str, ...]:
        words = self.row.said.get("aliases")
        other = {key_of(said["name"]), key_of(said["short_name"])}
        aliases = tuple(each for each in (known if words is None else aliases_of(words)) if key_of(each) not in other)
        if any(len(each) > LONGEST for each in aliases):
            self.fault("aliases", _("有一个别名太长，多个别名请用顿号隔开。"))
        return aliases

    def _position(self, known: int) -> int:
        word = self.row.said.get("position", "")
        if not word:
            return known
        if not word.isdecimal() or not 0 < int(word) <= LARGEST_POSITION:
            self.fault("position", _("请填 1 到 99999 的整数。"))
            return known
        return int(word)

    def _day(self, column: str, known: date | None) -> date | None:
        word = self.row.said.get(column, "")
        if not word:
            return known
        day = day_of(word)
        if day is None:
            self.fault(column, _("日期请写成 2024-03-01 的样子。"))
        return day


def day_of(word: str) -> date | None:
    """2024-03-01, 2024/3/1, 2024年3月1日; None for what is no day."""
    found = DAY.fullmatch(word)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _known(unit: Unit | None, desk: Desk) -> Given:
    """What is known of the unit; of a new one, nothing."""
    if unit is None:
        return Given("", "", "", "", "", (), 0)
    now = desk.particulars_of(unit)
    parent = unit.parent_id(desk.today)
    return Given(
        name=unit.name(desk.today),
        short_name=now.short_name,
        kind=str(Kind(now.kind).label),
        parent=desk.name_of(parent) if parent else "",
        region_code=now.region_code,
        aliases=now.aliases,
        position=now.position,
    )
