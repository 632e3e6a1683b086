"""What is asked for (查看与导入): the filter of the tree, the file to import."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.selectors.tree import TreeFilter


class TreeFilterForm(forms.Form):
    """Tree filter form (筛选): whatever an address asks for that makes no sense is left out."""

    q = forms.CharField(max_length=100, required=False)
    kind = forms.ChoiceField(choices=Kind, required=False)
    on = forms.DateField(required=False)
    closed = forms.BooleanField(required=False)

    def wanted(self, today: date) -> TreeFilter:
        """What is asked for."""
        self.is_valid()
        said = self.cleaned_data
        return TreeFilter(
            on=said.get("on") or today,
            words=said.get("q", ""),
            kind=said.get("kind", ""),
            with_closed=said.get("closed", False),
        )


class WorkbookForm(forms.Form):
    """Workbook form (导入表格): the file to look through."""

    file = forms.FileField(
        label=_("Excel 文件"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": _("请先选择要导入的 Excel 文件。"), "empty": _("这个文件是空的，请重新选择。")},
    )
