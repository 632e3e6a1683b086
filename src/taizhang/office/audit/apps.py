"""The app (应用) of the audit log."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """Audit (留痕)."""

    name = "taizhang.office.audit"
    label = "audit"
    verbose_name = _("审计")
