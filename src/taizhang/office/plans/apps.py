"""The app (应用) of plans."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """Plans (计划)."""

    name = "taizhang.office.plans"
    label = "plans"
    verbose_name = _("计划")
