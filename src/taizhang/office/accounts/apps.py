"""The app (应用) of people."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Accounts (用户)."""

    name = "taizhang.office.accounts"
    label = "accounts"
    verbose_name = _("用户")

    def ready(self) -> None:
        """Have the checks known."""
        from taizhang.office.accounts import checks  # noqa: F401  registers itself; needs the models
