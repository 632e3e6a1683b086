"""Subjects (主语): the shortest phrase that names what a number measures, before it or after it."""

import re
from dataclasses import dataclass
from itertools import chain

from taizhang.paper.quantities.units import Family
from taizhang.paper.statements.lexicon import phrases
from taizhang.paper.statements.predicate import without_predicate

# 的 itself, and what may stand between a numeral and its noun: 5000个已建成自然村.
_PARTICIPLE = re.compile(r"的|(?:已建成?|已有|现有|新建成)的?")
# 40个吸引力强、带动面广的场景: properties in a row, and then the name.
_PROPERTIES = re.compile(
    r"[^，。；、的]{1,8}[强大高好优新足多广快深佳](?:、[^，。；、的]{1,8}[强大高好优新足多广快深佳])+的"
)
# 104种工业产品中: the things among which; 高中 and 集中 are words of their own.
_AMONG = re.compile(r"(?<![高初职集其空])中$")
_ACHIEVED = re.compile(r"(?P<who>[^，。；]{2,24}?)(?:累计|共)?(?:实现|完成)(?P<what>[^，。；、]{2,16})")
_SCOPES = re.compile(r"[全我](?:国|省|市|区|县|州|盟|旗|镇|乡|自治区)")
_ASIDE = re.compile(r"（(?:不?含|下同|以下|包括|按|扣|不包括)[^（）]*）$")
_CAUSE = re.compile(r"(?:受[^，；。]{1,16}影响|在[^，；。]{2,30}(?:情况|背景|前提|条件|形势|压力)下)$")
_NOISE = re.compile(r"\s+|\[\d{1,3}\]")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"), ("‘", "’"))
_PAIRED = re.compile("[" + re.escape("".join(chain.from_iterable(_PAIRS))) + "]")
_FUNDS = ("投资", "资金", "外资", "内资")
_WHOLES = frozenset(
    f"{scope}{place}"
    for scope in "全我本"
    for place in ("国", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "自治区", "域", "社会")
) | {"全", "各地", "各级", "其", "其中"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Phrase (词组): a noun phrase.

    Attributes:
        words: cleaned of spaces and footnote marks.
        start, end: where it stands in the paragraph's text; equal where it was put together from several places.
        verb: the verb that governs it (减少, 新增), or an empty word.
        is_relational: whether its owner had to be put in front (占全国比重).
    """

    words: str
    start: int
    end: int
    verb: str = ""
    is_relational: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the words stand together in the text."""
        return self.end > self.start


def name_before(text: str, floor: int, end: int, *, is_object: bool) -> Phrase | None:
    """The phrase that ends at ``end``.

    Args:
        is_object: whether it may be the object of a verb inside the clause (为劳动者追回工资17.5亿元); otherwise only
            verbs in front of it are taken off.
    """
    start, verb = _skip_leading(text, floor, end)
    achieved = _achieved(text, start, end)
    if achieved is not None:
        return achieved
    cause = _CAUSE.search(text, start, end)
    end = cause.start() if cause is not None and cause.start() > start else end
    if is_object:
        end = _before_last_verb(text, start, end)
        start, verb = _after_last_verb(text, start, end, verb)
        start = _after_and_so_on(text, start, end)
        start, verb = _next_deed(text, start, end, verb)
    while end > start and text[end - 1] in "的、，：—–- 　等":
        end -= 1
    found = _phrase(text, start, end, verb)
    known = phrases()
    if found is None or verb in known.verbs_of_doing or found.words in known.relational:
        return found
    return None if found.words in known.strong_words or found.words in known.weak else found


def _achieved(text: str, start: int, end: int) -> Phrase | None:
    """青山县实现地区生产总值…: an owner and its measure, with a verb between them that says nothing."""
    match = _ACHIEVED.fullmatch(text, start, end)
    known = phrases()
    if match is None or not known.measures.suffix(match["what"]) or known.strong.search(match["who"]):
        return None
    if known.keep.prefix(text, match.start("what") - 2):
        return None  # 完成投资 is a name of its own
    is_owner = known.owners.suffix(match["who"]) or match["who"][-1] in known.same_kinds
    return Phrase(match["who"] + match["what"], end, end) if is_owner else None


def _skip_leading(text: str, start: int, end: int) -> tuple[int, str]:
    """Past time words, adverbs, connectives and verbs in front of a name, and the last verb passed."""
    known = phrases()
    verb = ""
    while start < end:
        pattern = known.leading_patterns.match(text, start, end)
        if pattern is not None:
            start = pattern.end()
            continue
        start = _past_whole(text, start, end)
        kept = known.keep.prefix(text, start)
        word = known.leading.prefix(text, start)
        action = known.strong_words.prefix(text, start) or known.weak.prefix(text, start)
        longest = max(word, action, key=len)
        rest = start + len(longest)
        if not longest or (kept and len(kept) >= len(longest)) or rest > end:
            break
        if longest == action != word and (end - rest < 2 or _belongs_to_noun(text, rest, end)):
            break
        verb = action if longest == action else verb
        start = rest
    return start, verb


def _names_with(text: str, verb_end: int, end: int) -> bool:
    """专利培育中心, 旅游接待人数: inside a phrase a verb before a bare head makes the head's name."""
    rest = text[verb_end:end]
    known = phrases()
    is_number = rest in known.measures and rest[-1] in "数次量率额值"
    return is_number or rest in known.nominal_heads or _belongs_to_noun(text, verb_end, end)


def _past_whole(text: str, start: int, end: int) -> int:
    """全国共有…: the whole country is not what is measured where a verb follows it."""
    whole = _SCOPES.match(text, start, end)
    if whole is None:
        return start
    known = phrases()
    verb = known.strong_words.prefix(text, whole.end()) or known.leading.prefix(text, whole.end())
    return whole.end() if verb and len(known.keep.prefix(text, whole.end())) < len(verb) else start


def _belongs_to_noun(text: str, verb_end: int, end: int) -> bool:
    """治理率, 竣工面积: a verb whose object would be a bare measure is part of that measure's name."""
    known = phrases()
    return text[verb_end] in known.nominal_suffixes or text[verb_end:end] in known.relational


def _after_last_verb(text: str, start: int, end: int, verb: str) -> tuple[int, str]:
    found = None
    known = phrases()
    for match in known.strong.finditer(text, start, end):
        begins_item = (
            text[match.start() - 1] in "、，" and text[match.end() : match.end() + 1] not in known.nominal_suffixes
        )
        if (
            match[1]
            and end - match.end() >= 2
            and text[match.end()] != "占"
            and (begins_item or not _names_with(text, match.end(), end))
        ):
            found = match if match.start() > start else found
        elif match.end() == end and match[0].endswith(_FUNDS) and known.strong_words.prefix(match[0]):
            return match.start(), verb  # 项目完成投资…: an established name that begins with a verb
    if found is None:
        return start, verb
    start, last = _skip_leading(text, found.end(), end)
    return start, last or found[1]


def _next_deed(text: str, start: int, end: int, verb: str) -> tuple[int, str]:
    """建设优品库、精准服务企业5000家: after 、 an adverb and a verb begin another deed."""
    item = text.rfind("、", start, end) + 1
    if not item or not phrases().leading.prefix(text, item):
        return start, verb
    begin, deed = _skip_leading(text, item, end)
    return (begin, deed) if deed and end - begin >= 2 else (start, verb)


def _before_last_verb(text: str, start: int, end: int) -> int:
    """中欧班列累计开行1.7万列: a verb right before the number has its subject in front."""
    verb = phrases().strong_words.suffix(text, end)
    place = end - len(verb)
    if not verb or place - start < 2 or phrases().keep.suffix(text, end):
        return end
    while place > start and (word := phrases().leading.suffix(text, place)):
        place -= len(word)
    name, _ = _skip_leading(text, start, place)
    return place if place - name >= 2 else end


def _after_and_so_on(text: str, start: int, end: int) -> int:
    """In 世纪中学等中小学5所 the name is what follows 等."""
    place = text.rfind("等", start, end - 2)
    if place <= start or text[place + 1] in "级级候待值离额同效压边于":
        return start
    return place + 1 + (text[place + 1] == "的")


def name_after(text: str, start: int, limit: int, family: Family) -> Phrase | None:
    """The phrase right after a numeral (11个市重点技术改造项目), or None where no name begins there."""
    begin = _begin_of_name(text, start, limit)
    if begin is None or _begins_action(text, begin, limit, family):
        return None
    end = _end_of_list(text, begin, _before_predicate(text, begin, until_verb(text, begin, limit)))
    items = text.find("、", begin, end)
    if items > begin and (family is Family.MEASURE or (items - begin > 3 and "等" in text[items:end])):
        end = items
    if phrases().transparent.suffix(text, end):
        return None
    end -= _AMONG.search(text, begin + 2, end) is not None
    return _phrase(text, begin, _without_works(text, begin, end) if family is Family.COUNT else end, "")


def _begin_of_name(text: str, start: int, limit: int) -> int | None:
    """Where the name behind a numeral begins: past blanks, properties in a row and participles."""
    known = phrases()
    while start < limit and text[start] in " 　":
        start += 1
    properties = _PROPERTIES.match(text, start, limit)
    start = properties.end() if properties is not None else start
    participle = _PARTICIPLE.match(text, start, limit)
    if participle is not None:
        start = participle.end()
    elif known.not_after.prefix(text, start) and not known.but_after.prefix(text, start):
        return None
    return start if start < limit and _begins_name(text[start]) else None


def _before_predicate(text: str, start: int, end: int) -> int:
    """The end of a name in front of its predicate; in 300项改革任务 the last word is a noun."""
    place = without_predicate(text, start, end)
    return end if text[place:end] in phrases().goals else place


def purpose_after(text: str, start: int, limit: int) -> Phrase | None:
    """投入12亿元实施…: what money is spent on, where nothing else is named."""
    start, verb = _skip_leading(text, start, limit)
    return _phrase(text, start, _end_of_list(text, start, limit), "") if verb else None


def until_verb(text: str, start: int, limit: int) -> int:
    """Where the first verb that speaks of the name beginning at ``start`` stands."""
    known = phrases()
    for pattern, shortest in ((known.until, 1), (known.named_verbs, 2)):
        for match in pattern.finditer(text, start, limit):
            if match[1] and match.start() >= start + shortest:
                limit = match.start()
                break
    return limit


def _begins_action(text: str, start: int, limit: int, family: Family) -> bool:
    """Whether a verb, with or without an adverb, begins here rather than a name: 投资4.5亿元妥善解决…"""
    known = phrases()
    place = start
    while (word := known.leading.prefix(text, place)) and len(word) > 1:
        place += len(word)
    match = known.named_verbs.match(text, place)
    verb = (known.strong_words.prefix(text, place) or known.weak.prefix(text, place)) if family is Family.MONEY else ""
    until = known.until.match(text, place, limit)
    if until is not None and until[1] and until.end() == limit:
        return True  # 吸引4000万人次参与
    rest = place + len(verb)
    head = known.funds.prefix(text, rest)
    is_work = bool(known.weak.prefix(text, rest + len(head)))  # 支持项目建设
    is_spent = len(verb) > 1 and (not head or is_work)
    return is_spent or (match is not None and bool(match[1]))


def _begins_name(mark: str) -> bool:
    return "一" <= mark <= "龥" or mark in "“《" or mark.isalnum()


def _end_of_list(text: str, start: int, end: int) -> int:
    """Leave out what comes after the last 、 where it is the verb of the next item."""
    known = phrases()
    while end > start and text[end - 1] in "、和及与以或等的，并 　":
        end -= 1
    place = text.rfind("、", start, end)
    if place > start:
        rest = text[place + 1 : end]
        if known.strong_words.prefix(rest) or known.leading.prefix(rest) == rest or known.weak.prefix(rest) == rest:
            return place
    return end


def _without_works(text: str, start: int, end: int) -> int:
    while (work := phrases().works.suffix(text, end)) and end - len(work) - start >= 2:
        end -= len(work)
    return end - (text[end - 1] == "的" and end - start > 2)


def _phrase(text: str, start: int, end: int, verb: str) -> Phrase | None:
    start, end = _balance(text, start, end)
    aside = _ASIDE.search(text, start, end)
    end = aside.start() if aside is not None else end
    words = _NOISE.sub("", text[start:end])
    if not words or words in _WHOLES or not any(_begins_name(mark) for mark in words):
        return None
    return Phrase(words, start, end, verb)


def _balance(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop a bracket or quotation mark whose partner lies outside the phrase."""
    if _PAIRED.search(text, start, end) is None:
        return start, end
    for opening, closing in _PAIRS:
        stretch = text[start:end]
        if stretch.count(opening) == stretch.count(closing):
            continue
        last_open, first_close = stretch.rfind(opening), stretch.find(closing)
        if stretch.count(opening) > stretch.count(closing):
            if last_open < len(stretch) // 2:
                start += last_open + 1
            else:
                end = start + last_open
        elif first_close < len(stretch) // 2:
            start += first_close + 1
        else:
            end = start + first_close
    return start, end
