"""The app (应用) of organisations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    """Organisations (单位)."""

    name = "taizhang.office.organisations"
    label = "organisations"
    verbose_name = _("单位")
