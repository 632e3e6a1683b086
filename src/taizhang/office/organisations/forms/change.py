"""A change (变更表单): what every form of a change has in common — day, document, reason, and the change it asks for."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.regions import is_region_code
from taizhang.office.organisations.selectors.unit import UnitLink, UnitPage
from taizhang.office.organisations.services.decision import Decision, Done
from taizhang.office.pages.trail import Person

BETWEEN_ALIASES = re.compile(r"[、，,；;\n]+")
LONGEST = 100  # characters of a name


class DayInput(forms.DateInput):
    """Day input (日期框): the browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ChangeForm(forms.Form):
    """Change form (变更表单): what every change rests on.

    Attributes:
        title: what it does, in a word.
        told: in a sentence, what will be so afterwards.
    """

    title: ClassVar[Any] = ""
    told: ClassVar[Any] = ""

    on = forms.DateField(label=_("生效日期"), widget=DayInput, help_text=_("变更后的情况从这一天起生效。"))
    document = forms.CharField(
        label=_("依据文件"), max_length=200, required=False, help_text=_("文号或文件名，例如机构改革方案。")
    )
    reason = forms.CharField(label=_("理由"), max_length=500)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, unit: UnitPage | None, units: Sequence[UnitLink], data: Any = None) -> None:  # noqa: ANN401
        super().__init__(data)
        self.unit, self.units = unit, units
        if unit is not None:
            self.initial.update({"seen": unit.seen} | self.known(unit))
        self.order_fields([name for name in self.fields if name not in {"on", "document", "reason", "seen"}])

    def known(self, unit: UnitPage) -> dict[str, Any]:
        """What the unit is now, to begin with."""
        return {}

    def perform(self, by: Person, today: date) -> Done:
        """Ask for the change; ``today`` where it has no day of its own."""
        raise NotImplementedError

    def decision(self, by: Person) -> Decision:
        """What it rests on."""
        said = self.cleaned_data
        return Decision(
            on=said.get("on"), by=by, document=said["document"], reason=said["reason"], seen=said.get("seen")
        )

    @property
    def asked(self) -> UnitPage:
        """The unit it is about."""
        assert self.unit is not None
        return self.unit

    def _offer_parents(self) -> None:
        parent = self.fields["parent"]
        assert isinstance(parent, forms.ChoiceField)
        parent.choices = [("", _("（无上级）")), *((str(unit.id), unit.name) for unit in self.units)]


def aliases_of(words: str) -> tuple[str, ...]:
    """Names one a line, or with commas between."""
    said = (each.strip() for each in BETWEEN_ALIASES.split(words))
    return tuple(dict.fromkeys(each for each in said if each))


def checked_aliases(words: str) -> tuple[str, ...]:
    """The same, none too long."""
    aliases = aliases_of(words)
    long = [each for each in aliases if len(each) > LONGEST]
    if long:
        raise forms.ValidationError(_("“%(name)s…”太长，一个名称最多 100 个字。"), params={"name": long[0][:20]})
    return aliases


def checked_region(code: str) -> str:
    """Empty, or a code that can be."""
    if code and not is_region_code(code):
        raise forms.ValidationError(_("请填六位行政区划代码，例如 370303。"))
    return code


def chosen(word: str) -> int | None:
    """The id of a unit, or none."""
    return int(word) if word else None
