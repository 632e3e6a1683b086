"""Models of the desk (我的台账): when a person looked last."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Visit(models.Model):
    """Visit (到访): this sitting of a person at their desk, and the one before.

    Attributes:
        seen_at: the latest look of this sitting.
        before: the end of the sitting before; what happened since then is new. None at the first.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", primary_key=True)
    seen_at = models.DateTimeField(_("最近查看"))
    before = models.DateTimeField(_("上次查看"), null=True, blank=True)

    class Meta:
        verbose_name = _("到访")
        verbose_name_plural = _("到访")

    def __str__(self) -> str:
        return f"{self.user_id} {self.seen_at}"
