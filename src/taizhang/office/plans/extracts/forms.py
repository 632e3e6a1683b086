"""Forms of extracts (摘录证明的表单)."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ExtractForm(forms.Form):
    """Extract form (摘录): which words, what they are called, what they are certified for."""

    start = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    title = forms.CharField(label=_("摘录事项"), max_length=200, error_messages={"required": _("请填写摘录事项。")})
    purpose = forms.CharField(
        label=_("用途"), required=False, max_length=200, help_text=_("例如：办理用地报批；写在证明上")
    )
    ticket = forms.UUIDField(widget=forms.HiddenInput)
