"""Forms of assignments (责任分解的表单): units by any of their names, terms, reasons and answers, checked before they are kept."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.terms import QUARTERS, StepTerms, Terms

BETWEEN = re.compile(r"[、，,;；\s]+")


class UnitsField(forms.CharField):
    """Units field (单位): names, short names or aliases, several with 、 between; read against the registry."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "data-units": ""})
    units: Units  # given by the form

    def __init__(self, *, several: bool = True, **how: Any) -> None:  # noqa: ANN401
        super().__init__(**how)
        self.several = several
        if several:
            self.widget.attrs["data-units"] = "several"

    def clean(self, value: Any) -> tuple[int, ...]:  # noqa: ANN401
        """The ids of those meant, each once."""
        words = [each for each in BETWEEN.split(str(super().clean(value) or "")) if each]
        found = {name: self.units.find(name) for name in words}
        unknown = [name for name, match in found.items() if match is None]
        if unknown:
            said = _("名册里没有（或不止一个）：%(names)s。请从提示里选。") % {"names": "、".join(unknown)}
            raise forms.ValidationError(said)
        if not self.several and len(found) > 1:
            raise forms.ValidationError(_("这里只填一个单位。"))
        return tuple(dict.fromkeys(match.organisation_id for match in found.values() if match))


class OfUnits(forms.Form):
    """Form with units (含单位的表单)."""

    def __init__(self, *args: Any, units: Units, **how: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **how)
        for field in self.fields.values():
            if isinstance(field, UnitsField):
                field.units = units


class TermsForm(OfUnits):
    """Terms form (责任内容): everything an assignment says."""

    lead = UnitsField(label=_("牵头单位"), several=False, required=False)
    supports = UnitsField(label=_("配合单位"), required=False)
    leader = forms.CharField(label=_("责任领导"), max_length=60, required=False)
    due_on = forms.DateField(label=_("完成时限"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    starts_on = forms.DateField(
        label=_("开始日期"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    measure = forms.CharField(label=_("量化目标"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2}))
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, year: int, **how: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **how)
        self.year = year
        for quarter in QUARTERS:
            self.fields[f"words{quarter}"] = forms.CharField(max_length=500, required=False)
            self.fields[f"value{quarter}"] = forms.DecimalField(required=False)

    def quarters(self) -> Iterator[tuple[int, forms.BoundField, forms.BoundField]]:
        """The fields of each quarter."""
        for quarter in QUARTERS:
            yield quarter, self[f"words{quarter}"], self[f"value{quarter}"]

    def clean(self) -> dict[str, Any]:
        """It is due after it starts, and the lead does not support itself."""
        said = self.cleaned_data
        if said.get("starts_on") and said.get("due_on") and said["starts_on"] > said["due_on"]:
            self.add_error("due_on", _("完成时限早于开始日期，请核对。"))
        return said

    def terms(self) -> Terms:
        """What the form says."""
        said = self.cleaned_data
        lead = next(iter(said["lead"]), None)
        return Terms(
            lead=lead,
            supports=tuple(each for each in said["supports"] if each != lead),
            leader=said["leader"],
            measure=said["measure"],
            starts_on=said["starts_on"],
            due_on=said["due_on"],
            steps=tuple(self._steps()),
        )

    def _steps(self) -> Iterator[StepTerms]:
        for quarter in QUARTERS:
            words, value = self.cleaned_data[f"words{quarter}"], self.cleaned_data[f"value{quarter}"]
            if words or value is not None:
                yield StepTerms(f"{self.year}-Q{quarter}", words, value)


class GroundForm(forms.Form):
    """Ground form (理由和依据): why, and by which paper."""

    reason = forms.CharField(label=_("理由"), max_length=500, widget=forms.Textarea({"rows": 2}))
    document = forms.CharField(label=_("依据文件（名称或文号）"), max_length=200, required=False)


class AdjustForm(TermsForm):
    """Adjust form (调整): what was handed out changes by a paper."""

    reason = forms.CharField(label=_("调整理由"), max_length=500, widget=forms.Textarea({"rows": 2}))
    document = forms.CharField(label=_("依据文件（名称或文号）"), max_length=200)


class SetLeadForm(OfUnits):
    """Set lead form (设牵头单位)."""

    lead = UnitsField(label=_("牵头单位"), several=False)


class SetSupportsForm(OfUnits):
    """Set supports form (加配合单位)."""

    supports = UnitsField(label=_("配合单位"))


class SetDueForm(OfUnits):
    """Set due form (设完成时限)."""

    due_on = forms.DateField(label=_("完成时限"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))


class HandOverForm(OfUnits):
    """Hand-over form (申请移交)."""

    to = UnitsField(label=_("接收单位"), several=False)
    words = forms.CharField(label=_("理由"), max_length=500, widget=forms.Textarea({"rows": 2}))


class WordsForm(forms.Form):
    """Words form (疑问、答复)."""

    words = forms.CharField(label=_("内容"), max_length=1000, widget=forms.Textarea({"rows": 3}))


class FilterForm(forms.Form):
    """Filter form (筛选): whatever an address asks for that makes no sense is left out."""

    STAGES: ClassVar = ("missing", "ready", "waiting", "queried", "signed", "stranded", "late", "gone")

    stage = forms.ChoiceField(choices=[(each, each) for each in STAGES], required=False)
    q = forms.CharField(max_length=100, required=False, strip=True)
    kind = forms.CharField(max_length=20, required=False)
    section = forms.CharField(max_length=1000, required=False)
    unit = forms.IntegerField(required=False)
    page = forms.IntegerField(required=False, min_value=1)


def initial_of(terms: Terms, revision: int, units: Units) -> dict[str, object]:
    """What a form shows of terms."""
    held: dict[str, object] = {
        "lead": "" if terms.lead is None else units.name(terms.lead),
        "supports": "、".join(map(units.name, terms.supports)),
        "leader": terms.leader,
        "measure": terms.measure,
        "starts_on": terms.starts_on,
        "due_on": terms.due_on,
        "revision": revision,
    }
    for step in terms.steps:
        quarter = step.period[-1]
        held |= {f"words{quarter}": step.words, f"value{quarter}": step.value}
    return held


def first_error(form: forms.Form) -> str:
    """What is wrong first, for a toast."""
    return next((str(each) for errors in form.errors.values() for each in errors), gettext("请核对填写内容。"))
