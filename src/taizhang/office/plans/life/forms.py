"""Forms of a plan's life (流转的表单): what a move asks for, and what a resolution says."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from taizhang.office.plans.life.moves import Move
from taizhang.office.plans.life.passages import Paper
from taizhang.office.plans.life.step import DRAFTING_STAGES

SCANS = (".pdf", ".jpg", ".jpeg", ".png", ".docx", ".doc", ".wps", ".ofd")


def _date(label: Any, *, required: bool) -> forms.DateField:  # noqa: ANN401
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请填写日期。"), "invalid": _("请写成 2024-03-13 的样子。")},
    )


class MoveForm(forms.Form):
    """Move form (流转): the version that carries the step, the paper it rests on, a reason or note."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        move: Move,
        carriers: tuple[tuple[int, str], ...],
        *args: Any,  # noqa: ANN401
        plan_id: int,
        **how: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **how)
        self.move, self.carriers, self.plan_id = move, carriers, plan_id
        if len(carriers) > 1 and move.to_step in DRAFTING_STAGES and not move.is_back:
            self.fields["version"] = forms.TypedChoiceField(label=_("以哪一稿"), choices=carriers, coerce=int)
        if "number" in move.asks or "document" in move.asks:
            self._ask_for_paper(is_required="number" in move.asks)
        if move.wants_reason or "note" in move.asks:
            label = _("理由") if move.wants_reason else _("说明")
            words = forms.Textarea(attrs={"rows": 3})
            missing = {"required": _("请写明理由，以后查看的人才知道为什么。")}
            self.fields["reason"] = forms.CharField(
                label=label, required=move.wants_reason, max_length=500, widget=words, error_messages=missing
            )

    def _ask_for_paper(self, *, is_required: bool) -> None:
        self.fields["number"] = forms.CharField(
            label=_("印发文号") if is_required else _("文号"),
            required=is_required,
            max_length=60,
            help_text=_("例如：张发改字〔2024〕19号") if is_required else "",
            error_messages={"required": _("请填写文号。")},
        )
        self.fields["date"] = _date(_("印发日期") if is_required else _("文件日期"), required=is_required)

    @property
    def paper(self) -> Paper:
        """What was said."""
        said = self.cleaned_data
        return Paper(said.get("number", ""), said.get("date"), said.get("reason", "").strip())


class ResolutionForm(forms.Form):
    """Resolution form (批准决议): what the paper of the approving body says."""

    version = forms.TypedChoiceField(label=_("批准的稿次"), coerce=int)
    organ = forms.CharField(
        label=_("批准机关"), max_length=100, error_messages={"required": _("请填写批准机关的全称。")}
    )
    number = forms.CharField(
        label=_("决议文号或名称"),
        max_length=100,
        help_text=_("没有文号的，写决议全称"),
        error_messages={"required": _("请填写决议的文号或名称。")},
    )
    decided_on = _date(_("决议日期"), required=True)
    scan = forms.FileField(
        label=_("决议扫描件"),
        required=False,
        max_length=200,
        help_text=_("可不传；传了就逐字节保存，一起留档"),
        error_messages={"empty": _("这个文件是空的，请重新选择。")},
    )
    explanation = forms.CharField(
        label=_("带疑点批准的说明"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("核校还有未处理的错误而批准机关已按原文批准的，写明缘由，由复核的人一并确认"),
    )

    def __init__(self, carriers: tuple[tuple[int, str], ...], *args: Any, **how: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **how)
        field = self.fields["version"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = carriers

    def clean_scan(self) -> UploadedFile | None:
        """Refuse what is no picture of a paper, or too large."""
        scan: UploadedFile | None = self.cleaned_data.get("scan")
        if scan is None:
            return None
        if not (scan.name or "").lower().endswith(SCANS):
            raise forms.ValidationError(_("请传 PDF、图片、Word 或 OFD 文件。"))
        if (scan.size or 0) > settings.UPLOAD_LIMIT_MB * 1024 * 1024:
            raise forms.ValidationError(
                _("文件超过 %(limit)s MB，请压缩后再传。"), params={"limit": settings.UPLOAD_LIMIT_MB}
            )
        return scan


class ReasonForm(forms.Form):
    """Reason form (理由)."""

    reason = forms.CharField(max_length=500, error_messages={"required": _("请写明理由。")})
