"""Models of organisations (单位): who there is, what each was called, where it stood, and every change since.

A period runs from ``valid_from`` to the day before ``valid_to``; None means "as far back as we know" and "still". No row
is ever deleted: what ends gets its end, what was written by mistake an end on the day it began.
"""

from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Kind of organisation (类别)."""

    GOVERNMENT = "government", _("区政府")
    DEPARTMENT = "department", _("部门")
    TOWN = "town", _("镇街")
    PARK = "park", _("园区")
    ENTERPRISE = "enterprise", _("企业")
    CONGRESS = "congress", _("人大")
    OTHER = "other", _("其他")


class NameRole(models.TextChoices):
    """Role of a name (名称性质)."""

    OFFICIAL = "official", _("全称")
    SHORT = "short", _("简称")
    ALIAS = "alias", _("别名")


class EventKind(models.TextChoices):
    """Kind of event (沿革事项)."""

    ESTABLISHED = "established", _("登记")
    ADJUSTED = "adjusted", _("更正")
    RENAMED = "renamed", _("更名")
    MERGED = "merged", _("合并")
    SPLIT = "split", _("拆分")
    MOVED = "moved", _("调整隶属")
    CLOSED = "closed", _("撤销单位")


# Changes of the institution itself, which someone decided; the other two only write down what is.
DECIDED = (EventKind.RENAMED, EventKind.MERGED, EventKind.SPLIT, EventKind.MOVED, EventKind.CLOSED)


class HistoryIsKeptError(RuntimeError):
    """History is kept (沿革不可改): some code tried to change or remove what was written down."""


Row = TypeVar("Row", bound=models.Model)


class KeptQuerySet(models.QuerySet[Row]):
    """Kept rows (留存的行): they have no way out."""

    def delete(self) -> tuple[int, dict[str, int]]:
        """A fault of ours."""
        raise HistoryIsKeptError


class Kept(models.Model):
    """Kept (留存): a row that is never deleted."""

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    def delete(self, using: Any = None, keep_parents: bool = False) -> tuple[int, dict[str, int]]:  # noqa: ANN401
        """A fault of ours."""
        raise HistoryIsKeptError


def _forward() -> Q:
    return Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to"))


class Organisation(Kept):
    """Organisation (单位): one office of the institution through its whole life, whatever it was called.

    Attributes:
        region_code: six digits of GB/T 2260, where the unit governs a region; those below it lie in that region.
        position: order among its siblings.
        is_demonstration: made up for a demonstration.
    """

    kind = models.CharField(_("类别"), max_length=12, choices=Kind)
    region_code = models.CharField(_("行政区划代码"), max_length=6, blank=True)
    position = models.PositiveIntegerField(_("顺序"), default=0)
    valid_from = models.DateField(_("设立日期"), null=True, blank=True)
    valid_to = models.DateField(_("撤销日期"), null=True, blank=True)
    is_demonstration = models.BooleanField(_("演示数据"), default=False)

    class Meta:
        verbose_name = _("单位")
        verbose_name_plural = _("单位")
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=_forward(), name="organisation_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"


class Name(Kept):
    """Name (名称): what an organisation was called in a period, officially, for short, or in documents.

    Attributes:
        key: the words as they are compared, see ``naming.key_of``; no two living units share one.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="names")
    role = models.CharField(_("性质"), max_length=10, choices=NameRole)
    words = models.CharField(_("名称"), max_length=100)
    key = models.CharField(max_length=100, db_index=True)
    valid_from = models.DateField(_("启用日期"), null=True, blank=True)
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("名称")
        verbose_name_plural = _("名称")
        ordering: ClassVar = ["organisation_id", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=_forward(), name="name_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(key=""), name="name_says_something"),
            models.UniqueConstraint(fields=["key"], condition=Q(valid_to=None), name="name_of_one_living_unit"),
            models.UniqueConstraint(
                fields=["organisation", "role"],
                condition=Q(valid_to=None) & ~Q(role=NameRole.ALIAS),
                name="one_official_one_short_name",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Placement(Kept):
    """Placement (隶属): under which organisation another stood in a period; without one it is a root."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="placements")
    parent = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    valid_from = models.DateField(_("起始日期"), null=True, blank=True)
    valid_to = models.DateField(_("终止日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("隶属")
        verbose_name_plural = _("隶属")
        ordering: ClassVar = ["organisation_id", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=_forward(), name="placement_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("organisation")), name="no_unit_stands_under_itself"
            ),
            models.UniqueConstraint(fields=["organisation"], condition=Q(valid_to=None), name="one_place_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} ← {self.parent_id}"


class WrittenOnceQuerySet(KeptQuerySet[Row]):
    """Written once (只写一次的行): neither taken away nor changed."""

    def update(self, **changes: Any) -> int:  # noqa: ANN401
        """A fault of ours."""
        raise HistoryIsKeptError


class WrittenOnce(Kept):
    """Written once (只写一次): a row of history; append-only."""

    objects = WrittenOnceQuerySet.as_manager()  # type: ignore[misc]  # a narrower one

    class Meta:
        abstract = True

    def save(self, **how: Any) -> None:  # noqa: ANN401
        """Write the row; a second time is a fault of ours."""
        if not self._state.adding:
            raise HistoryIsKeptError
        super().save(**how)


class Event(WrittenOnce):
    """Event (沿革): one change of an organisation, with what it rests on.

    Attributes:
        organisation: whom it is about; of a merger, who came out of it; of a split, who was split.
        on: the day from which it holds.
        document: number or title of the paper that decided it.
        changes: what it did, each as label, old and new words, frozen.
        by: who wrote it down, as the person was called then.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(_("事项"), max_length=12, choices=EventKind)
    on = models.DateField(_("日期"), null=True, blank=True)
    document = models.CharField(_("依据文件"), max_length=200, blank=True)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    changes = models.JSONField(_("变动"), default=list, blank=True)
    by = models.CharField(_("登记人"), max_length=200)
    at = models.DateTimeField(_("登记时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("沿革")
        verbose_name_plural = _("沿革")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(kind__in=DECIDED) | (Q(on__isnull=False) & ~Q(reason="")),
                name="what_was_decided_has_a_date_and_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"


class Succession(WrittenOnce):
    """Succession (承继): of a merger or a split, who carries on for whom."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="successions")
    predecessor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("承继")
        verbose_name_plural = _("承继")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="nobody_succeeds_oneself"),
            models.UniqueConstraint(fields=["event", "predecessor", "successor"], name="said_once_who_carries_on"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"
