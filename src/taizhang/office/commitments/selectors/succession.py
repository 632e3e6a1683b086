"""Succession (承接): what became of the commitments of earlier versions in the newest one — unchanged, changed, gone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from taizhang.office.commitments import drafts
from taizhang.office.commitments.folding import fold
from taizhang.office.commitments.models import Action, Amendment, Commitment, Status
from taizhang.office.commitments.selectors.decisions import decisions_of
from taizhang.office.commitments.selectors.likeness import ALIKE, likeness, pairs_of
from taizhang.office.commitments.selectors.parts import part_suggestion
from taizhang.office.commitments.selectors.readings import is_approved, material_of, newest_version
from taizhang.office.commitments.selectors.story import Change, changes_of
from taizhang.office.commitments.suggestions.build import suggest
from taizhang.office.commitments.suggestions.clauses import Stretch, read
from taizhang.office.commitments.suggestions.material import Material
from taizhang.office.commitments.suggestions.suggestion import Origin, Suggestion
from taizhang.office.plans.frozen import BINDING
from taizhang.office.plans.models import PlanVersion, Resolution

LASTING = (Status.ADOPTED, Status.SET_ASIDE, Status.MERGED)
PLACED = (
    "version_id",
    "sentence",
    "sentence_start",
    "sentence_end",
    "clause_start",
    "clause_end",
    "section",
    "position",
)
PROMISED_ANEW = ("kind", "title", *drafts.PROMISED, "indicator", *drafts.JUDGED)
SHORTEST_RUN = 2  # shorter runs that two sentences share between differences only confuse the eye


@dataclass(frozen=True, slots=True)
class Run:
    """Run (一段): words that both sentences have, or only the old or the new one."""

    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Succeeded:
    """Succeeded (承接对应): a commitment and what the newest version says of the same.

    Attributes:
        commitment: as it stands in the earlier version.
        suggestion: what the newest version says; None where it says nothing of it.
        changed: whether it says something else.
        values: what the commitment becomes.
        changes, runs: the same for a person to look at: fields, and the sentence with what was struck and added.
    """

    commitment: Commitment
    suggestion: Suggestion | None = None
    changed: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Succession:
    """Succession (承接).

    Attributes:
        version_id, number: the newest version.
        unchanged, changed, gone: the commitments of earlier ones, by what became of them.
        is_held_back: whether an approved plan is carried out by them while the newest version is not approved yet.
    """

    version_id: int
    number: int
    unchanged: tuple[Succeeded, ...]
    changed: tuple[Succeeded, ...]
    gone: tuple[Succeeded, ...]
    is_held_back: bool

    @property
    def total(self) -> int:
        """How many commitments are to be dealt with."""
        return len(self.unchanged) + len(self.changed) + len(self.gone)


def count_waiting(plan_id: int, version_id: int) -> int:
    """How many commitments of earlier versions are not dealt with yet."""
    return _waiting(plan_id, version_id).exclude(status=Status.MERGED).count()


def succession_of(plan_id: int) -> Succession:
    """What became of every commitment of earlier versions in the newest."""
    version = newest_version(plan_id)
    amendments = Prefetch("amendments", Amendment.objects.order_by("id"))
    approved = Exists(Resolution.objects.filter(version=OuterRef("version"), state__in=BINDING))
    rows = _waiting(plan_id, version.id).select_related("decided_by").prefetch_related(amendments)
    waiting = list(rows.annotate(is_approved=approved))
    matched = _Matching(material_of(version), version, waiting).matched() if waiting else []
    is_carried_out = any(vars(each)["is_approved"] for each in waiting)
    return Succession(
        version_id=version.id,
        number=version.number,
        unchanged=tuple(each for each in matched if each.suggestion and not each.changed),
        changed=tuple(each for each in matched if each.changed),
        gone=tuple(each for each in matched if each.suggestion is None),
        is_held_back=is_carried_out and not is_approved(version.id),
    )


def _waiting(plan_id: int, version_id: int) -> QuerySet[Commitment]:
    number = PlanVersion.objects.filter(id=version_id).values("number")
    earlier = Commitment.objects.filter(version__plan=plan_id, version__number__lt=number, status__in=LASTING)
    return earlier.filter(Q(kept_for=None) | ~Q(kept_for=version_id)).order_by("position", "id")


class _Matching:
    """Finds for each commitment what the new version says of the same: the same words first, then the likeliest."""

    def __init__(self, material: Material, version: PlanVersion, commitments: Sequence[Commitment]) -> None:
        self.material = material
        self.version = version
        self.commitments = commitments
        chapters, decisions = suggest(material), decisions_of(version.id)
        earlier = {each.version_id for each in commitments}
        self.texts = dict(PlanVersion.objects.filter(id__in=earlier).values_list("id", "text"))
        self.passages = {fold(passage.words): passage for chapter in chapters for passage in chapter.passages}
        self.free = {
            each.key: each for chapter in chapters for each in chapter.suggestions if decisions.of(each) is None
        }

    def matched(self) -> list[Succeeded]:
        """Every commitment with what became of it, in the ledger's order."""
        found = dict(self._same())
        # Of a promise made twice only what survives is compared: the other is told once already.
        rest = [each for each in self.commitments if each.id not in found and each.status != Status.MERGED]
        found |= dict(self._likeliest(rest))
        told = (each for each in self.commitments if each.id in found or each.status != Status.MERGED)
        return [found.get(each.id, Succeeded(each)) for each in told]

    def _same(self) -> Iterator[tuple[int, Succeeded]]:
        """Those whose own words stand again: in the same sentence, told apart by a person, or in one much like it."""
        by_words: dict[str, list[Suggestion]] = defaultdict(list)
        for suggestion in self.free.values():
            by_words[self._clause(suggestion)].append(suggestion)
        for commitment in self.commitments:
            said = [each for each in by_words[self._clause_of(commitment)] if each.key in self.free]
            found = _in_same_sentence(commitment, said) or self._part(commitment) or _in_like_sentence(commitment, said)
            if found:
                self.free.pop(found.key, None)
                yield commitment.id, self._carried(commitment, found, changed=False)

    def _part(self, commitment: Commitment) -> Suggestion | None:
        """A part that a person told apart, where its sentence stands word for word again."""
        passage = self.passages.get(fold(commitment.sentence))
        if passage is None:
            return None
        shift = passage.stretch.start - commitment.sentence_start
        part = Stretch(commitment.clause_start + shift, commitment.clause_end + shift)
        if fold(read(self.material.text, part)) != self._clause_of(commitment):
            return None
        made = part_suggestion(self.material, passage.stretch, part, frozenset())
        whole = self._whole(passage.suggestions, part)
        return replace(made, position=passage.suggestions[0].position, origins=(*made.origins, *whole))

    def _whole(self, suggestions: Iterable[Suggestion], part: Stretch) -> tuple[Origin, ...]:
        """The places of what was read as one and told apart by a person: the first of its parts holds them."""
        for suggestion in suggestions:
            clause = suggestion.clause
            if clause.start <= part.start and part.end <= clause.end and suggestion.key in self.free:
                return self.free.pop(suggestion.key).origins
        return ()

    def _likeliest(self, commitments: Iterable[Commitment]) -> Iterator[tuple[int, Succeeded]]:
        pairs = {key: pairs_of(fold(each.title)) for key, each in self.free.items()}
        scores = [
            (-score, commitment.position, commitment.id, key)
            for commitment in commitments
            for key, suggestion in self.free.items()
            if (score := _score(commitment, suggestion, pairs[key])) >= ALIKE
        ]
        waiting = {each.id: each for each in commitments}
        for _minus, _position, commitment_id, key in sorted(scores):
            if commitment_id in waiting and key in self.free:
                commitment = waiting.pop(commitment_id)
                yield commitment_id, self._carried(commitment, self.free.pop(key), changed=True)

    def _carried(self, commitment: Commitment, suggestion: Suggestion, *, changed: bool) -> Succeeded:
        new = drafts.commitment(
            suggestion,
            version_id=self.version.id,
            year=self.version.plan.year,
            status=commitment.status,
            by=commitment.decided_by,
        )
        names = (*PLACED, *_names_anew(commitment)) if changed else PLACED
        values = {name: getattr(new, name) for name in names}
        told = {name: [str(getattr(commitment, name) or ""), str(values[name] or "")] for name in values}
        return Succeeded(
            commitment=commitment,
            suggestion=suggestion,
            changed=changed,
            values=values,
            changes=_changes(told) if changed else (),
            runs=compared(commitment.sentence, suggestion.sentence_words) if changed else (),
        )

    def _clause_of(self, commitment: Commitment) -> str:
        return fold(read(self.texts[commitment.version_id], Stretch(commitment.clause_start, commitment.clause_end)))

    def _clause(self, suggestion: Suggestion) -> str:
        return fold(read(self.material.text, suggestion.clause))


