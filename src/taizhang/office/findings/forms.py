"""Forms of findings (核校的表单): what is asked of the list, and what is said about a finding."""

from django import forms

from taizhang.office.findings.models import DISPOSITIONS, Action, Disposition, Severity
from taizhang.office.findings.selectors.listing import FindingFilter
from taizhang.office.findings.standing import State


class FindingFilterForm(forms.Form):
    """Finding filter form (筛选): whatever an address asks for that makes no sense is left out."""

    severity = forms.ChoiceField(choices=Severity, required=False)
    state = forms.ChoiceField(choices=State, required=False)
    section = forms.RegexField(r"\d{1,9}", required=False)
    version = forms.IntegerField(min_value=1, max_value=10_000, required=False)

    def wanted(self) -> FindingFilter:
        """What is asked for."""
        self.is_valid()
        said = self.cleaned_data
        return FindingFilter(said.get("severity", ""), said.get("state", ""), said.get("section", ""))

    @property
    def number(self) -> int | None:
        """Which version; the newest where None."""
        self.is_valid()
        return self.cleaned_data.get("version")


class DispositionForm(forms.Form):
    """Disposition form (处理疑点): what was done, and why."""

    action = forms.TypedChoiceField(choices=[(each.value, each.label) for each in DISPOSITIONS], coerce=Action)
    reason = forms.CharField(max_length=Disposition._meta.get_field("reason").max_length, required=False)


class ReasonForm(forms.Form):
    """Reason form (理由): why something is taken back."""

    reason = forms.CharField(max_length=Disposition._meta.get_field("reason").max_length, required=False)
