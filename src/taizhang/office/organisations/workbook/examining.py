"""Examining (预检): what every row of a workbook would do, and which cells stand in its way. Writes nothing."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.registry import Registry, Unit
from taizhang.office.organisations.services.changes import Particulars
from taizhang.office.organisations.services.decision import Change, Decision
from taizhang.office.organisations.services.importing import Order
from taizhang.office.organisations.workbook.cells import Cells, Fault, Given
from taizhang.office.organisations.workbook.desk import Desk
from taizhang.office.organisations.workbook.reading import Sheet, SheetRow
from taizhang.office.pages.trail import Person

ADD, CHANGE, SAME, FAULT = "add", "change", "same", "fault"


@dataclass(frozen=True, slots=True)
class RowPreview:
    """Row preview (预检行): what one row would do; with faults it does nothing."""

    number: int
    name: str
    action: str
    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    order: Order | None


@dataclass(frozen=True, slots=True)
class Preview:
    """Preview (预检结果): the whole workbook."""

    rows: tuple[RowPreview, ...]

    @property
    def fingerprint(self) -> str:
        """Differs as soon as the workbook or the registry would have anything come out differently."""
        return hashlib.sha256(repr(self.rows).encode()).hexdigest()

    def of(self, action: str) -> tuple[RowPreview, ...]:
        """The rows of that outcome."""
        return tuple(row for row in self.rows if row.action == action)

    @property
    def added(self) -> tuple[RowPreview, ...]:
        """New units."""
        return self.of(ADD)

    @property
    def changed(self) -> tuple[RowPreview, ...]:
        """Units that become otherwise."""
        return self.of(CHANGE)

    @property
    def same(self) -> tuple[RowPreview, ...]:
        """Units that stay as they are."""
        return self.of(SAME)

    @property
    def faulty(self) -> tuple[RowPreview, ...]:
        """Rows that cannot be carried out."""
        return self.of(FAULT)

    @property
    def orders(self) -> tuple[Order, ...]:
        """What can be carried out."""
        return tuple(row.order for row in (*self.added, *self.changed) if row.order is not None)


def examine(sheet: Sheet, registry: Registry, by: Person, today: date) -> Preview:
    """Look at every row as if those above it had been carried out."""
    desk = Desk.laid_out(registry, today)
    return Preview(tuple(_examine_row(Cells(row, sheet.letters), row, desk, by) for row in sheet.rows))


def _examine_row(cells: Cells, row: SheetRow, desk: Desk, by: Person) -> RowPreview:
    unit = _unit_of(cells, row, desk)
    given = cells.given(unit, desk)
    order = _order(cells, given, unit, desk, by)
    name = given.name or (unit.name(desk.today) if unit else "")
    if cells.faults:
        return RowPreview(row.number, name, FAULT, (), tuple(cells.faults), None)
    desk.accept(order, unit, row.number)
    changes = tuple(_changes(order, unit, given, desk))
    action = ADD if unit is None else CHANGE if changes else SAME
    return RowPreview(row.number, name, action, changes, (), order)


def _unit_of(cells: Cells, row: SheetRow, desk: Desk) -> Unit | None:
    """The unit whose number stands in the row; one without a number is new."""
    word = row.said.get("id", "")
    if not word:
        return None
    unit = desk.registry.units.get(int(word)) if word.isdecimal() and len(word) < 10 else None
    if unit is None:
        cells.fault("id", _("没有编号为“%(word)s”的单位。新单位请把编号留空。") % {"word": word[:20]})
    elif unit.period.end is not None:
        cells.fault("id", _("这个单位已撤销，不能再改。请删去这一行。"))
    elif unit.id in desk.rows_of:
        cells.fault("id", _("与第 %(row)s 行是同一个单位，请只留一行。") % {"row": desk.rows_of[unit.id]})
    return unit


def _order(cells: Cells, given: Given, unit: Unit | None, desk: Desk, by: Person) -> Order:
    """What the row asks for; whatever cannot be is noted at its cell."""
    owner = unit.id if unit else 0
    for column, words in (
        ("name", given.name),
        ("short_name", given.short_name),
        *(("aliases", a) for a in given.aliases),
    ):
        _refuse_taken(cells, column, words, owner, desk)
    parent = _parent(cells, given, owner, desk)
    is_renamed = unit is not None and desk.is_new_name(given.name, unit)
    is_moved = unit is not None and parent != unit.parent_id(desk.today)
    on = given.since if unit is None else given.on
    if unit is not None and (is_renamed or is_moved):
        _demand_grounds(cells, given, unit, desk)
    if unit is None and on and (desk.since.get(parent or 0) or on) > on:
        cells.fault("since", _("比上级单位的设立日期还早，请核对。"))
    particulars = Particulars(given.kind, given.region_code, given.position, given.short_name, given.aliases)
    return Order(
        organisation_id=unit.id if unit else None,
        name=given.name,
        particulars=particulars,
        parent_key=desk.called.get(parent or 0, ""),
        decision=Decision(on=on, by=by, document=given.document, reason=given.reason),
        is_renamed=is_renamed,
        is_moved=is_moved,
        is_adjusted=unit is not None and _is_adjusted(desk.particulars_of(unit), particulars, is_renamed=is_renamed),
    )


def _is_adjusted(old: Particulars, new: Particulars, *, is_renamed: bool) -> bool:
    """Renaming takes the short name along."""
    return replace(old, short_name=new.short_name if is_renamed else old.short_name) != new


def _refuse_taken(cells: Cells, column: str, words: str, owner: int, desk: Desk) -> None:
    holder = desk.holder(words)
    if holder and holder != owner:
        said = _("“%(words)s”已是“%(holder)s”的名称或别名。同一个单位请填它的编号，不同的单位请换个名称。")
        cells.fault(column, said % {"words": words, "holder": desk.name_of(holder)})


def _parent(cells: Cells, given: Given, owner: int, desk: Desk) -> int | None:
    if not given.parent:
        return None
    parent = desk.find(given.parent)
    if parent is None:
        said = _("没有找到上级单位“%(parent)s”。请写系统里或上面行里的全称。")
        cells.fault("parent", said % {"parent": given.parent[:40]})
    elif owner and desk.stands_below(parent, owner):
        cells.fault("parent", _("“%(parent)s”就在它之下，不能作它的上级。") % {"parent": given.parent[:40]})
    return parent


def _demand_grounds(cells: Cells, given: Given, unit: Unit, desk: Desk) -> None:
    """Renaming and moving are changes of the institution."""
    if given.on is None:
        cells.fault("on", _("改了全称或上级单位，要写从哪天起，例如 2024-03-01。"))
    elif given.on < desk.last_change(unit):
        said = _("这个单位在 %(last)s 已有变更，日期不能更早。")
        cells.fault("on", said % {"last": desk.last_change(unit).isoformat()})
    if not given.reason:
        cells.fault("reason", _("改了全称或上级单位，要写明理由。"))


def _changes(order: Order, unit: Unit | None, given: Given, desk: Desk) -> Iterable[Change]:
    """What becomes otherwise, as people read it."""
    if unit is None:
        said = "、".join(each for each in (given.short_name, *given.aliases) if each)
        yield Change(order.name, _("新单位"), "", f"{order.name}（{said}）" if said else order.name)
        if given.parent:
            yield Change(order.name, _("上级单位"), "", given.parent)
        return
    name, today = unit.name(desk.today), desk.today
    parent = unit.parent_id(today)
    if order.is_renamed:
        yield Change(name, _("全称"), name, order.name)
    if order.is_moved:
        yield Change(
            name, _("上级单位"), desk.name_of(parent) if parent else _("（无上级）"), given.parent or _("（无上级）")
        )
    yield from _adjustments(unit, order.particulars, desk)


def _adjustments(unit: Unit, new: Particulars, desk: Desk) -> Iterable[Change]:
    name, old = unit.name(desk.today), desk.particulars_of(unit)
    rows = (
        (_("简称"), old.short_name, new.short_name),
        (_("类别"), str(Kind(old.kind).label), str(Kind(new.kind).label)),
        (_("行政区划代码"), old.region_code, new.region_code),
        (_("顺序"), str(old.position), str(new.position)),
        (_("别名"), "、".join(old.aliases), "、".join(new.aliases)),
    )
    return (Change(name, label, before, after) for label, before, after in rows if before != after)
