"""The app (应用) that knows the others."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Config (配置)."""

    name = "taizhang.office.config"
    label = "config"

    def ready(self) -> None:
        from taizhang.office.config import checks  # noqa: F401  registering is what importing them does
