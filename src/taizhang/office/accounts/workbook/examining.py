"""Examining (预检): what every row would do, and which cells stand in its way. Writes nothing."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from taizhang.office.accounts.forms.people import NewPersonForm
from taizhang.office.accounts.services.people import Particulars
from taizhang.office.accounts.workbook.columns import head_of
from taizhang.office.organisations.lookup import find
from taizhang.office.organisations.registry import Registry
from taizhang.office.organisations.workbook.cells import Fault
from taizhang.office.organisations.workbook.reading import Sheet, SheetRow


@dataclass(frozen=True, slots=True)
class RowPreview:
    """Row preview (预检行): one row; with faults it does nothing."""

    number: int
    username: str
    name: str
    unit: str
    particulars: Particulars | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Preview (预检结果): the whole workbook."""

    rows: tuple[RowPreview, ...]

    @property
    def good(self) -> tuple[RowPreview, ...]:
        """Those that can be made."""
        return tuple(row for row in self.rows if not row.faults)

    @property
    def faulty(self) -> tuple[RowPreview, ...]:
        """Those that cannot."""
        return tuple(row for row in self.rows if row.faults)

    @property
    def fingerprint(self) -> str:
        """Differs as soon as anything would come out differently."""
        return hashlib.sha256(repr(self.rows).encode()).hexdigest()

    @property
    def wanted(self) -> tuple[tuple[str, Particulars], ...]:
        """What can be carried out."""
        return tuple((row.username, row.particulars) for row in self.good if row.particulars)


class Examiner:
    """Examiner (预检员): goes down the rows, and knows the names those above have taken."""

    def __init__(self, sheet: Sheet, registry: Registry, today: date) -> None:
        self.sheet, self.registry, self.today = sheet, registry, today
        self.units = {unit.id: unit.name(today) for unit in registry.living(today)}
        self.rows_of: dict[str, int] = {}

    def preview(self) -> Preview:
        """Look at every row."""
        return Preview(tuple(self._look_at(row) for row in self.sheet.rows))

    def _look_at(self, row: SheetRow) -> RowPreview:
        unit = self._unit(row)
        said = {key: row.said.get(key, "") for key in ("username", "name", "email", "phone")}
        form = NewPersonForm(self.units, said | {"organisation": str(unit or "")})
        faults = tuple(self._faults(row, form, unit))
        self.rows_of.setdefault(said["username"].casefold(), row.number)
        return RowPreview(
            number=row.number,
            username=said["username"],
            name=said["name"],
            unit=self.units.get(unit or 0, ""),
            particulars=None if faults else form.particulars(),
            faults=faults,
        )

    def _faults(self, row: SheetRow, form: NewPersonForm, unit: int | None) -> Iterator[Fault]:
        for key, messages in form.errors.items():
            for message in messages:
                yield self._fault(row, key, message)
        above = self.rows_of.get(row.said.get("username", "").casefold())
        if above:
            yield self._fault(row, "username", _("与第 %(row)s 行的用户名相同，请换一个。") % {"row": above})
        if row.said.get("unit") and unit is None:
            said = _("没有找到单位“%(unit)s”。请写单位名册里的全称、简称或别名。")
            yield self._fault(row, "unit", said % {"unit": row.said["unit"][:40]})

    def _unit(self, row: SheetRow) -> int | None:
        words = row.said.get("unit", "")
        match = find(self.registry, words, self.today) if words else None
        return match.organisation_id if match and match.organisation_id in self.units else None

    def _fault(self, row: SheetRow, key: str, message: object) -> Fault:
        letter = self.sheet.letters.get(key, self.sheet.letters["username"])
        return Fault(f"{letter}{row.number}", head_of(key), str(message))
