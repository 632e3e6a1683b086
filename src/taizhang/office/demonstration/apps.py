"""The app (应用) of the demonstration."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """Demonstration (演示)."""

    name = "taizhang.office.demonstration"
    label = "demonstration"
