"""Signing in (登录表单): the password, and the second factor."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.lockout import minutes_left


def locked_sentence(minutes: int) -> str:
    """Why it does not open, for how long, and what to do."""
    said = gettext("连续输错次数太多，为保护账号已暂停登录。请 %(minutes)s 分钟后再试，或请系统管理员解锁。")
    return said % {"minutes": minutes}


class SignInForm(AuthenticationForm):
    """Sign-in form (登录表单): says the same whether the name or the password was wrong, or the account was stopped.

    Attributes:
        minutes_locked: for how long the name is locked from here; zero where it is not.
    """

    error_messages = {  # noqa: RUF012  so declared by Django
        "invalid_login": _("用户名或密码不对，请检查大小写后再试。忘记密码请联系系统管理员重设。"),
    }
    minutes_locked = 0

    def get_invalid_login_error(self) -> ValidationError:
        """Wrong, or locked."""
        assert self.request is not None
        self.minutes_locked = minutes_left(self.request, self.cleaned_data["username"], timezone.now())
        if self.minutes_locked:
            return ValidationError(locked_sentence(self.minutes_locked), code="locked")
        return super().get_invalid_login_error()


class CodeForm(forms.Form):
    """Code form (动态口令): six figures, or a recovery code."""

    code = forms.CharField(
        label=_("动态口令"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
        error_messages={"required": _("请输入手机上显示的六位数字。")},
    )
