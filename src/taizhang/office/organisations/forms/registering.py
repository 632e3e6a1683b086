"""Registering (登记与更正): a unit that was not written down yet, or not rightly."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.forms.change import ChangeForm, checked_aliases, checked_region, chosen
from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.selectors.unit import UnitPage
from taizhang.office.organisations.services import changes
from taizhang.office.organisations.services.decision import Done, Draft
from taizhang.office.pages.trail import Person


class EstablishForm(ChangeForm):
    """Establish form (登记单位)."""

    title = _("登记单位")
    told = _("单位从设立日期起出现在单位树里；不知道哪天设立的，日期留空，视为一直都有。")

    name = forms.CharField(label=_("全称"), max_length=100, help_text=_("公章上的名称，例如“示例区财政局”。"))
    short_name = forms.CharField(label=_("简称"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("类别"), choices=Kind)
    parent = forms.ChoiceField(label=_("上级单位"), required=False)
    region_code = forms.CharField(
        label=_("行政区划代码"),
        max_length=6,
        required=False,
        help_text=_("只有管辖一个地方的单位才填，六位数字；其他单位随上级。"),
    )
    aliases = forms.CharField(
        label=_("别名"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("文件里对它的其他叫法，每行一个。"),
    )

    def __init__(self, *args: Any) -> None:  # noqa: ANN401
        super().__init__(*args)
        self._offer_parents()
        self.fields["kind"].initial = Kind.DEPARTMENT
        self.fields["on"].label, self.fields["on"].required = _("设立日期"), False
        self.fields["on"].help_text = ""
        self.fields["reason"].required = False
        self.fields["region_code"].widget.attrs |= {"list": "regions", "inputmode": "numeric"}

    def clean_region_code(self) -> str:
        """A code that can be."""
        return checked_region(self.cleaned_data["region_code"])

    def clean_aliases(self) -> tuple[str, ...]:
        """One a line."""
        return checked_aliases(self.cleaned_data["aliases"])

    def perform(self, by: Person, today: date) -> Done:
        """Ask for the change."""
        said = self.cleaned_data
        draft = Draft(
            name=said["name"],
            kind=said["kind"],
            short_name=said["short_name"],
            parent_id=chosen(said["parent"]),
            region_code=said["region_code"],
            aliases=said["aliases"],
        )
        return changes.establish(draft=draft, decision=self.decision(by))


class AdjustForm(ChangeForm):
    """Adjust form (更正登记): what was written down of the unit, put right; the institution has not changed."""

    title = _("更正登记")
    told = _("只更正登记的内容，不是机构变更：更名、合并、拆分、调整隶属和撤销请用各自的办法。")

    short_name = forms.CharField(label=_("简称"), max_length=100, required=False)
    aliases = forms.CharField(
        label=_("别名"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("文件里对它的其他叫法，每行一个。"),
    )
    kind = forms.ChoiceField(label=_("类别"), choices=Kind)
    region_code = forms.CharField(label=_("行政区划代码"), max_length=6, required=False)
    position = forms.IntegerField(label=_("顺序"), min_value=1, max_value=99999, help_text=_("同级单位中小的在前。"))

    def __init__(self, *args: Any) -> None:  # noqa: ANN401
        super().__init__(*args)
        del self.fields["on"]
        self.fields["reason"].required = False
        self.fields["region_code"].widget.attrs |= {"list": "regions", "inputmode": "numeric"}

    def known(self, unit: UnitPage) -> dict[str, Any]:
        """What the unit is now."""
        return {
            "short_name": unit.short_name,
            "aliases": "\n".join(unit.aliases),
            "kind": unit.kind,
            "region_code": unit.region_code,
            "position": unit.position,
        }

    def clean_region_code(self) -> str:
        """A code that can be."""
        return checked_region(self.cleaned_data["region_code"])

    def clean_aliases(self) -> tuple[str, ...]:
        """One a line."""
        return checked_aliases(self.cleaned_data["aliases"])

    def perform(self, by: Person, today: date) -> Done:
        """Ask for the change."""
        said = self.cleaned_data
        particulars = changes.Particulars(
            kind=said["kind"],
            region_code=said["region_code"],
            position=said["position"],
            short_name=said["short_name"],
            aliases=said["aliases"],
        )
        return changes.adjust(
            organisation_id=self.asked.id, particulars=particulars, decision=self.decision(by), on=today
        )
