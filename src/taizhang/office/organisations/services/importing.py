"""Importing (导入): what rows of a workbook ask for, done through the same services as by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from taizhang.office.organisations.models import Name, NameRole
from taizhang.office.organisations.services import changes, steps
from taizhang.office.organisations.services.decision import Decision, Draft
from taizhang.office.pages.trail import Act, Person, leave_word


@dataclass(frozen=True, slots=True)
class Order:
    """Order (导入要求): what one row asks for; the parent by name, since it may be a row of the same workbook.

    Attributes:
        organisation_id: None for a new unit.
        is_renamed, is_moved, is_adjusted: what of a known unit changes.
    """

    organisation_id: int | None
    name: str
    particulars: changes.Particulars
    parent_key: str
    decision: Decision
    is_renamed: bool = False
    is_moved: bool = False
    is_adjusted: bool = False


@transaction.atomic
def carry_out(*, orders: Iterable[Order], by: Person, today: date) -> int:
    """Do what the rows ask for, all or nothing; how many units were added or changed."""
    done = 0
    for order in orders:
        if order.organisation_id is None:
            _establish(order)
        else:
            _change(order.organisation_id, order, Decision(on=None, by=by, reason=order.decision.reason), today)
        done += 1
    leave_word(Act("organisations.imported", by, details={"rows": done}))
    return done


def _establish(order: Order) -> None:
    asked = order.particulars
    draft = Draft(
        name=order.name,
        kind=asked.kind,
        short_name=asked.short_name,
        parent_id=_parent_id(order),
        region_code=asked.region_code,
        aliases=asked.aliases,
        position=asked.position,
    )
    changes.establish(draft=draft, decision=order.decision)


def _change(organisation_id: int, order: Order, put_right: Decision, today: date) -> None:
    if order.is_renamed:
        changes.rename(
            organisation_id=organisation_id,
            name=order.name,
            short_name=order.particulars.short_name,
            decision=order.decision,
        )
    if order.is_moved:
        changes.move(organisation_id=organisation_id, parent_id=_parent_id(order), decision=order.decision)
    if order.is_adjusted:
        changes.adjust(organisation_id=organisation_id, particulars=order.particulars, decision=put_right, on=today)


def _parent_id(order: Order) -> int | None:
    if not order.parent_key:
        return None
    found = Name.objects.filter(steps.OPEN, key=order.parent_key, role=NameRole.OFFICIAL)
    return found.values_list("organisation_id", flat=True).get()