def _in_same_sentence(commitment: Commitment, said: Iterable[Suggestion]) -> Suggestion | None:
    there = [each for each in said if fold(each.sentence_words) == fold(commitment.sentence)]
    return min(there, key=lambda each: each.target.aspect != commitment.aspect, default=None)


def _in_like_sentence(commitment: Commitment, said: Iterable[Suggestion]) -> Suggestion | None:
    alike = [(likeness(each.sentence_words, commitment.sentence), -each.position, each) for each in said]
    score, _position, found = max(alike, key=lambda each: each[:2], default=(0.0, 0, None))
    return found if score >= ALIKE else None


def compared(old: str, new: str) -> tuple[Run, ...]:
    """Two sentences as one, with what was struck and what was added."""
    runs: list[Run] = []
    for state, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        is_glimpse = state == "equal" and end - start < SHORTEST_RUN and start > 0 and end < len(old)
        if state == "equal" and not is_glimpse:
            runs.append(Run(old[start:end], "same"))
        else:
            runs += [Run(old[start:end], "old"), Run(new[new_start:new_end], "new")]
    return tuple(_gathered(runs))


def _gathered(runs: Iterable[Run]) -> Iterator[Run]:
    """Between two runs that stayed the same, everything struck and then everything added."""
    struck, added = "", ""
    for run in (*runs, Run("", "same")):
        if run.state == "same":
            yield from (each for each in (Run(struck, "old"), Run(added, "new"), run) if each.words)
            struck, added = "", ""
        elif run.state == "old":
            struck += run.words
        else:
            added += run.words


