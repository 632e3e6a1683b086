"""Naming (定主语): which words of the sentence name what a series of numbers measures."""

import re

from taizhang.paper.quantities.mention import Mention, Writing
from taizhang.paper.quantities.units import Family
from taizhang.paper.statements.lexicon import phrases
from taizhang.paper.statements.predicate import Kind, Predicate, without_movement, without_reference
from taizhang.paper.statements.sentence import JOINTS, Sentence
from taizhang.paper.statements.subjects import Phrase, name_after, name_before, purpose_after, until_verb

_NAMELESS_AFTER = frozenset({Family.POINTS, Family.TIMES, Family.AGE, Family.CLOCK, Family.DURATION})
_JOINT = re.compile(r"、|以及|和|及|与")
_EXECUTED = re.compile(r"完成|执行")
_BUDGETED = re.compile(r"(?<=[入出])(?:年初|调整)?预算数?$")
_SHARE_OF = re.compile(r"(?<=[一-龥]{2})占[^，]{2,}(?:比重|比例)$")
_GRADE = re.compile(r"[级型类]$")
_COMPARING = frozenset({Kind.FROM, Kind.ABOVE, Kind.BELOW})
_MOVING = frozenset({Kind.RISE, Kind.FALL})


def named_after(sentence: Sentence, place: int, predicate: Predicate, floor: int) -> Phrase | None:
    """The name that follows the number at ``place``: 11个市重点技术改造项目."""
    mention = sentence.mentions[place]
    if not _may_be_followed(sentence.text, mention, predicate, floor):
        return None
    found = name_after(sentence.text, mention.outer_end, _end_of_item(sentence, place), mention.family)
    if found is None or (len(found.words) < 2 and mention.family is not Family.COUNT):
        return None
    if _GRADE.search(found.words):
        return _with_next_head(sentence, place, found)
    found = _owner_only(sentence, place, found) if mention.family is Family.COUNT else found
    means = phrases().means.suffix(sentence.text[floor : predicate.start].rstrip("，、 "))
    if mention.family is Family.MONEY and means:
        return Phrase(found.words + means, found.end, found.end)
    return found


def _owner_only(sentence: Sentence, place: int, found: Phrase) -> Phrase:
    """23户困难企业处置费用1.2亿元: the count is of the owners, the money of what they own."""
    following = sentence.mentions[place + 1] if place + 1 < len(sentence.mentions) else None
    if following is None or following.family is not Family.MONEY or found.end != following.outer_start:
        return found
    owners = phrases().owners
    end = next((end for end in range(2, len(found.words) - 1) if owners.suffix(found.words, end)), 0)
    return Phrase(found.words[:end], found.start, found.start + end) if end and found.is_whole else found


def _with_next_head(sentence: Sentence, place: int, found: Phrase) -> Phrase:
    """3个万亿级和7个千亿级产业集群: a grade without a head has the head of the next."""
    following = sentence.mentions[place + 1] if place + 1 < len(sentence.mentions) else None
    if following is None or sentence.text[found.end : following.outer_start] not in JOINTS:
        return found
    other = name_after(sentence.text, following.outer_end, sentence.limit(place + 1), following.family)
    _, grade, head = other.words.partition(found.words[-1]) if other is not None else ("", "", "")
    return Phrase(found.words + head, found.end, found.end) if grade and head else found


def _end_of_item(sentence: Sentence, place: int) -> int:
    """Where the item of a number ends: in 5所学校、助餐点47处 the first ends at 、."""
    limit = sentence.limit(place)
    if place + 1 < len(sentence.mentions) and limit == sentence.mentions[place + 1].outer_start:
        between = sentence.text[sentence.mentions[place].outer_end : limit]
        if between.endswith("等"):
            joint = _JOINT.search(between)  # 22轮强降水和云雀等15个台风
            return limit - len(between) + joint.start() if joint is not None else limit
        return limit - len(between) + between.rfind("、") if "、" in between else limit
    return limit


def _may_be_followed(text: str, mention: Mention, predicate: Predicate, floor: int) -> bool:
    """A growth, a rank or a share reached is not followed by its subject."""
    is_work = mention.family is Family.CLOCK and mention.unit[0] in "万亿"  # 6500万小时志愿服务
    is_nameless = mention.family in _NAMELESS_AFTER and not is_work
    if mention.writing is Writing.RANK or predicate.kind in _COMPARING or is_nameless:
        return False
    if predicate.kind in _MOVING:
        return mention.family is Family.COUNT and predicate.start <= floor
    is_reached = mention.family is Family.SHARE and predicate.kind is Kind.ARRIVAL
    return not is_reached or text.startswith("的", mention.outer_end)


