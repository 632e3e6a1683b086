"""Forms of audit (审计的表单): what the auditor looks for, and the anchor to verify against."""

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.audit.actions import vocabulary
from taizhang.office.audit.anchors import Anchor, read_anchors
from taizhang.office.audit.models import Result
from taizhang.office.audit.selectors import LogFilter

LARGEST_ANCHOR_FILE = 1024 * 1024


class LogFilterForm(forms.Form):
    """Log filter form (筛选): what makes no sense is left out."""

    q = forms.CharField(required=False, max_length=100)
    person = forms.CharField(required=False, max_length=100)
    action = forms.CharField(required=False)
    result = forms.ChoiceField(required=False, choices=[("", ""), *Result.choices])
    since = forms.DateField(required=False)
    until = forms.DateField(required=False)
    before = forms.IntegerField(required=False, min_value=1)
    after = forms.IntegerField(required=False, min_value=0)

    def clean_action(self) -> str:
        """A known action, or a group of them."""
        asked: str = self.cleaned_data["action"]
        known = vocabulary()
        return asked if asked in known.actions or asked in known.groups else ""

    def wanted(self) -> LogFilter:
        """What to look for."""
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value not in {"", None}}
        return LogFilter(**{"words" if name == "q" else name: value for name, value in given.items()})


class VerifyForm(forms.Form):
    """Verify form (核对): an anchor file, where one was kept."""

    anchor = forms.FileField(required=False, label=_("锚点文件"), max_length=200)

    def anchors(self) -> tuple[Anchor, ...]:
        """The anchors of the file; none where none was given.

        Raises:
            AnchorUnreadableError: it holds something else.
        """
        file = self.cleaned_data.get("anchor") if self.is_valid() else None
        return read_anchors(file.read(LARGEST_ANCHOR_FILE)) if file else ()
