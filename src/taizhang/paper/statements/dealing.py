"""Dealing (分配): giving each number of a series its subject — one each after 分别, the same after 均."""

from collections.abc import Iterator, Sequence

from taizhang.paper.quantities.mention import Mention
from taizhang.paper.quantities.units import Family
from taizhang.paper.statements.coordination import all_conjuncts, conjuncts
from taizhang.paper.statements.lexicon import phrases
from taizhang.paper.statements.naming import carried_on, moved_in_clause_before, named_in_clause_before, related
from taizhang.paper.statements.predicate import Kind, Predicate
from taizhang.paper.statements.sentence import Sentence
from taizhang.paper.statements.statement import Aspect, Doubt
from taizhang.paper.statements.subjects import Phrase

Dealt = tuple[Mention, Phrase, tuple[Doubt, ...]]


def deal(
    sentence: Sentence, series: Sequence[Mention], phrase: Phrase | None, predicate: Predicate, floor: int
) -> Iterator[Dealt]:
    """Each number of a series with its subject and what is doubtful about that."""
    one_each = _one_each(sentence, len(series), phrase, predicate, floor)
    if one_each is not None:
        yield from ((mention, subject, ()) for mention, subject in zip(series, one_each, strict=True))
    elif phrase is not None and len(series) == 1 and (predicate.deals_same or predicate.deals_out):
        equals = all_conjuncts(phrase.words, is_told=predicate.deals_out)
        yield from ((series[0], subject, ()) for subject in _all_the_same(sentence, phrase, equals))
    else:
        subject, doubts = _told_or_guessed(sentence, series[0], phrase, predicate, floor)
        if phrase is not None and "、" in phrase.words and series[0].outer_end > series[0].end:
            doubts = (*doubts, Doubt.EACH_OR_TOTAL)
        yield from ((mention, subject, doubts) for mention in series)


def _one_each(
    sentence: Sentence, count: int, phrase: Phrase | None, predicate: Predicate, floor: int
) -> list[Phrase] | None:
    if count == 1 and not predicate.deals_out:
        return None
    if phrase is not None:
        owners = _told_before(sentence, count)
        if phrase.is_relational and predicate.deals_out and owners is not None:
            return _each_related(sentence, owners, phrase)
        is_list = predicate.deals_out or predicate.kind is not Kind.NONE
        return _parts(phrase, conjuncts(phrase.words, count)) if is_list else None
    earlier_series = _series_before(sentence, count)
    if earlier_series is not None or not predicate.deals_out:
        return earlier_series
    owners = _told_before(sentence, count)
    if owners is not None:
        return owners
    earlier = named_in_clause_before(sentence, floor)
    return _parts(earlier, conjuncts(earlier.words, count)) if earlier is not None else None


def _each_related(sentence: Sentence, owners: list[Phrase], phrase: Phrase) -> list[Phrase]:
    """企业13家、园区5个，总数分别达40家、9个: one total for each of the things told before."""
    topic = sentence.topic.words if sentence.topic is not None else ""
    head = Phrase(phrase.words.removeprefix(topic), phrase.end, phrase.end)
    return [related(owner, head) for owner in owners]


def _told_before(sentence: Sentence, count: int) -> list[Phrase] | None:
    """The last ``count`` things told: amounts, else a series dealt out just before."""
    if count < 2:
        return None
    return sentence.subjects[-count:] if len(sentence.subjects) >= count else _series_before(sentence, count)


def _series_before(sentence: Sentence, count: int) -> list[Phrase] | None:
    """达到120家和310家，是2020年的2倍、3倍: a list of numbers is about what the list just before was about."""
    earlier = sentence.reads[-count:]
    is_series = len(earlier) == count and len({read.subject.words for read in earlier}) == count
    is_from = is_series and all(read.predicate.kind is Kind.FROM for read in earlier)
    is_dealt = is_series and all(
        read.predicate.deals_out and read.predicate == earlier[0].predicate for read in earlier
    )
    return [read.subject for read in earlier] if count > 1 and (is_from or is_dealt) else None


def _parts(phrase: Phrase, words: list[str] | None) -> list[Phrase] | None:
    return None if words is None else [_part(phrase, part) for part in words]


def _part(phrase: Phrase, words: str) -> Phrase:
    return phrase if words == phrase.words else Phrase(words, phrase.end, phrase.end, phrase.verb)


def _all_the_same(sentence: Sentence, phrase: Phrase, equals: list[str]) -> list[Phrase]:
    """制造业贷款、科技贷款均增长…: the number is shared."""
    parts = [_part(phrase, words) for words in equals]
    if any(part.words in phrases().relational for part in parts):
        return [related(sentence.topic, part) if part.words in phrases().relational else part for part in parts]
    return parts


def _same_measure_before(sentence: Sentence, mention: Mention) -> Phrase | None:
    """由31%提高到36%; 占比达11.3%、提高0.2个百分点: of the same share, which is never a topic."""
    if not sentence.reads:
        return None
    last = sentence.reads[-1]
    is_end = last.predicate.kind is Kind.FROM and last.mention.family is mention.family
    is_share = last.mention.family is Family.SHARE and last.aspect is Aspect.LEVEL and last.subject.is_relational
    return last.subject if is_end or (is_share and mention.family is Family.POINTS) else None


def _told_or_guessed(
    sentence: Sentence, mention: Mention, phrase: Phrase | None, predicate: Predicate, floor: int
) -> tuple[Phrase, tuple[Doubt, ...]]:
    told = phrase or moved_in_clause_before(sentence, floor) or _same_measure_before(sentence, mention)
    if told is not None:
        return told, ()
    if sentence.reads and sentence.topic is not None:
        return carried_on(sentence.text, sentence.topic, mention, predicate), ()
    guessed = named_in_clause_before(sentence, floor) or sentence.topic or Phrase("", floor, floor)
    return guessed, (Doubt.SUBJECT_GUESSED,)
