"""Listing (疑点清单): the findings of a version as its page lists them — filtered, counted, worst first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from taizhang.office.findings.models import Disposition, FindingRecord, Severity, Verdict
from taizhang.office.findings.selectors.examined import Examined
from taizhang.office.findings.standing import Standing, State
from taizhang.office.plans import layout
from taizhang.office.plans.intake import RuleCard, rule_cards
from taizhang.office.plans.layout import GridBlock, Heading
from taizhang.office.plans.models import PlanVersion

FEW_PLACES = 5  # more than that are folded away


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Finding filter (筛选): empty where everything is wanted.

    Attributes:
        section: where the section begins, as its choice says.
    """

    severity: str = ""
    state: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Choice (筛选项): one value to filter by, and how many findings it leaves under the other filters."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """Place (依据): words a finding rests on, and where; the anchor is empty where they stand in another document."""

    anchor: str
    quote: str
    where: str


@dataclass(frozen=True, slots=True)
class Event:
    """Event (一步处理): something a person did about a finding."""

    action: str
    label: str
    by: str
    at: datetime
    reason: str
    number: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Entry (一条疑点): a finding as the page lists it.

    Attributes:
        record: the row.
        name, message: in the person's language.
        card: the rule's explanation; None where the rule is no longer one of ours.
        section, section_words: the section's value and title; ``where`` the finer place.
        computed: the arithmetic, name and figure.
        verdict: what comparing the figures shows; empty where none were compared.
        places: where the evidence stands; ``more_places`` those folded away.
        standing, state_label: what stands of it.
        events: everything that was done, oldest first.
        needs_reason: whether even a correction is to be explained.
        is_mine: whether the viewer did what stands; then someone else must confirm it.
    """

    record: FindingRecord
    name: str
    message: str
    card: RuleCard | None
    section: str
    section_words: str
    where: str
    verdict: str
    places: tuple[Place, ...]
    more_places: tuple[Place, ...]
    standing: Standing
    events: tuple[Event, ...]
    is_mine: bool

    @property
    def needs_reason(self) -> bool:
        """Whether even a correction is to be explained."""
        return self.record.severity == Severity.ERROR

    @property
    def state_label(self) -> str:
        """The state; of what is settled, how."""
        decision = self.standing.decision
        if self.standing.state == State.SETTLED and decision:
            return decision.get_action_display()
        return str(self.standing.state.label)


@dataclass(frozen=True, slots=True)
class Group:
    """Group (同一等级): findings of one severity."""

    severity: str
    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Listing (疑点清单).

    Attributes:
        groups: what the filter leaves, worst first.
        severities, states, sections: what one may filter by.
        total, shown: how many there are, and how many are left.
    """

    groups: tuple[Group, ...]
    severities: tuple[Choice, ...]
    states: tuple[Choice, ...]
    sections: tuple[Choice, ...]
    total: int
    shown: int


def list_findings(examined: Examined, wanted: FindingFilter, viewer_id: int) -> Listing:
    """The findings that the filter leaves, with the choices that lead to others."""
    entries = tuple(_entries(examined, viewer_id))
    shown = [each for each in entries if _matches(each, wanted)]
    return Listing(
        groups=tuple(
            Group(severity.value, str(severity.label), of_it)
            for severity in Severity
            if (of_it := tuple(each for each in shown if each.record.severity == severity))
        ),
        severities=_choices(entries, wanted, "severity", [(each.value, str(each.label)) for each in Severity]),
        states=_choices(entries, wanted, "state", [(each.value, str(each.label)) for each in State]),
        sections=_choices(entries, wanted, "section", _sections(entries)),
        total=len(entries),
        shown=len(shown),
    )


def entry_of(examined: Examined, finding_id: int, viewer_id: int) -> Entry | None:
    """One finding as listed; None where this version has none of that id."""
    return next((each for each in _entries(examined, viewer_id) if each.record.id == finding_id), None)


VALUES: dict[str, Callable[[Entry], str]] = {
    "severity": lambda entry: entry.record.severity,
    "state": lambda entry: entry.standing.state.value,
    "section": lambda entry: entry.section,
}


def _matches(entry: Entry, wanted: FindingFilter, but: str = "") -> bool:
    return all(name == but or getattr(wanted, name) in {"", value(entry)} for name, value in VALUES.items())


def _choices(
    entries: Iterable[Entry], wanted: FindingFilter, name: str, known: Iterable[tuple[str, str]]
) -> tuple[Choice, ...]:
    left = [VALUES[name](each) for each in entries if _matches(each, wanted, but=name)]
    return tuple(Choice(value, label, left.count(value)) for value, label in known)


def _sections(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    found = {each.section: each.section_words for each in entries}
    return sorted(found.items(), key=lambda item: int(item[0]))


def _entries(examined: Examined, viewer_id: int) -> Iterator[Entry]:
    stored = PlanVersion.objects.values_list("layout", flat=True).get(id=examined.version.id)
    plan_layout = layout.load(stored)
    cards, is_english = rule_cards(), (get_language() or "").startswith("en")
    for record in examined.findings:
        card = cards.get(record.code)
        standing = examined.standings[record.id]
        section, words = _section(plan_layout.headings, record.start)
        places = tuple(_places(record, plan_layout))
        yield Entry(
            record=record,
            name=(card.name_en if is_english else card.name_zh) if card else record.code,
            message=record.message_en if is_english else record.message_zh,
            card=card,
            section=section,
            section_words=words,
            where=_where(plan_layout, record.start),
            verdict=str(Verdict(record.verdict).label) if record.verdict else "",
            places=places[:FEW_PLACES],
            more_places=places[FEW_PLACES:],
            standing=standing,
            events=tuple(map(_event, examined.done.get(record.key, ()))),
            is_mine=standing.decision is not None and standing.decision.by_id == viewer_id,
        )


def _section(headings: tuple[Heading, ...], offset: int) -> tuple[str, str]:
    """The chapter: the heading below the title, where there is one."""
    path = layout.path_to(headings, offset)
    if not path:
        return "0", _("文首")
    heading = path[1] if len(path) > 1 else path[0]
    return str(heading.start), " ".join(heading.words.split())


def _where(plan_layout: layout.Layout, offset: int) -> str:
    """``三、（一）二是``, or that it stands in a table."""
    if any(isinstance(block, GridBlock) and block.start <= offset < block.end for block in plan_layout.blocks):
        return _("附表")
    return "".join(heading.marker for heading in layout.path_to(plan_layout.headings, offset)) or _("文首")


def _places(record: FindingRecord, plan_layout: layout.Layout) -> Iterator[Place]:
    for number, each in enumerate(record.evidence):
        quote = " ".join(each["quote"].split())
        if each["source"]:
            yield Place("", quote, each["source"])
        else:
            yield Place(f"p-{record.id}-{number}", quote, _where(plan_layout, each["start"]))


def _event(row: Disposition) -> Event:
    label = row.get_action_display()
    return Event(row.action, label, row.by.name, row.at, row.reason, row.version.number)
