"""Reading (读句): the numbers of one sentence, each with its subject, predicate and aspect."""

from collections.abc import Sequence
from dataclasses import replace

from taizhang.paper.quantities.mention import Mention
from taizhang.paper.quantities.units import Family, named_by
from taizhang.paper.statements.admission import states_something, without_categories
from taizhang.paper.statements.aspects import read_aspect
from taizhang.paper.statements.clauses import circumstances, clause_marks
from taizhang.paper.statements.dealing import deal
from taizhang.paper.statements.lexicon import phrases
from taizhang.paper.statements.naming import named_after, named_before, named_by_purpose, named_with_next
from taizhang.paper.statements.predicate import Kind, Predicate, own_movement, read_predicate
from taizhang.paper.statements.sentence import Read, Sentence
from taizhang.paper.statements.statement import Aspect, Doubt
from taizhang.paper.statements.subjects import Phrase, name_before

_LONGEST_HEADING = 20


def read_sentence(text: str, start: int, end: int, mentions: Sequence[Mention], topic: Phrase | None) -> Sentence:
    """Read the numbers of the sentence ``text[start:end]``; ``topic`` is what the sentence before was about."""
    marks = [start + mark for mark in clause_marks(text[start:end])]
    asides = [(start + one, start + other) for one, other in circumstances(text[start:end])]
    sentence = Sentence(text, start, end, marks, without_categories(text, mentions), asides, topic)
    place = 0
    while place < len(sentence.mentions):
        after = sentence.series_from(place)
        _read_series(sentence, place, after)
        place = after
    return sentence


def topic_of_heading(text: str, start: int, end: int) -> Phrase | None:
    """基本支出。安排3亿元: a heading that runs into its paragraph names a measure."""
    found = name_before(text, start, end - 1, is_object=False) if end - start <= _LONGEST_HEADING else None
    return found if found is not None and phrases().measures.suffix(found.words) else None


def _read_series(sentence: Sentence, place: int, after: int) -> None:
    floor = sentence.floor(place)
    last = after - 1
    predicate = read_predicate(sentence.text, floor, sentence.mentions[place], sentence.mentions[last].family)
    series = [
        mention for mention in sentence.mentions[place:after] if states_something(sentence.text, mention, predicate)
    ]
    if not series:
        return
    following = named_after(sentence, last, predicate, floor)
    before = named_before(sentence, floor, predicate, sentence.mentions[last].family)
    before = _with_verb_before(sentence, floor, before) if before is not None else None
    phrase = (
        following or before or named_with_next(sentence, last) or named_by_purpose(sentence, last, predicate, floor)
    )
    is_attribute = _is_attribute(series[-1], predicate, following, before)
    dealt = list(deal(sentence, series, phrase, predicate, floor))
    for to_come, (mention, told, doubts) in zip(range(len(dealt) - 1, -1, -1), dealt, strict=True):
        subject = _named_by_unit(mention) or told
        own = own_movement(sentence.text, mention, predicate)
        aspect, sign = read_aspect(mention, own, subject, is_named_after=following is not None)
        doubts = _with_scope(doubts, predicate)
        _note(sentence, Read(mention, subject, aspect, sign, own, is_attribute, doubts, to_come))


def _with_verb_before(sentence: Sentence, floor: int, found: Phrase) -> Phrase:
    """压减时间58%、材料52%: an item without a verb has that of the item before."""
    is_item = bool(sentence.reads) and not found.verb and "、" in sentence.text[max(0, floor - 1) : floor + 1]
    last = sentence.reads[-1] if is_item else None
    return replace(found, verb=last.subject.verb) if last is not None and last.predicate.kind is Kind.NONE else found


def _note(sentence: Sentence, read: Read) -> None:
    """Remember a number; what stands in brackets or leans on the topic does not become the topic."""
    sentence.reads.append(read)
    if not read.subject.is_relational and not sentence.is_aside(read.mention.start):
        sentence.topic = read.subject
    if read.aspect is Aspect.LEVEL:
        sentence.subjects.append(read.subject)


def _named_by_unit(mention: Mention) -> Phrase | None:
    """9金: some units say themselves what they count."""
    name = named_by(mention.unit)
    return Phrase(name, mention.start, mention.start) if name else None


def _is_attribute(mention: Mention, predicate: Predicate, following: Phrase | None, before: Phrase | None) -> bool:
    """大唐700万吨露天矿: an amount between two parts of a name describes the thing named."""
    return (
        mention.family is Family.MEASURE
        and predicate.kind is Kind.NONE
        and following is not None
        and before is not None
    )


def _with_scope(doubts: tuple[Doubt, ...], predicate: Predicate) -> tuple[Doubt, ...]:
    """完成年度任务的118.2% does not say which of the things before it is meant."""
    return (*doubts, Doubt.SCOPE_UNCLEAR) if predicate.is_share_of else doubts
