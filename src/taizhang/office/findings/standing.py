"""Standing (处理状态): what stands of everything people did about one finding, row by row; nothing here asks the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db import models
from django.utils.translation import gettext_lazy as _

from taizhang.office.findings.models import Action, Disposition, Severity


class State(models.TextChoices):
    """State (状态): whether anyone still has to do something."""

    OPEN = "open", _("未处理")
    REVIEW = "review", _("待复核")
    SETTLED = "settled", _("已处理")


@dataclass(frozen=True, slots=True)
class Standing:
    """Standing (处理状态).

    Attributes:
        state: open, waiting for a second person, or settled.
        decision: what was decided about it; None while it is open.
        confirmation: the second person's word.
        has_come_back: marked as fixed in an earlier version, and still there.
        is_carried: decided in an earlier version about the very same words.
    """

    state: State
    decision: Disposition | None = None
    confirmation: Disposition | None = None
    has_come_back: bool = False
    is_carried: bool = False

    @property
    def latest(self) -> Disposition | None:
        """What would be taken back next."""
        return self.confirmation or self.decision


def standing_of(rows: Iterable[Disposition], *, severity: str, version_id: int) -> Standing:
    """What stands after these rows, the oldest first, for a finding of that severity in that version.

    A row taken back no longer counts. That something was fixed is a word about one version: where the finding is still
    there in a later one, it is open again. A decision to let it stand holds as long as the words stay the same.
    """
    standing: list[Disposition] = []
    has_come_back = False
    for version, done in groupby(rows, key=lambda row: row.version_id):
        standing, has_come_back = _without_fixes(standing, has_come_back, version)
        for row in done:
            standing = standing[:-1] if row.action == Action.TAKEN_BACK else [*standing, row]
    standing, has_come_back = _without_fixes(standing, has_come_back, version_id)
    if not standing:
        return Standing(State.OPEN, has_come_back=has_come_back)
    decision, confirmation = (*standing, None)[:2]
    needs_second = severity == Severity.ERROR and confirmation is None
    return Standing(
        State.REVIEW if needs_second else State.SETTLED,
        decision,
        confirmation,
        is_carried=decision is not None and decision.version_id != version_id,
    )


def _without_fixes(standing: list[Disposition], has_come_back: bool, version_id: int) -> tuple[list[Disposition], bool]:
    if standing and standing[0].action == Action.FIXED and standing[0].version_id != version_id:
        return [], True
    return standing, has_come_back
