"""Frozen (冻结): rows of a version whose approval was entered are never written again, by any code.

The database cannot say this without triggers, so every way to write goes through here; whoever writes past it is found by
``life.digests``.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar, cast

from django.db import models

BINDING = ("entered", "confirmed")  # states of a resolution under which the text stands still


class FrozenError(RuntimeError):
    """Frozen (已冻结): some code tried to write to a version whose approval was entered."""


Row = TypeVar("Row", bound=models.Model)


class FreezableQuerySet(models.QuerySet[Row]):
    """Rows that may be frozen (可冻结的行)."""

    def update(self, **changes: Any) -> int:  # noqa: ANN401
        """Refused where a frozen row is among them."""
        self._demand_thaw()
        return super().update(**changes)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused where a frozen row is among them."""
        self._demand_thaw()
        return super().delete()

    def bulk_create(self, objs: Iterable[Row], *args: Any, **how: Any) -> list[Row]:  # noqa: ANN401
        """Refused where a row is to join a frozen version."""
        rows = list(objs)
        freezable = cast("type[Freezable]", self.model)
        if any(freezable.is_closed(parent) for parent in freezable.parents(rows)):
            raise FrozenError
        return super().bulk_create(rows, *args, **how)

    def _demand_thaw(self) -> None:
        way = cast("type[Freezable]", self.model).way_to_resolutions
        if self.filter(**{f"{way}__state__in": BINDING}).exists():
            raise FrozenError


class FreezableManager(models.Manager[Row]):
    """Manager of rows that may be frozen (可冻结的行的管理器): everything it does, it asks of the query set above."""

    def get_queryset(self) -> FreezableQuerySet[Row]:
        """The query set above."""
        return FreezableQuerySet(self.model, using=self._db)


class Freezable(models.Model):
    """Freezable (可冻结): a row of a version, or the version itself.

    Attributes:
        way_to_resolutions: relations from the row to the resolutions of its version.
        belongs_to: the relation to what must not be frozen when such a row is added; empty where there is none.
    """

    way_to_resolutions: ClassVar[str] = "version__resolutions"
    belongs_to: ClassVar[str] = "version"

    class Meta:
        abstract = True

    def save(self, **how: Any) -> None:  # noqa: ANN401
        """Write the row unless its version is frozen."""
        if self._is_frozen():
            raise FrozenError
        super().save(**how)

    def delete(self, using: Any = None, keep_parents: bool = False) -> tuple[int, dict[str, int]]:  # noqa: ANN401
        """Delete the row unless its version is frozen."""
        if self._is_frozen():
            raise FrozenError
        return super().delete(using, keep_parents)

    @classmethod
    def parents(cls, rows: Iterable[models.Model]) -> set[int]:
        """What rows belong to, by id."""
        return {getattr(row, f"{cls.belongs_to}_id") for row in rows} if cls.belongs_to else set()

    @classmethod
    def is_closed(cls, parent_id: int) -> bool:
        """Whether what it names is frozen, and takes in no more rows."""
        parent = cast("type[Freezable]", cls._meta.get_field(cls.belongs_to).related_model)
        way = f"{parent.way_to_resolutions}__state__in"
        return parent._default_manager.filter(pk=parent_id, **{way: BINDING}).exists()

    def _is_frozen(self) -> bool:
        if self._state.adding:
            return any(map(self.is_closed, self.parents([self])))
        way = f"{self.way_to_resolutions}__state__in"
        return type(self)._default_manager.filter(pk=self.pk, **{way: BINDING}).exists()
