"""Roles (授权表单): which role, in which unit, from when to when, and why; and whom one names as deputy."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.roles import permissions
from taizhang.office.accounts.services.deputies import Absence
from taizhang.office.accounts.services.roles import Appointment

LONGEST_REASON = 500
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
DAY_WRONG = {"required": _("请选择日期。"), "invalid": _("日期请写成 2026-03-01 的样子。")}


class GrantForm(forms.Form):
    """Grant form (授予角色)."""

    role = forms.ChoiceField(
        label=_("角色"), error_messages={"required": _("请选择角色。"), "invalid_choice": _("请从列表里选一个角色。")}
    )
    organisation = forms.TypedChoiceField(
        label=_("单位"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("部门、镇街和项目单位的角色必须定在单位上，只管得到这个单位和它的下属。"),
        error_messages={"invalid_choice": _("请从列表里选一个现有的单位。")},
    )
    valid_from = forms.DateField(label=_("从哪天起"), widget=DAY, error_messages=DAY_WRONG)
    last_day = forms.DateField(
        label=_("到哪天止"), widget=DAY, required=False, help_text=_("长期的不填。"), error_messages=DAY_WRONG
    )
    reason = forms.CharField(
        label=_("理由"),
        max_length=LONGEST_REASON,
        help_text=_("例如任职文件、分工通知；会记入审计记录。"),
        error_messages={"required": _("请写明理由，会记入审计记录。")},
    )

    def __init__(self, units: dict[int, str], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        role, unit = self.fields["role"], self.fields["organisation"]
        assert isinstance(role, forms.ChoiceField)
        assert isinstance(unit, forms.ChoiceField)
        table = permissions()
        role.choices = [("", "——")] + [
            (str(group), [(each.code, str(each)) for each in table.roles.values() if each.group == group])
            for group in table.groups.values()
        ]
        unit.choices = [("", _("未定单位")), *units.items()]

    def wanted(self) -> Appointment:
        """The role to be given."""
        said = self.cleaned_data
        last = said["last_day"]
        return Appointment(said["role"], said["organisation"], said["valid_from"], last and last + timedelta(days=1))


class EndForm(forms.Form):
    """End form (收回角色)."""

    reason = forms.CharField(
        label=_("理由"), max_length=LONGEST_REASON, error_messages={"required": _("请写明理由，会记入审计记录。")}
    )


class DeputyForm(forms.Form):
    """Deputy form (指定代理人): who, in which unit, for how long."""

    who = forms.ChoiceField(
        label=_("代理人"),
        help_text=_("同一单位、现在有角色的人员。代理期间可以办您在这个单位能办的事，记录里写明是代您办理。"),
        error_messages={"required": _("请选择代理人。"), "invalid_choice": _("请从列表里选一个人。")},
    )
    first = forms.DateField(label=_("从哪天起"), widget=DAY, error_messages=DAY_WRONG)
    last = forms.DateField(label=_("到哪天止"), widget=DAY, help_text=_("最长九十天。"), error_messages=DAY_WRONG)
    reason = forms.CharField(label=_("事由"), max_length=200, required=False)

    def __init__(self, colleagues: dict[int, dict[int, str]], units: dict[int, str], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField)
        who.choices = [("", "——")] + [
            (units.get(unit, ""), [(f"{unit}-{other}", name) for other, name in people.items()])
            for unit, people in colleagues.items()
            if people
        ]

    def place(self) -> tuple[int, int]:
        """The unit and the deputy."""
        unit, _dash, other = self.cleaned_data["who"].partition("-")
        return int(unit), int(other)

    def during(self) -> Absence:
        """For how long."""
        return Absence(self.cleaned_data["first"], self.cleaned_data["last"])
