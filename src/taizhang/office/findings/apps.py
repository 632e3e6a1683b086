"""The app (应用) of findings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FindingsConfig(AppConfig):
    """Findings (核校)."""

    name = "taizhang.office.findings"
    label = "findings"
    verbose_name = _("核校")
