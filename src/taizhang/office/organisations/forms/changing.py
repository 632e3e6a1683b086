"""Changing (机构变更): rename, merge, split, move, close."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.forms.change import LONGEST, ChangeForm, chosen
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.selectors.unit import UnitPage
from taizhang.office.organisations.services import changes
from taizhang.office.organisations.services.decision import Done, Draft
from taizhang.office.pages.trail import Person

BETWEEN_NAMES = re.compile(r"[，,、\t]+")


class RenameForm(ChangeForm):
    """Rename form (更名)."""

    title = _("更名")
    told = _("还是同一个单位，任务和沿革都跟着它；旧名称留在历史里，旧文件里的旧名称照样认得。")

    name = forms.CharField(label=_("新的全称"), max_length=100)
    short_name = forms.CharField(label=_("新的简称"), max_length=100, required=False)

    def known(self, unit: UnitPage) -> dict[str, Any]:
        """What it is called now."""
        return {"name": unit.name, "short_name": unit.short_name}

    def perform(self, by: Person, today: date) -> Done:
        """Ask for the change."""
        said = self.cleaned_data
        return changes.rename(
            organisation_id=self.asked.id,
            name=said["name"],
            short_name=said["short_name"],
            decision=self.decision(by),
        )


class MergeForm(ChangeForm):
    """Merge form (合并)."""

    HERE, NEW = "here", "new"

    title = _("合并")
    told = _("被合并的单位从生效日期起不再使用，下属单位归承继单位；以前的文件和任务可以查到由谁承继。")

    others = forms.MultipleChoiceField(
        label=_("与哪些单位合并"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请勾选要合并的单位。")},
    )
    into = forms.ChoiceField(label=_("合并成"), widget=forms.RadioSelect, initial=HERE)
    name = forms.CharField(label=_("新单位全称"), max_length=100, required=False, help_text=_("组成新单位的才填。"))
    short_name = forms.CharField(label=_("新单位简称"), max_length=100, required=False)

    def __init__(self, *args: Any) -> None:  # noqa: ANN401
        super().__init__(*args)
        others, into = self.fields["others"], self.fields["into"]
        assert isinstance(others, forms.MultipleChoiceField)
        assert isinstance(into, forms.ChoiceField)
        others.choices = [(str(unit.id), unit.name.strip()) for unit in self.units if unit.id != self.asked.id]
        into.choices = [
            (self.HERE, _("并入%(name)s") % {"name": self.asked.name}),
            (self.NEW, _("组成新单位，原单位都不再使用")),
        ]

    def clean(self) -> dict[str, Any]:
        """A new unit has a name."""
        if self.cleaned_data.get("into") == self.NEW and not self.cleaned_data.get("name"):
            self.add_error("name", _("组成新单位的，请填写它的全称。"))
        return self.cleaned_data

    def perform(self, by: Person, today: date) -> Done:
        """Ask for the change."""
        said = self.cleaned_data
        new = Draft(said["name"], self.asked.kind, said["short_name"], self.asked.parent_id)
        return changes.merge(
            organisation_ids=[self.asked.id, *map(int, said["others"])],
            into=new if said["into"] == self.NEW else self.asked.id,
            decision=self.decision(by),
        )


class SplitForm(ChangeForm):
    """Split form (拆分)."""

    STAYS, ENDS = "stays", "ends"

    title = _("拆分")
    told = _("拆出的新单位与它同级、同类。原单位不保留的，下属单位先归第一个新单位，之后可以再调整。")

    parts = forms.CharField(
        label=_("拆出的新单位"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("每行一个：全称，简称。例如：示例区数据局，区数据局"),
    )
    rest = forms.ChoiceField(
        label=_("原单位"),
        widget=forms.RadioSelect,
        choices=[(STAYS, _("保留，只是分出一部分职责")), (ENDS, _("不再使用，由新单位承继"))],
        initial=STAYS,
    )

    def clean_parts(self) -> tuple[Draft, ...]:
        """One new unit a line."""
        lines = [line for line in self.cleaned_data["parts"].splitlines() if line.strip()]
        drafts = tuple(self._draft(line) for line in lines)
        if len({key_of(draft.name) for draft in drafts}) < len(drafts):
            raise forms.ValidationError(_("有两行写的是同一个全称，请核对。"))
        return drafts

    def _draft(self, line: str) -> Draft:
        name, *rest = (word.strip() for word in BETWEEN_NAMES.split(line.strip()))
        if not key_of(name) or len(rest) > 1 or max(map(len, (name, *rest))) > LONGEST:
            said = _("“%(line)s”看不懂：每行先写全称，再写逗号和简称，简称可以不写。")
            raise forms.ValidationError(said, params={"line": line.strip()[:40]})
        return Draft(name, self.asked.kind, "".join(rest), self.asked.parent_id)

    def perform(self, by: Person, today: date) -> Done:
        """Ask for the change."""
        said = self.cleaned_data
        survives = said["rest"] == self.STAYS
        return changes.split(
            organisation_id=self.asked.id, into=said["parts"], survives=survives, decision=self.decision(by)
        )


class MoveForm(ChangeForm):
    """Move form (调整隶属)."""

    title = _("调整隶属")
    told = _("单位连同它的下属一起移到新的上级之下；以前某一天在谁之下，仍可按日期查看。")

    parent = forms.ChoiceField(label=_("新的上级单位"), required=False)

    def __init__(self, *args: Any) -> None:  # noqa: ANN401
        super().__init__(*args)
        self._offer_parents()

    def known(self, unit: UnitPage) -> dict[str, Any]:
        """Where it stands now."""
        return {"parent": str(unit.parent_id or "")}

    def perform(self, by: Person, today: date) -> Done:
        """Ask for the change."""
        parent_id = chosen(self.cleaned_data["parent"])
        return changes.move(organisation_id=self.asked.id, parent_id=parent_id, decision=self.decision(by))


class CloseForm(ChangeForm):
    """Close form (撤销)."""

    title = _("撤销单位")
    told = _("单位从生效日期起不再使用，也没有单位承继它。有承继的，请办“合并”。什么都不会删除，以后仍可查看。")

    def perform(self, by: Person, today: date) -> Done:
        """Ask for the change."""
        return changes.close(organisation_id=self.asked.id, decision=self.decision(by))
