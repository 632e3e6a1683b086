"""Forms of tables (分解表的表单)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.assignments.intakes import Layout


class WorkbookForm(forms.Form):
    """Workbook (上传的表格)."""

    layout = forms.ChoiceField(label=_("表式"), choices=Layout.choices, initial=Layout.TASKS)
    file = forms.FileField(
        label=_("Excel 文件"),
        error_messages={"required": _("请选择要上传的 .xlsx 文件。"), "empty": _("这个文件是空的。")},
    )
