"""Models of the API (接口): tokens by which programs act for a person."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Token(models.Model):
    """Token (令牌): lets a program do some of what its person may do, until a day.

    Attributes:
        name: what it is for, in the person's words.
        beginning: its first code points, by which the person tells one from another.
        digest: SHA-256 of the whole; the token itself is kept nowhere.
        actions: codes of ``accounts/roles.toml``; never more than the person may do at the moment of asking.
        last_used_on: the day of its last use; kept by the day, so that a busy program does not write at each call.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("用途"), max_length=60)
    beginning = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    actions = models.JSONField(_("权限"), default=list)
    made_at = models.DateTimeField(_("建立时间"), auto_now_add=True)
    expires_on = models.DateField(_("有效期至"))
    last_used_on = models.DateField(_("最近使用"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("作废时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("令牌")
        verbose_name_plural = _("令牌")
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [models.Index(fields=["user", "revoked_at"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("made_at")), name="token_revoked_after_it_was_made"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.beginning}…"
