"""Signing in (登录表单)."""

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """Sign-in form (登录表单)."""

    error_messages = {  # noqa: RUF012  so declared by Django
        "invalid_login": _("用户名或密码不对，请检查大小写后再试。忘记密码请联系管理员重设。"),
        "inactive": _("这个账号已停用，请联系管理员。"),
    }
