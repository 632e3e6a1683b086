"""The app (应用) of commitments."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommitmentsConfig(AppConfig):
    """Commitments (目标任务台账)."""

    name = "taizhang.office.commitments"
    label = "commitments"
    verbose_name = _("台账")
