"""Forms of commitments (台账的表单): what a clerk may write, checked before it is kept."""

from typing import Any, ClassVar, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from taizhang.office.commitments.choices import (
    AssignedStates,
    Directions,
    EvidenceTypes,
    PriceBases,
    Profiles,
    TargetKinds,
    Timings,
    ToleranceBases,
)
from taizhang.office.commitments.drafts import CHANGEABLE, FROZEN, JUDGED
from taizhang.office.commitments.models import Aspect, Bound, Commitment, Kind, Status
from taizhang.office.commitments.selectors import parts
from taizhang.office.commitments.selectors.sifting import SORTS, LedgerFilter
from taizhang.office.commitments.selectors.story import Change
from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.wording import PLACES
from taizhang.office.plans.intake import catalogue_code

FIGURE_FIELDS = ("aspect", "value", "value_high", "unit", "bound", "period", "expression")
OF_FIGURES = frozenset({
    TargetKinds.POINT,
    TargetKinds.ABOUT,
    TargetKinds.FLOOR,
    TargetKinds.CAP,
    TargetKinds.RANGE,
    TargetKinds.STOCK,
    TargetKinds.FLOW,
})
NOTHING = [("", "——")]


class RuleForm(forms.Form):
    """Rule form (怎样算完成): how a promise is judged; proposed from the reading, corrected by the clerk."""

    target_kind = forms.ChoiceField(label=_("目标类型"), choices=TargetKinds)
    tolerance = forms.DecimalField(label=_("容差"), required=False, min_value=0)
    tolerance_basis = forms.ChoiceField(
        label=_("容差单位"), choices=[*NOTHING, *ToleranceBases.choices], required=False
    )
    reference = forms.CharField(label=_("参照"), max_length=200, required=False)
    direction = forms.ChoiceField(label=_("方向"), choices=[*NOTHING, *Directions.choices], required=False)
    timing = forms.ChoiceField(label=_("统计时段"), choices=[*NOTHING, *Timings.choices], required=False)
    price_basis = forms.ChoiceField(label=_("价格口径"), choices=[*NOTHING, *PriceBases.choices], required=False)
    scope = forms.CharField(label=_("口径"), max_length=200, required=False)
    evidence = forms.ChoiceField(label=_("佐证"), choices=[*NOTHING, *EvidenceTypes.choices], required=False)
    profile = forms.ChoiceField(label=_("进度节奏"), choices=[*NOTHING, *Profiles.choices], required=False)
    due_on = forms.DateField(
        label=_("节点日期"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    assigned_state = forms.ChoiceField(label=_("下达情况"), choices=[*NOTHING, *AssignedStates.choices], required=False)

    def clean(self) -> dict[str, Any]:
        """What belongs together is told together; the reference is looked up in the catalogue."""
        said = self.cleaned_data
        kind = said.get("target_kind")
        if said.get("tolerance") is not None and not said.get("tolerance_basis"):
            self.add_error("tolerance_basis", _("填了容差，还要选它的单位。"))
        if said.get("tolerance") is None:
            said["tolerance_basis"] = ""
        if kind == TargetKinds.RELATIVE and not said.get("reference"):
            self.add_error("reference", _("相对目标要写明与什么相比，例如“地区生产总值”。"))
        if kind == TargetKinds.ASSIGNED and not said.get("assigned_state"):
            self.add_error("assigned_state", _("上级下达的目标，请选目前的下达情况。"))
        reference = said.get("reference", "")
        said["reference_indicator"] = catalogue_code(reference) if reference else ""
        return said


class CommitmentForm(RuleForm):
    """Commitment form (编辑条目): everything a clerk may choose otherwise than the document suggests."""

    kind = forms.ChoiceField(label=_("类别"), choices=Kind)
    title = forms.CharField(label=_("事项"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    subject = forms.CharField(label=_("对象"), max_length=500, required=False)
    aspect = forms.ChoiceField(label=_("数值性质"), choices=[("", _("没有数值")), *Aspect.choices], required=False)
    value = forms.DecimalField(label=_("目标值"), required=False)
    value_high = forms.DecimalField(label=_("上限"), required=False)
    unit = forms.CharField(label=_("单位"), max_length=60, required=False)
    bound = forms.ChoiceField(label=_("界限"), choices=[*NOTHING, *Bound.choices], required=False)
    period = forms.CharField(label=_("时期"), max_length=20, required=False)
    action = forms.CharField(label=_("动作"), max_length=20, required=False)
    expression = forms.CharField(label=_("文字目标"), max_length=1000, required=False)
    baseline_value = forms.DecimalField(label=_("基数"), required=False)
    baseline_unit = forms.CharField(label=_("基数单位"), max_length=60, required=False)
    baseline_period = forms.CharField(label=_("基数时期"), max_length=20, required=False)

    def clean(self) -> dict[str, Any]:
        """A figure needs to be told whole; an indicator or a quantity needs one, or words in its stead."""
        said = super().clean()
        value, high = said.get("value"), said.get("value_high")
        if value is None and high is not None:
            self.add_error("value", _("填了上限，还要填目标值（下限）。"))
        if value is not None and high is not None and high < value:
            self.add_error("value_high", _("上限比目标值还小，请核对。"))
        if value is not None and not said.get("aspect"):
            self.add_error("aspect", _("填了目标值，还要选它是数值、增速、增减还是位次。"))
        if said.get("kind") in {Kind.INDICATOR, Kind.QUANTITY} and value is None and not said.get("expression"):
            self.add_error("value", _("这一类要有目标值；原文没有数字的，请在“文字目标”里写明。"))
        if said.get("target_kind") in OF_FIGURES and value is None and "value" not in self.errors:
            self.add_error("target_kind", _("这种类型要有目标值；没有数的，请改选定性目标、节点等类型。"))
        return said

    def changes(self) -> dict[str, Any]:
        """What was typed, as columns."""
        return {name: value for name, value in self.cleaned_data.items() if name in CHANGEABLE}


class AmendForm(CommitmentForm):
    """Amend form (修改在账条目): changing what is promised needs a reason; of an approved plan, changing anything does."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("修改理由"), max_length=500, required=False)

    def __init__(self, data: QueryDict | None, *, of: Commitment, is_approved: bool) -> None:
        names = [name for name in AmendForm.base_fields if name != "reason"]
        super().__init__(data, initial={name: getattr(of, name) for name in names})
        self.is_approved = is_approved
        for name in FROZEN if is_approved else ():
            self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        """Whoever moves a target says why."""
        said = super().clean()
        of_weight = self.fields.keys() - {"revision", "reason"} if self.is_approved else {*FIGURE_FIELDS, *JUDGED}
        moved = of_weight.intersection(self.changed_data)
        if moved and not said.get("reason", "").strip():
            self.add_error("reason", _("目标有改动，请写明理由，例如依据的批复或文号。"))
        return said

    def on_top_of(self, latest: Commitment) -> "AmendForm":
        """The same typed words, to be saved over the row as it is now."""
        assert isinstance(self.data, QueryDict)
        data = self.data.copy()
        data["revision"] = str(latest.revision)
        form = AmendForm(data, of=latest, is_approved=self.is_approved)
        form.full_clean()
        return form

    def against(self, latest: Commitment) -> tuple[Change, ...]:
        """Field by field what stands now and what was typed, where the two differ."""
        typed = self.changes()
        return tuple(
            Change(str(field.label), self._words(name, getattr(latest, name)), self._words(name, typed[name]))
            for name, field in self.fields.items()
            if name in typed and typed[name] != getattr(latest, name)
        )

    def _words(self, name: str, value: object) -> str:
        choices = dict(getattr(self.fields[name], "choices", ()))
        return "" if value in {None, ""} else str(choices.get(value, value))


class RegroupingForm(forms.Form):
    """Regrouping form (拆分、合并): what both ask, and how what was typed outlives a change made meanwhile."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("理由"), max_length=500, required=False)

    def __init__(self, data: QueryDict | None, *, of: Commitment, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial={"revision": of.revision, **(initial or {})})
        self.of = of

    def on_top_of(self, latest: Commitment) -> Self:
        """The same typed words, to be saved over the row as it is now."""
        assert isinstance(self.data, QueryDict)
        data = self.data.copy()
        data["revision"] = str(latest.revision)
        return type(self)(data, of=latest)


class SplitForm(RegroupingForm):
    """Split form (拆分): a line for each part, in the words of the sentence."""

    lines = forms.CharField(label=_("一行一条"), widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, data: QueryDict | None, *, of: Commitment, proposed: str = "") -> None:
        super().__init__(data, of=of, initial={"lines": proposed})

    def clean_lines(self) -> tuple[Stretch, ...]:
        """Where the parts stand; whoever writes other words is told which."""
        found = parts.find_lines(self.of, self.cleaned_data["lines"].splitlines())
        if isinstance(found, str):
            raise forms.ValidationError(
                _("“%(line)s”不在原句里，或者前后顺序变了。请只换行，不改字。"), params={"line": found}
            )
        if len(found) < 2:
            raise forms.ValidationError(_("至少要有两行：在要分开的地方按回车。"))
        return found


class MergeForm(RegroupingForm):
    """Merge form (合并): which others lead to this one from now on."""

    other = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": _("请先勾选要合并进来的条目。")})

    def __init__(self, data: QueryDict | None, *, of: Commitment) -> None:
        super().__init__(data, of=of)
        named = data.getlist("other") if data else []
        other = self.fields["other"]
        assert isinstance(other, forms.TypedMultipleChoiceField)
        other.choices = [(each, each) for each in named if each.isdecimal()]  # the service knows which there are


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
    page = forms.IntegerField(min_value=1, required=False)
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
            page=said.get("page") or 1,
        )