def _names_anew(commitment: Commitment) -> tuple[str, ...]:
    """What a new wording sets anew: the promise itself, and of the rest what no person chose otherwise."""
    chosen = {
        name
        for amendment in commitment.amendments.all()
        if amendment.action in {Action.ADOPTED, Action.AMENDED}
        for name in amendment.changes
    }
    return tuple(name for name in PROMISED_ANEW if name in drafts.PROMISED or name not in chosen)


def _changes(told: Mapping[str, Sequence[str]]) -> tuple[Change, ...]:
    differing = {name: pair for name, pair in told.items() if pair[0] != pair[1] and name not in {*PLACED, "indicator"}}
    return tuple(changes_of(differing))


def _score(commitment: Commitment, suggestion: Suggestion, theirs: frozenset[str]) -> float:
    """How likely both promise the same: an indicator told the same way surely; else as alike as their titles are."""
    same_way = commitment.aspect == suggestion.target.aspect
    if commitment.indicator or suggestion.indicator:
        is_same = commitment.indicator == suggestion.indicator and same_way
        return 2.0 if is_same else 0.0
    if (
        commitment.subject
        and same_way
        and (commitment.subject, commitment.unit)
        == (
            suggestion.subject,
            suggestion.target.unit,
        )
    ):
        return 1.5
    if (commitment.value is None) != (suggestion.target.value is None):
        return 0.0
    mine = pairs_of(fold(commitment.title))
    return len(mine & theirs) / len(mine | theirs) if mine or theirs else 0.0
