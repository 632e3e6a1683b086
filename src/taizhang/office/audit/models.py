"""Models of audit (留痕): entries that are written once, and the head of their chain."""

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.audit.chain import ALGORITHMS, DIGESTED


class AuditIsKeptError(RuntimeError):
    """Audit is kept (审计记录不可改): some code tried to change or remove what was recorded."""


class Result(models.TextChoices):
    """Result (结果): whether what was tried was done."""

    SUCCESS = "success", _("成功")
    REFUSED = "refused", _("未获准")


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Audit query set (审计查询): reads and adds; nothing else."""

    def bulk_create(self, objs: Iterable["AuditEntry"], *args: Any, **how: Any) -> list["AuditEntry"]:  # noqa: ANN401
        """Add entries; one that is there already is never replaced."""
        if how.get("update_conflicts") or how.get("ignore_conflicts"):
            raise AuditIsKeptError
        return super().bulk_create(objs, *args, **how)

    def update(self, **_values: object) -> NoReturn:
        """Refused."""
        raise AuditIsKeptError

    def delete(self) -> NoReturn:
        """Refused."""
        raise AuditIsKeptError

    def bulk_update(self, *_objs: object, **_how: object) -> NoReturn:
        """Refused."""
        raise AuditIsKeptError


class AuditEntry(models.Model):
    """Audit entry (审计记录): who did what to what, when, from where, and with what result.

    Every column holds exactly what is digested — the moment too, as text — so that the chain can be checked on any
    database, and by hand.

    Attributes:
        sequence: 1, 2, 3 … without a gap.
        follows: the entry before; with the constraint below it lets the database itself refuse a gap or a fork.
        moment: UTC, see ``chain.moment_of``.
        who, name: the person's id and name as then; none for the system and for whoever never got in.
        address: where the request came from.
        action: a code of ``actions.toml``.
        kind, matter, title: what it was done to, its id, and its title as then.
        details: canonical JSON.
        algorithm, previous, digest: the link of the chain.
    """

    sequence = models.PositiveBigIntegerField(_("序号"), primary_key=True)
    follows = models.OneToOneField("self", on_delete=models.PROTECT, related_name="+", null=True)
    moment = models.CharField(_("时间"), max_length=27, db_index=True)
    who = models.BigIntegerField(_("人员编号"), null=True)
    name = models.CharField(_("人员"), max_length=150, blank=True)
    address = models.CharField(_("来源地址"), max_length=45, blank=True)
    action = models.CharField(_("操作种类"), max_length=60)
    kind = models.CharField(_("对象类别"), max_length=30, blank=True)
    matter = models.CharField(_("对象编号"), max_length=60, blank=True)
    title = models.TextField(_("对象"), blank=True)
    details = models.TextField(_("详情"), default="{}")
    result = models.CharField(_("结果"), max_length=10, choices=Result)
    algorithm = models.CharField(_("算法"), max_length=10)
    previous = models.CharField(_("前一摘要"), max_length=64)
    digest = models.CharField(_("摘要"), max_length=64, unique=True)

    objects: ClassVar[models.Manager["AuditEntry"]] = models.Manager.from_queryset(AuditQuerySet)()

    class Meta:
        verbose_name = _("审计记录")
        verbose_name_plural = _("审计记录")
        ordering: ClassVar = ["-sequence"]
        indexes: ClassVar = [models.Index(fields=["action", "-sequence"])]  # the commonest filter of the page
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sequence=1, follows__isnull=True) | Q(sequence__gt=1, follows=F("sequence") - 1),
                name="audit_without_a_gap",
            ),
            models.CheckConstraint(condition=Q(algorithm__in=tuple(ALGORITHMS)), name="audit_algorithm_known"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action}"

    def save(self, **_how: object) -> None:
        """Write the row; a second time is a fault of ours."""
        if not self._state.adding:
            raise AuditIsKeptError
        super().save(force_insert=True)

    def delete(self, *_args: object, **_how: object) -> NoReturn:
        """Refused."""
        raise AuditIsKeptError

    def values(self) -> dict[str, object]:
        """What is digested."""
        return {name: getattr(self, name) for name in DIGESTED}


class ChainHead(models.Model):
    """Chain head (链头): the one row that says how far the chain goes; whoever records holds it, so nobody else can."""

    ONLY = 1

    sequence = models.PositiveBigIntegerField(_("序号"))
    digest = models.CharField(_("摘要"), max_length=64)

    class Meta:
        verbose_name = _("链头")
        verbose_name_plural = _("链头")
        constraints: ClassVar = [models.CheckConstraint(condition=Q(id=1), name="audit_one_head")]

    def __str__(self) -> str:
        return str(self.sequence)
