"""Proposals (分解建议): for commitments nobody answers for yet, who should and by when — each with where that comes from.

In this order, and the first that names somebody decides: the document itself; a column of its annex; who led it last
year; the department that the catalogue of indicators names; a word of the task, which is a guess and says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taizhang.office.assignments.models import Duty, State
from taizhang.office.assignments.proposals import owners as words_of
from taizhang.office.assignments.proposals.departments import candidates, department_for, departments_of
from taizhang.office.assignments.proposals.owners import Deadline, Owners
from taizhang.office.assignments.selectors.units import UnitLabel, Units
from taizhang.office.assignments.terms import Terms
from taizhang.office.commitments.models import Commitment, Source
from taizhang.office.plans.intake import catalogue_entry
from taizhang.office.plans.models import PlanVersion, RowKind, TableRowRecord

TEXT, ANNEX, LAST_YEAR, CATALOGUE, TOPIC = "text", "annex", "last_year", "catalogue", "topic"
ORIGINS: dict[str, Promise] = {
    TEXT: _("原文写明"),
    ANNEX: _("附表责任栏"),
    LAST_YEAR: _("上年分解"),
    CATALOGUE: _("指标目录的主管部门"),
    TOPIC: _("按事项用语推测"),
}
GUESSED = frozenset({TOPIC})
DECEMBER, LAST_DAY = 12, 31


@dataclass(frozen=True, slots=True)
class Proposal:
    """Proposal (建议).

    Attributes:
        lead, supports: units of the registry.
        leader: as the document names the person.
        due_on: the day the sentence sets, else the last of the plan's year.
        origin: where the units come from, a key of ``ORIGINS``; empty where nobody is named.
        quote: the words that say so.
        due_quote: the words that set the day; empty where it is the end of the year.
        unknown: names the document gives that the registry does not know.
    """

    lead: UnitLabel | None = None
    supports: tuple[UnitLabel, ...] = ()
    leader: str = ""
    due_on: date | None = None
    origin: str = ""
    quote: str = ""
    due_quote: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def origin_label(self) -> str:
        """Where it comes from, as people read it."""
        return str(ORIGINS[self.origin]) if self.origin else ""

    @property
    def is_guess(self) -> bool:
        """Whether only the words of the task tell."""
        return self.origin in GUESSED

    def fill(self, terms: Terms) -> Terms:
        """The terms with what they lack; what a person chose stays."""
        filled = replace(terms, leader=terms.leader or self.leader, due_on=terms.due_on or self.due_on)
        if filled.lead is not None or self.lead is None:
            return filled
        return filled.led_by(self.lead.id).supported_by(tuple(each.id for each in self.supports))


@dataclass(frozen=True, slots=True)
class _Named:
    """Whom a source names, in order."""

    origin: str
    units: tuple[str, ...]
    quote: str
    leader: str = ""


def propose(commitments: Iterable[Commitment], units: Units) -> dict[int, Proposal]:
    """A proposal for each commitment by its id, each with its sources loaded; two queries however many there are."""
    found = list(commitments)
    if not found:
        return {}
    versions = _versions(found)
    before = _last_year(found, frozenset(version.plan for version in versions.values()))
    return {each.id: _proposal(_Matter(each, versions[each.version_id], before), units) for each in found}


def with_sources(commitments: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """With what ``propose`` looks into."""
    sources = Source.objects.select_related("row", "cell__row").order_by("id")
    return commitments.prefetch_related(Prefetch("sources", sources))


@dataclass(frozen=True, slots=True)
class _Version:
    """A version: whose it is, of which year, and its text."""

    plan: int
    year: int
    text: str


@dataclass(frozen=True, slots=True)
class _Matter:
    """A commitment with what there is to look into."""

    commitment: Commitment
    version: _Version
    before: Mapping[str, tuple[int, ...]]


def _proposal(matter: _Matter, units: Units) -> Proposal:
    owners = list(_owners(matter))
    due = _due(matter, [said.deadline for _origin, said in owners])
    unknown: tuple[str, ...] = ()
    for named in _named(matter, owners):
        known, missing = _resolved(named.units, units)
        unknown += missing if named.origin in {TEXT, ANNEX} else ()
        if known:
            return Proposal(
                lead=known[0],
                supports=known[1:],
                leader=named.leader,
                due_on=due.on,
                origin=named.origin,
                quote=named.quote,
                due_quote=due.quote,
                unknown=unknown,
            )
    lead = matter.before.get(_likeness(matter.commitment), ())
    return replace(_of_before(lead, units), due_on=due.on, due_quote=due.quote, unknown=unknown)


def _of_before(lead: tuple[int, ...], units: Units) -> Proposal:
    labels = tuple(label for each in lead if not (label := units.label(each)).is_gone)
    return Proposal(lead=labels[0], supports=labels[1:], origin=LAST_YEAR) if labels else Proposal()


def _owners(matter: _Matter) -> Iterator[tuple[str, Owners]]:
    """Whom the document itself names: in the text near the promise, then in the columns of the annex."""
    commitment = matter.commitment
    in_text = words_of.owners_near(matter.version.text, commitment.sentence_start, commitment.sentence_end)
    if in_text:
        yield TEXT, in_text
    for source in matter.commitment.sources.all():
        row = source.row or (source.cell and source.cell.row)
        in_row = words_of.owners_of_row(_columns(row)) if row else None
        if in_row:
            yield ANNEX, in_row


def _named(matter: _Matter, owners: Iterable[tuple[str, Owners]]) -> Iterator[_Named]:
    for origin, said in owners:
        yield _Named(origin, said.units, said.quote, said.leader)
    if _likeness(matter.commitment) in matter.before:
        return
    entry = catalogue_entry(matter.commitment.indicator) if matter.commitment.indicator else None
    if entry and entry.department:
        yield _Named(CATALOGUE, departments_of(entry.department), entry.department)
    guess = department_for(f"{matter.commitment.subject} {matter.commitment.title}")
    if guess:
        yield _Named(TOPIC, (guess[0],), guess[1])


def _resolved(names: Iterable[str], units: Units) -> tuple[tuple[UnitLabel, ...], tuple[str, ...]]:
    """The units that the registry knows, each once, and the names it does not know."""
    known: dict[int, UnitLabel] = {}
    missing = []
    for name in names:
        match = next((found for words in candidates(name) if (found := units.find(words))), None)
        if match:
            known[match.organisation_id] = units.label(match.organisation_id)
        else:
            missing.append(name)
    return tuple(known.values()), tuple(missing)


def _due(matter: _Matter, said: Iterable[str]) -> Deadline:
    """The day that the commitment or the document sets for it; else the end of the plan's year."""
    if matter.commitment.due_on:
        return Deadline(matter.commitment.due_on, matter.commitment.due_on.isoformat())
    sentence = matter.version.text[matter.commitment.clause_start : matter.commitment.clause_end]
    for words in (*said, sentence, matter.commitment.sentence):
        found = words_of.deadline_in(words, matter.version.year) if words else None
        if found:
            return found
    return Deadline(date(matter.version.year, DECEMBER, LAST_DAY), "")


