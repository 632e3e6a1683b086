"""Reading (读句): the numbers of one sentence, each with its subject, predicate and aspect."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from taizhang.paper.quantities.mention import Mention, Writing
from taizhang.paper.quantities.units import Family, named_by
from taizhang.paper.statements.admission import states_something, without_categories
from taizhang.paper.statements.aspects import read_aspect
from taizhang.paper.statements.clauses import clause_marks
from taizhang.paper.statements.coordination import all_conjuncts, conjuncts
from taizhang.paper.statements.lexicon import phrases
from taizhang.paper.statements.predicate import Kind, Predicate, read_predicate, without_predicate
from taizhang.paper.statements.statement import Aspect, Doubt
from taizhang.paper.statements.subjects import Phrase, name_after, name_before, until_verb

_JOINTS = {"、", "和", "及", "与", "以及", "、和"}
_OF_MEANS = {"投资", "总投资", "计划投资", "完成投资", "计划总投资", "估算投资", "预计投资", "累计投资", "概算投资", "概算总投资"}


@dataclass(frozen=True, slots=True)
class Read:
    """Read (读得): a number and what its clause says of it."""

    mention: Mention
    subject: Phrase
    aspect: Aspect
    sign: int
    predicate: Predicate
    doubts: tuple[Doubt, ...] = ()


@dataclass(slots=True)
class _Sentence:
    """What has been read so far of a sentence."""

    text: str
    start: int
    end: int
    marks: list[int]
    topic: Phrase | None
    reads: list[Read] = field(default_factory=list)
    dealt: int = 0
    subjects: list[Phrase] = field(default_factory=list)


def read_sentence(text: str, start: int, end: int, mentions: Sequence[Mention], topic: Phrase | None) -> list[Read]:
    """Read the numbers of the sentence ``text[start:end]``; ``topic`` is what the sentence before was about."""
    state = _Sentence(text, start, end, [start + mark for mark in clause_marks(text[start:end])], topic)
    mentions = without_categories(text, mentions)
    place = 0
    while place < len(mentions):
        series = _series(text, mentions, place)
        _read_series(state, mentions, place, series)
        place += series
    return state.reads


def _series(text: str, mentions: Sequence[Mention], place: int) -> int:
    """How many numbers stand in a row with nothing but 、 or 和 between them."""
    last = place
    while last + 1 < len(mentions):
        between = text[mentions[last].outer_end : mentions[last + 1].outer_start].strip()
        if between not in _JOINTS or not _same_sort(mentions[last], mentions[last + 1]):
            break
        last += 1
    return last - place + 1


def _same_sort(one: Mention, other: Mention) -> bool:
    return one.family is other.family or one.family is Family.BARE or other.family is Family.BARE


def _bounds(state: _Sentence, mentions: Sequence[Mention], place: int, size: int) -> tuple[int, int]:
    """From where to where the words of a series of numbers may lie."""
    first, last = mentions[place], mentions[place + size - 1]
    index = bisect_left(state.marks, first.start)
    floor = state.marks[index - 1] + 1 if index else state.start
    if place:
        floor = max(floor, mentions[place - 1].outer_end)
    bracket = max(state.text.rfind(mark, floor, first.start) for mark in "（(")
    if bracket >= floor and not any(mark in state.text[bracket : first.start] for mark in "）)"):
        floor = bracket + 1
    index = bisect_left(state.marks, last.end)
    limit = state.marks[index] if index < len(state.marks) else state.end
    if place + size < len(mentions):
        limit = min(limit, mentions[place + size].outer_start)
    return floor, limit


def _read_series(state: _Sentence, mentions: Sequence[Mention], place: int, size: int) -> None:
    floor, limit = _bounds(state, mentions, place, size)
    predicate = read_predicate(state.text, floor, mentions[place])
    series = [
        mention
        for mention in mentions[place : place + size]
        if states_something(state.text, mention, predicate, limit)
    ]
    if not series:
        return
    named = _named_after(state, series[-1], predicate, floor, limit)
    phrase = named or _named_before(state, floor, predicate) or _named_with_next(state, mentions, place + size)
    for mention, told, doubts in _deal(state, series, phrase, predicate, floor):
        subject = _named_by_unit(mention) or told
        aspect, sign = read_aspect(mention, predicate, subject, is_named_after=named is not None)
        state.reads.append(Read(mention, subject, aspect, sign, predicate, doubts))
        state.topic = subject
        if aspect is Aspect.LEVEL:
            state.subjects.append(subject)


def _named_after(state: _Sentence, mention: Mention, predicate: Predicate, floor: int, limit: int) -> Phrase | None:
    if mention.writing is Writing.RANK or predicate.kind in {Kind.FROM, Kind.ABOVE, Kind.BELOW}:
        return None
    if predicate.kind in {Kind.RISE, Kind.FALL} and (mention.family is not Family.COUNT or predicate.start > floor):
        return None
    if mention.family in {Family.POINTS, Family.TIMES, Family.AGE, Family.CLOCK, Family.DURATION}:
        return None
    if mention.family is Family.SHARE and predicate.kind is Kind.ARRIVAL and not state.text.startswith("的", mention.outer_end):
        return None
    found = name_after(state.text, mention.outer_end, limit, mention.family)
    if found is None or len(found.words) < 2 and mention.family is not Family.COUNT:
        return None
    means = state.text[floor : predicate.start].strip("，、 ")
    if mention.family is Family.MONEY and (end := next((word for word in _OF_MEANS if means.endswith(word)), None)):
        return Phrase(found.words + end, found.end, found.end)
    return found


def _named_with_next(state: _Sentence, mentions: Sequence[Mention], place: int) -> Phrase | None:
    """3800户、58万平方米棚户区改造: two numbers of different sorts before one name."""
    if place >= len(mentions) or state.text[mentions[place - 1].outer_end : mentions[place].outer_start] not in _JOINTS:
        return None
    _, limit = _bounds(state, mentions, place, 1)
    return name_after(state.text, mentions[place].outer_end, limit, mentions[place].family)


def _named_by_unit(mention: Mention) -> Phrase | None:
    """9金: some units say themselves what they count."""
    name = named_by(mention.unit)
    return Phrase(name, mention.start, mention.start) if name else None


def _named_before(state: _Sentence, floor: int, predicate: Predicate) -> Phrase | None:
    is_object = predicate.kind is Kind.NONE
    found = name_before(state.text, floor, predicate.start, is_object=is_object)
    if found is None:
        return None
    relational = phrases().relational.prefix(found.words)
    if state.topic is not None and relational and (relational == found.words or relational in {"占", "在全国", "在全省", "其"}):
        return Phrase(state.topic.words + found.words, found.end, found.end, found.verb)
    return _with_gap(state.topic, found) if not is_object and state.topic is not None else found


def _with_gap(topic: Phrase, found: Phrase) -> Phrase:
    """城镇居民收入提高到…，农村居民提高到…: the second shares what the first goes on with."""
    measures = phrases().measures
    words = found.words.partition("（")[0]
    place = topic.words.find(words[-2:]) if len(words) > 1 else -1
    if place < 0 or measures.suffix(words) or not measures.suffix(topic.words) or place + 2 >= len(topic.words):
        return found
    return Phrase(words + topic.words[place + 2 :], found.end, found.end, found.verb)


def _deal(
    state: _Sentence, series: list[Mention], phrase: Phrase | None, predicate: Predicate, floor: int
) -> list[tuple[Mention, Phrase, tuple[Doubt, ...]]]:
    """Give each number of a series its subject."""
    if len(series) > 1 or predicate.deals_out:
        dealt = _dealt_out(state, len(series), phrase, floor)
        if dealt is not None and (predicate.deals_out or phrase is not None and predicate.kind is not Kind.NONE):
            return [(mention, subject, ()) for mention, subject in zip(series, dealt, strict=True)]
    if phrase is not None and predicate.deals_same and len(series) == 1:
        shared = all_conjuncts(phrase.words)
        return [(series[0], _part(phrase, words), ()) for words in shared]
    subject, doubts = _told_or_guessed(state, phrase, floor)
    if phrase is not None and "、" in phrase.words and series[0].outer_end > series[0].end:
        doubts = (*doubts, Doubt.EACH_OR_TOTAL)
    return [(mention, subject, doubts) for mention in series]


def _dealt_out(state: _Sentence, count: int, phrase: Phrase | None, floor: int) -> list[Phrase] | None:
    if phrase is not None:
        parts = conjuncts(phrase.words, count)
        if parts is not None:
            return [_part(phrase, words) for words in parts]
        return None
    if len(state.subjects) >= count > 1:
        return state.subjects[-count:]
    earlier = _clause_before(state, floor)
    parts = conjuncts(earlier.words, count) if earlier is not None else None
    return [Phrase(words, floor, floor) for words in parts] if parts is not None else None


def _part(phrase: Phrase, words: str) -> Phrase:
    return phrase if words == phrase.words else Phrase(words, phrase.end, phrase.end, phrase.verb)


def _told_or_guessed(state: _Sentence, phrase: Phrase | None, floor: int) -> tuple[Phrase, tuple[Doubt, ...]]:
    if phrase is not None:
        return phrase, ()
    if state.reads and state.topic is not None:
        return state.topic, ()
    guessed = _clause_before(state, floor) or state.topic
    if guessed is None:
        return Phrase("", floor, floor), (Doubt.SUBJECT_GUESSED,)
    return guessed, (Doubt.SUBJECT_GUESSED,)


def _clause_before(state: _Sentence, floor: int) -> Phrase | None:
    """What the clause in front is about, where the number's own clause does not say."""
    index = bisect_left(state.marks, floor) - 1
    if index < 0:
        return None
    start = state.marks[index - 1] + 1 if index else state.start
    end = without_predicate(state.text, start, until_verb(state.text, start, state.marks[index]))
    return name_before(state.text, start, end, is_object=False)
