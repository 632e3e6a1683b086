"""Passwords (密码表单): the present one, and a new one twice."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.forms.signing import locked_sentence
from taizhang.office.accounts.lockout import minutes_left
from taizhang.office.accounts.models import User
from taizhang.office.accounts.passwords import FORMER
from taizhang.office.accounts.services.passwords import is_former_password

NEW = {"autocomplete": "new-password", "aria-describedby": "password-rules"}


class PasswordForm(forms.Form):
    """Password form (修改密码): wrong guesses of the present one count as failed sign-ins do."""

    present = forms.CharField(
        label=_("现在的密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("请输入现在的密码。")},
    )
    new = forms.CharField(
        label=_("新密码"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs=NEW),
        error_messages={"required": _("请输入新密码。")},
    )
    again = forms.CharField(
        label=_("再输一遍新密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("请再输一遍新密码。")},
    )

    def __init__(self, request: HttpRequest, user: User, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.request, self.user = request, user

    def clean_present(self) -> str:
        """It is the person's."""
        typed: str = self.cleaned_data["present"]
        if authenticate(self.request, username=self.user.username, password=typed) == self.user:
            return typed
        minutes = minutes_left(self.request, self.user.username, timezone.now())
        raise forms.ValidationError(locked_sentence(minutes) if minutes else _("现在的密码不对，请再输一遍。"))

    def clean_new(self) -> str:
        """It meets every rule; the former ones are looked at only where nothing else is wrong, for that takes a while."""
        typed: str = self.cleaned_data["new"]
        validate_password(typed, self.user)
        if is_former_password(self.user, typed):
            raise forms.ValidationError(str(FORMER.told))
        return typed

    def clean(self) -> dict[str, Any]:
        """It was typed the same twice."""
        said = super().clean() or self.cleaned_data
        if said.get("new") and said.get("again") and said["new"] != said["again"]:
            self.add_error("again", _("两遍新密码不一样，请重新输入。"))
        return said
