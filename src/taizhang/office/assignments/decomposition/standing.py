"""Standing (分解进展): how far the division of one target has come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standing(TextChoices):
    """Standing (分解进展)."""

    NOT_DIVIDED = "not_divided", _("未分解")
    IN_DRAFT = "in_draft", _("拟定中")
    IN_FORCE = "in_force", _("已分解")
    BEING_CHANGED = "being_changed", _("已分解，正在调整")
    EXCEPTED = "excepted", _("已分解，经批准未分足")
    TARGET_CHANGED = "target_changed", _("目标已调整，仍满足")
    NO_LONGER = "no_longer", _("目标已调整，不再满足")