def _columns(row: TableRowRecord) -> dict[str, str]:
    """The cells of a row that are no figure, by their heads."""
    if row.kind == RowKind.INDICATORS:
        return {str(each["head"]): str(each["text"]) for each in row.attributes}
    return dict(zip(map(str, row.heads), map(str, row.texts), strict=False))


def _versions(commitments: list[Commitment]) -> dict[int, _Version]:
    versions = PlanVersion.objects.filter(id__in={each.version_id for each in commitments}).order_by("id")
    held = versions.values_list("id", "plan_id", "plan__year", "received_at", "text")
    return {
        key: _Version(plan, int(year) if year.isdecimal() else received.year, text)
        for key, plan, year, received, text in held
    }


def _last_year(commitments: list[Commitment], plans: frozenset[int]) -> dict[str, tuple[int, ...]]:
    """Likeness → who led and supported the same thing in the latest other plan."""
    of = "assignment__commitment"
    standing = Duty.objects.filter(ended_at=None, assignment__state=State.HANDED_OUT)
    rows = (
        standing
        .exclude(**{f"{of}__version__plan__in": plans})
        .order_by(f"{of}__version__plan__year", "assignment_id", "position", "id")
        .values_list(
            "assignment_id", "organisation_id", f"{of}__indicator", f"{of}__aspect", f"{of}__subject", f"{of}__title"
        )
    )
    wanted = {_likeness(each) for each in commitments}
    found: dict[str, tuple[int, tuple[int, ...]]] = {}
    for assignment, organisation, *words in rows:
        likeness = _alike(*words)
        last, units = found.get(likeness, (assignment, ()))
        if likeness in wanted:
            found[likeness] = (assignment, (*(units if last == assignment else ()), organisation))
    return {likeness: units for likeness, (_assignment, units) in found.items()}


def _likeness(commitment: Commitment) -> str:
    return _alike(commitment.indicator, commitment.aspect, commitment.subject, commitment.title)


def _alike(indicator: str, aspect: str, subject: str, title: str) -> str:
    """By which a promise of one year is that of another: its indicator and aspect, else its very subject or title."""
    return f"{indicator}/{aspect}" if indicator else subject or title
