"""Forms of commitments (台账的表单): what a clerk may write, checked before it is kept."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.commitments.models import Aspect, Bound, Kind, Status
from taizhang.office.commitments.selectors.ledger import SORTS, LedgerFilter
from taizhang.office.commitments.wording import PLACES

FIGURE_FIELDS = ("aspect", "value", "value_high", "unit", "bound", "period", "expression")


class CommitmentForm(forms.Form):
    """Commitment form (编辑条目): everything a clerk may choose otherwise than the document suggests."""

    kind = forms.ChoiceField(label=_("类别"), choices=Kind)
    title = forms.CharField(label=_("事项"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    subject = forms.CharField(label=_("对象"), max_length=500, required=False)
    aspect = forms.ChoiceField(label=_("数值性质"), choices=[("", _("没有数值")), *Aspect.choices], required=False)
    value = forms.DecimalField(label=_("目标值"), required=False)
    value_high = forms.DecimalField(label=_("上限"), required=False)
    unit = forms.CharField(label=_("单位"), max_length=60, required=False)
    bound = forms.ChoiceField(label=_("界限"), choices=[("", "——"), *Bound.choices], required=False)
    period = forms.CharField(label=_("时期"), max_length=20, required=False)
    action = forms.CharField(label=_("动作"), max_length=20, required=False)
    expression = forms.CharField(label=_("文字目标"), max_length=1000, required=False)
    baseline_value = forms.DecimalField(label=_("基数"), required=False)
    baseline_unit = forms.CharField(label=_("基数单位"), max_length=60, required=False)
    baseline_period = forms.CharField(label=_("基数时期"), max_length=20, required=False)

    def clean(self) -> dict[str, Any]:
        """A figure needs to be told whole; an indicator or a quantity needs one, or words in its stead."""
        said = self.cleaned_data
        value, high = said.get("value"), said.get("value_high")
        if value is None and high is not None:
            self.add_error("value", _("填了上限，还要填目标值（下限）。"))
        if value is not None and high is not None and high < value:
            self.add_error("value_high", _("上限比目标值还小，请核对。"))
        if value is not None and not said.get("aspect"):
            self.add_error("aspect", _("填了目标值，还要选它是水平、增速、增减还是位次。"))
        if said.get("kind") in {Kind.INDICATOR, Kind.QUANTITY} and value is None and not said.get("expression"):
            self.add_error("value", _("这一类要有目标值；原文没有数字的，请在“文字目标”里写明。"))
        return said


class AmendForm(CommitmentForm):
    """Amend form (修改在账条目): changing what is promised needs a reason."""

    reason = forms.CharField(label=_("修改理由"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        """Whoever moves a target says why."""
        said = super().clean()
        moved = [name for name in FIGURE_FIELDS if name in self.changed_data]
        if moved and not said.get("reason", "").strip():
            self.add_error("reason", _("目标有改动，请写明理由，例如依据的批复或文号。"))
        return said


class ReasonForm(forms.Form):
    """Reason form (理由): one of the usual ones, or the clerk's own words."""

    USUAL: ClassVar = (
        _("属于总体要求或背景表述，不作为具体任务"),
        _("与其他条目重复"),
        _("由上级部门组织实施，本级只作配合"),
        _("无法明确责任和完成标准"),
    )

    usual = forms.ChoiceField(label=_("理由"), required=False, widget=forms.RadioSelect)
    other = forms.CharField(label=_("其他理由"), max_length=400, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        usual = self.fields["usual"]
        assert isinstance(usual, forms.ChoiceField)
        usual.choices = [(str(each), each) for each in self.USUAL]

    def clean(self) -> dict[str, Any]:
        """One of both must be there."""
        if not self.cleaned_data.get("usual") and not self.cleaned_data.get("other", "").strip():
            raise forms.ValidationError(_("请选一个理由，或写下您自己的。"))
        return self.cleaned_data

    @property
    def reason(self) -> str:
        """The reason given; the clerk's own words add to a usual one."""
        said = (self.cleaned_data["usual"], self.cleaned_data["other"].strip())
        return "：".join(each for each in said if each)


class LedgerFilterForm(forms.Form):
    """Ledger filter form (筛选): whatever an address asks for that makes no sense is left out."""

    status = forms.ChoiceField(choices=Status, required=False)
    q = forms.CharField(max_length=100, required=False, strip=True)
    kind = forms.ChoiceField(choices=Kind, required=False)
    section = forms.CharField(max_length=1000, required=False)
    indicator = forms.CharField(max_length=60, required=False)
    place = forms.ChoiceField(choices=PLACES, required=False)
    sort = forms.ChoiceField(choices=[(sign + key, key) for key in SORTS for sign in ("", "-")], required=False)

    def wanted(self) -> LedgerFilter:
        """What is asked for."""
        self.is_valid()
        said = self.cleaned_data
        return LedgerFilter(
            status=said.get("status") or Status.ADOPTED,
            words=said.get("q", ""),
            kind=said.get("kind", ""),
            section=said.get("section", ""),
            indicator=said.get("indicator", ""),
            place=said.get("place", ""),
            sort=said.get("sort", ""),
        )
