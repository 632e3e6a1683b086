"""Forms of the API (接口的表单): a new token."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.accounts.roles import permissions
from taizhang.office.api.tokens import suggested_end


class TokenForm(forms.Form):
    """Token form (新令牌): what for, until when, and which of the person's own actions."""

    name = forms.CharField(
        label=_("用途"),
        max_length=60,
        help_text=_("以后凭它认出是哪个程序在用，例如：月报自动汇总。"),
        error_messages={"required": _("请写明用途。")},
    )
    expires_on = forms.DateField(
        label=_("有效期至"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("最长一年。"),
        error_messages={"required": _("请选一个日期。"), "invalid": _("请写成 2027-02-28 的样子。")},
    )
    actions = forms.MultipleChoiceField(
        label=_("权限"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请至少勾选一项。"), "invalid_choice": _("您本人没有这项权限，请刷新页面。")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.initial.setdefault("expires_on", suggested_end())
        own = [(code, str(each)) for code, each in permissions().actions.items() if user.grant(code)]
        field = self.fields["actions"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = own
        self.initial.setdefault("actions", [code for code, _name in own if code.endswith(".view")])