def named_before(sentence: Sentence, floor: int, predicate: Predicate, family: Family) -> Phrase | None:
    """The name in front of the predicate, made whole where it leans on the topic."""
    is_object = predicate.kind is Kind.NONE
    found = name_before(sentence.text, floor, predicate.start, is_object=is_object)
    if found is None:
        return None
    known = phrases()
    relational = known.relational.prefix(found.words)
    if relational and (relational == found.words or relational in known.open_relations):
        return related(sentence.topic, found)
    may_share = not is_object or (family is Family.MONEY and not found.verb and bool(sentence.reads))
    may_share = may_share and predicate.kind not in _COMPARING
    return _with_gap(sentence.topic, found) if may_share and sentence.topic is not None else found


def related(topic: Phrase | None, found: Phrase) -> Phrase:
    """占全国比重 belongs to what the clause before was about."""
    if topic is None:
        return found
    if topic.words.endswith(found.words):
        return topic
    if found.words in phrases().extents:
        owner = topic.words.removesuffix(phrases().measures.suffix(topic.words))
        return Phrase(owner + found.words, found.end, found.end, found.verb)
    return Phrase(topic.words + found.words, found.end, found.end, found.verb, is_relational=True)


def _with_gap(topic: Phrase, found: Phrase) -> Phrase:
    """城镇居民收入提高到…，农村居民提高到…: the second shares what the first goes on with."""
    known = phrases()
    words = found.words.partition("（")[0]
    if (
        len(words) < 2
        or known.measures.suffix(words)
        or known.measures.suffix(found.words)
        or not known.measures.suffix(topic.words)
    ):
        return found
    measure = known.measures.suffix(topic.words)
    if words[-1] == "类" and "类" not in topic.words and measure[-1] in "格额值量":
        return Phrase(words + measure, found.end, found.end, found.verb)
    for length in (2, 1):
        ending = words[-length:]
        place = topic.words.find(ending)
        shared = topic.words[place + length :]
        if (
            place >= 0
            and shared
            and shared not in words
            and (length == 2 or (ending in known.same_kinds and shared in known.measures))
        ):
            return Phrase(words + shared, found.end, found.end, found.verb)
    return found


def named_with_next(sentence: Sentence, place: int) -> Phrase | None:
    """3800户、58万平方米棚户区改造: two numbers of different sorts before one name."""
    mentions = sentence.mentions
    if place + 1 >= len(mentions):
        return None
    here, following = mentions[place], mentions[place + 1]
    if sentence.text[here.outer_end : following.outer_start] not in JOINTS:
        return None
    return name_after(sentence.text, following.outer_end, sentence.limit(place + 1), following.family)


def named_by_purpose(sentence: Sentence, place: int, predicate: Predicate, floor: int) -> Phrase | None:
    """投入12亿元实施…: money with a verb but no object of its own is told by what it is spent on, else by the verb; years in a
    row by what happened in them (连续3年获评…)."""
    mention = sentence.mentions[place]
    words = sentence.text[floor : predicate.start].strip("、，： ")
    if mention.family is Family.DURATION and not words and not sentence.reads:
        return purpose_after(sentence.text, mention.outer_end, sentence.limit(place))
    is_bare = not words and sentence.text.startswith("安排", predicate.start)
    if mention.family is not Family.MONEY or not (is_bare or (words and predicate.kind is Kind.NONE)):
        return None
    purpose = purpose_after(sentence.text, mention.outer_end, sentence.limit(place))
    verb = phrases().strong_words.suffix(words) or phrases().weak.suffix(words)
    return purpose or (Phrase(verb, predicate.start - len(verb), predicate.start) if verb else None)


def named_in_clause_before(sentence: Sentence, floor: int) -> Phrase | None:
    """What the clause in front is about, where the number's own clause does not say."""
    clause = sentence.clause_before(floor)
    if clause is None:
        return None
    start, end = clause
    end = without_reference(sentence.text, start, until_verb(sentence.text, start, end))
    return name_before(sentence.text, start, end, is_object=False)


def moved_in_clause_before(sentence: Sentence, floor: int) -> Phrase | None:
    """纺织业快速增长，增长9%: the clause in front says without a number what moved."""
    clause = sentence.clause_before(floor)
    if clause is None or sentence.text[floor - 1 : floor] not in {"，", "；"} or sentence.has_number(*clause):
        return None
    start, end = clause
    place, kind = without_movement(sentence.text, start, end)
    return name_before(sentence.text, start, place, is_object=False) if kind in _MOVING else None


def carried_on(text: str, topic: Phrase, mention: Mention, predicate: Predicate) -> Phrase:
    """收入预算12亿元，实际完成13亿元: what is done is income, no longer a budget of it.

    In the same way 增加值占比重达到12%，年均增长10% goes on about what has that share.
    """
    is_done = predicate.is_share_of or predicate.kind in _MOVING
    is_done = is_done or _EXECUTED.search(text, predicate.start, mention.outer_start) is not None
    words = _BUDGETED.sub("", topic.words) if is_done else topic.words
    if predicate.kind in _MOVING and mention.family is Family.SHARE:
        words = _SHARE_OF.sub("", words)
    return Phrase(words, topic.end, topic.end, topic.verb) if words != topic.words else topic
