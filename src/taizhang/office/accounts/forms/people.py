"""People (人员表单): who is looked for, who is made or adjusted, the workbook to import."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, RegexValidator
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.accounts.roles import permissions
from taizhang.office.accounts.selectors.people import PeopleFilter, State
from taizhang.office.accounts.services.people import Particulars

LONGEST_USERNAME, LONGEST_NAME, LONGEST_REASON = 40, 60, 200
USERNAME = RegexValidator(r"^[\w.@-]+$", _("用户名只能用字母、数字、汉字和 . @ - _，不能有空格。"))
PHONE = RegexValidator(r"^[0-9+() -]{3,30}$", _("电话只能用数字、空格和 + - ( )。"))


class PeopleFilterForm(forms.Form):
    """People filter form (筛选): whatever an address asks for that makes no sense is left out."""

    q = forms.CharField(max_length=100, required=False)
    unit = forms.IntegerField(min_value=1, required=False)
    role = forms.CharField(max_length=40, required=False)
    state = forms.ChoiceField(choices=State, required=False)
    page = forms.IntegerField(min_value=1, required=False)

    def wanted(self) -> PeopleFilter:
        """What is asked for."""
        self.is_valid()
        said = self.cleaned_data
        role = said.get("role", "")
        return PeopleFilter(
            words=said.get("q", ""),
            unit=said.get("unit"),
            role=role if role in permissions().roles else "",
            state=said.get("state", ""),
            page=said.get("page") or 1,
        )


class PersonForm(forms.Form):
    """Person form (人员信息): of somebody known."""

    name = forms.CharField(label=_("姓名"), max_length=LONGEST_NAME, error_messages={"required": _("请填写姓名。")})
    organisation = forms.TypedChoiceField(
        label=_("所在单位"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("只记在哪个单位；能做什么，由安全管理员授予角色。"),
        error_messages={"invalid_choice": _("请从列表里选一个现有的单位。")},
    )
    email = forms.EmailField(
        label=_("电子邮箱"), required=False, error_messages={"invalid": _("电子邮箱请写成 name@example.cn 的样子。")}
    )
    phone = forms.CharField(label=_("电话"), max_length=30, required=False, validators=[PHONE])
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, units: dict[int, str], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", _("未定")), *units.items()]

    def particulars(self) -> Particulars:
        """What was written down."""
        said = self.cleaned_data
        return Particulars(said["name"], said["organisation"], said["email"], said["phone"])


class NewPersonForm(PersonForm):
    """New person form (新建用户)."""

    username = forms.CharField(
        label=_("用户名"),
        validators=[USERNAME, MaxLengthValidator(LONGEST_USERNAME)],
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        help_text=_("登录时输入，例如工号或姓名拼音；建立后不能改。"),
        error_messages={"required": _("请填写用户名。")},
    )
    field_order = ("username", "name")

    def clean_username(self) -> str:
        """Nobody has it; small and capital letters make no difference to people."""
        username = str(User.normalize_username(self.cleaned_data["username"]))
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(_("这个用户名已有人使用，请换一个。"))
        return username


class ReasonForm(forms.Form):
    """Reason form (理由): why it is done, for the record."""

    reason = forms.CharField(
        label=_("理由"), max_length=LONGEST_REASON, error_messages={"required": _("请写明理由，会记入审计记录。")}
    )


class CertificateForm(ReasonForm):
    """Certificate form (登记证书): what the proxy says of a certificate."""

    certificate = forms.CharField(
        label=_("证书标识"),
        max_length=300,
        help_text=_("与前端代理传来的证书标识一字不差，例如证书序列号。"),
        error_messages={"required": _("请填写证书标识。")},
    )
    field_order = ("certificate", "reason")
