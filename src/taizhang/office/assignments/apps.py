"""The app (应用) of assignments."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssignmentsConfig(AppConfig):
    """Assignments (责任分解)."""

    name = "taizhang.office.assignments"
    label = "assignments"
    verbose_name = _("责任分解")
