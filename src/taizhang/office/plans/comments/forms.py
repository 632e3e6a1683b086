"""Forms of comments (征求意见的表单): whom to ask, what is said, what becomes of it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.plans.comments.models import Verdict
from taizhang.office.plans.comments.services import Letter


class RoundForm(forms.Form):
    """Round form (发出征求意见): which draft, whom to ask, until when."""

    version = forms.TypedChoiceField(label=_("征求意见的稿次"), coerce=int)
    deadline = forms.DateField(
        label=_("截止日期"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请填写截止日期。"), "invalid": _("请写成 2024-03-13 的样子。")},
    )
    letter = forms.CharField(
        label=_("征求意见说明"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("请各单位着重看什么，各单位打开就能看到"),
    )
    organisations = forms.TypedMultipleChoiceField(
        label=_("征求意见的单位"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请至少选择一个征求意见的单位。")},
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        units: Mapping[int, str],
        carriers: tuple[tuple[int, str], ...],
        *args: Any,  # noqa: ANN401
        is_change: bool = False,
        **how: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **how)
        asked, version = self.fields["organisations"], self.fields["version"]
        assert isinstance(asked, forms.TypedMultipleChoiceField)
        assert isinstance(version, forms.TypedChoiceField)
        asked.choices = list(units.items())
        version.choices = carriers
        if is_change:  # the draft stays what was sent out, and those asked stay asked
            del self.fields["version"]
            asked.required, asked.label = False, _("再增加的单位")

    @property
    def letter_sent(self) -> Letter:
        """What was said."""
        said = self.cleaned_data
        return Letter(tuple(said["organisations"]), said["deadline"], said["letter"], said.get("version"))


class CommentForm(forms.Form):
    """Comment form (提出意见)."""

    organisation = forms.TypedChoiceField(label=_("代表单位"), coerce=int)
    words = forms.CharField(
        label=_("意见"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("建议写明改成什么、依据是什么"),
        error_messages={"required": _("请写明意见；没有意见的，请点“无意见”。")},
    )
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, voices: tuple[tuple[int, str], ...], *args: Any, **how: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **how)
        field = self.fields["organisation"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = voices
        if len(voices) == 1:
            field.widget = forms.HiddenInput()
            field.initial = voices[0][0]

    @property
    def span(self) -> tuple[int, int] | None:
        """The passage commented on; None for the whole."""
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        return (start, end) if start is not None and end is not None and start < end else None


class AnswerForm(forms.Form):
    """Answer form (答复意见)."""

    verdict = forms.ChoiceField(
        label=_("采纳情况"), choices=Verdict.choices, error_messages={"required": _("请选择采纳情况。")}
    )
    reason = forms.CharField(label=_("理由"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    revision = forms.IntegerField(widget=forms.HiddenInput)


class ReplyForm(forms.Form):
    """Reply form (确认反馈): which unit has said all it has to say."""

    organisation = forms.IntegerField()
