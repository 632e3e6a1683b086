"""Decisions (变更依据): what a change rests on, what it asks for, what it did — and why it may be refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Person


@dataclass(frozen=True, slots=True)
class Decision:
    """Decision (变更依据): from when a change holds, by which paper, why, and who writes it down.

    Attributes:
        on: the first day on which the change holds; None only for what is as old as we know.
        by: the person; None for the system itself.
        seen: the last event of the unit that the person knew of when they decided; None where it does not matter.
    """

    on: date | None
    by: Person | None
    document: str = ""
    reason: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Draft (拟登记单位): what is to be written down of a new unit."""

    name: str
    kind: str
    short_name: str = ""
    parent_id: int | None = None
    region_code: str = ""
    aliases: tuple[str, ...] = ()
    position: int = 0
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Change (变动): one thing that became otherwise; ``old`` and ``new`` as people read them."""

    whose: str
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Done:
    """Done (办理结果): what a service did, in full; the same words serve as preview, as history and as answer.

    Attributes:
        organisation_id: the unit whose page tells of it.
    """

    organisation_id: int
    changes: tuple[Change, ...] = ()


def rehearse(change: Callable[[], Done]) -> Done:
    """Do it, look at what it did, take it back: a preview cannot differ from the deed."""
    with transaction.atomic():
        done = change()
        transaction.set_rollback(True)
    return done


class NameTakenError(ExpectedError):
    """Name taken (名称已被使用): a living unit answers to it already."""

    def __init__(self, words: str, holder: str) -> None:
        self.words, self.holder = words, holder
        said = _("“%(words)s”已是“%(holder)s”的名称或别名。请换一个，或先在那个单位停用它。")
        super().__init__(said % {"words": words, "holder": holder})


class EndedError(ExpectedError):
    """Ended (单位已撤销): nothing more happens to it."""

    def __init__(self, name: str) -> None:
        super().__init__(_("“%(name)s”已撤销或已登记撤销，不能再变更。请办理承继它的单位。") % {"name": name})


class TooEarlyError(ExpectedError):
    """Too early (日期过早): history is written forwards."""

    def __init__(self, name: str, last: date) -> None:
        said = _("“%(name)s”在 %(last)s 已有变更，新的变更不能早于这一天。请核对日期。")
        super().__init__(said % {"name": name, "last": last.isoformat()})


class CircleError(ExpectedError):
    """Circle (隶属成环): a unit would stand below itself."""

    def __init__(self, name: str, parent: str) -> None:
        said = _("“%(parent)s”在“%(name)s”之下，不能反过来作它的上级。请另选上级单位。")
        super().__init__(said % {"name": name, "parent": parent})


class StillHasUnitsError(ExpectedError):
    """Still has units (仍有下属): who closes a unit says first what becomes of those below."""

    def __init__(self, name: str, below: tuple[str, ...]) -> None:
        said = _("“%(name)s”之下还有：%(below)s。请先把它们调整到别的单位，或先行撤销。")
        super().__init__(said % {"name": name, "below": "、".join(below)})


class ChangedMeanwhileError(ExpectedError):
    """Changed meanwhile (期间有变更): someone else was quicker, and what the person saw is no longer so."""

    def __init__(self, name: str) -> None:
        said = _("“%(name)s”刚刚有别的变更，这次没有保存。请重新打开该单位的页面，看过最新情况后再办理。")
        super().__init__(said % {"name": name})


class NothingChangesError(ExpectedError):
    """Nothing changes (没有变化): what is asked for is so already."""

    def __init__(self) -> None:
        super().__init__(_("填写的内容与现在一样，没有需要变更的。"))


class ReasonMissingError(ExpectedError):
    """Reason missing (缺少日期或理由): a change of the institution is explained to whoever looks later."""

    def __init__(self) -> None:
        super().__init__(_("请写明生效日期和理由，以后查看的人才知道为什么。"), status=422)


class TooFewError(ExpectedError):
    """Too few (单位不足): it takes two to merge, and a split gives at least one new unit."""

    def __init__(self) -> None:
        super().__init__(_("合并至少要两个单位，拆分至少要产生一个新单位。请补齐后再试。"), status=422)


class UnknownRegionError(ExpectedError):
    """Unknown region (区划代码有误): no such code in GB/T 2260."""

    def __init__(self, code: str) -> None:
        super().__init__(_("“%(code)s”不是六位行政区划代码，请核对。") % {"code": code}, status=422)
