"""The app (应用) of the API."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    """API (接口)."""

    name = "taizhang.office.api"
    label = "api"
    verbose_name = _("接口")
