"""The app (应用) of the desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """Desk (我的台账)."""

    name = "taizhang.office.desk"
    label = "desk"
    verbose_name = _("我的台账")
