"""Forms of plans (计划的表单): files handed in."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _


class SeveralFilesInput(forms.ClearableFileInput):
    """Several files at once (多个文件)."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Several files (多个文件): each checked as one would be."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:  # noqa: ANN401
        """Every file, or the first complaint."""
        each = data if isinstance(data, (list, tuple)) and data else [data]
        return [super(SeveralFilesField, self).clean(one, initial) for one in each]


class UploadForm(forms.Form):
    """Upload form (上传): one or several plan files."""

    plan_files = SeveralFilesField(
        label=_("计划文件"),
        error_messages={
            "required": _("请先选择要上传的文件。"),
            "empty": _("这个文件是空的，请检查后重新选择。"),
            "max_length": _("文件名太长，请改短后重新上传。"),
        },
        max_length=200,
    )

    def clean_plan_files(self) -> list[UploadedFile]:
        """Refuse what is larger than this site takes."""
        files: list[UploadedFile] = self.cleaned_data["plan_files"]
        limit = settings.UPLOAD_LIMIT_MB
        for file in files:
            if (file.size or 0) > limit * 1024 * 1024:
                message = _("“%(name)s”超过 %(limit)s MB，没有上传。请去掉其中的图片或拆分后再传。")
                raise forms.ValidationError(message, params={"name": file.name, "limit": limit})
        return files
