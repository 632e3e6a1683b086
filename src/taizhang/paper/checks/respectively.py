"""Respectively (分别): what stands before and after 分别, and how many there are of either."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, takewhile

from taizhang.paper.checks.name_lists import AND, joins_names, joints, split_at_joints, without_asides
from taizhang.paper.checks.prose import CLAUSE_MARKS, SENTENCE_MARKS, Prose
from taizhang.paper.checks.word_lists import HERE, word_lists
from taizhang.paper.numerals import read_numeral
from taizhang.paper.quantities.mention import Mention
from taizhang.paper.quantities.scan import scan_quantities

_WORD = "分别"
# A subject this short (同比, 处理率, 月人均) only refers to what the clauses before it list.
_LONGEST_REFERENCE = 4
_JOINED = re.compile(rf"(?:/[\u4e00-\u9fff]+)?\s*(?:、|{AND})[^，,；;。：]{{0,10}}")
_ARRIVES = re.compile(r"(?:/[\u4e00-\u9fff])?\s*(?:[\u4e00-\u9fff]{0,4}[至到为])(?:\d{4}年的?)?\s*")
# One number alone is that of every name only where a verb leads to it, not 分别与3家企业签约.
_DIRECTLY = re.compile(r"(?:(?:稳定|保持|控制|维持)在)?[^、与由向从在按以对\d]{0,8}")
_SEVERAL = 2
# 3个县, 两项指标: so many things.
_COUNTED = re.compile(r"(?<!\d)([2-9两二三四五六七八九])[个家项类](?!百分)")
# 等 that ends a list, not that of 高等学校 and its like.
_ENDS = re.compile(r"(?<![高初中平同对优劣均何])等(?![级次于]|同[于等])")
_REST = re.compile(r"[^，,；;。：\n]*")
# 城乡居民 and 一二三产业 are several names in one word.
_PLURAL = re.compile(r"城乡|进出口|一二三产|一二三次|[东中西南北]{2,4}部|产供销|省市|市县|区县|起数和人数")


@dataclass(frozen=True, slots=True)
class Distribution:
    """Distribution (分别).

    Attributes:
        fewest, most: how many things the words before may name.
        follows_numbers: whether those things are the numbers of the clauses before, which need not all be meant.
        values: how many numbers stand after it in a row.
        arrivals: how many numbers the second row has (由…增加至…), 0 where there is none.
        start, end: from the names to the last number, in the prose.
    """

    fewest: int
    most: int
    values: int
    arrivals: int
    follows_numbers: bool
    start: int
    end: int


def distributions(prose: Prose) -> Iterator[Distribution]:
    """Every 分别 with numbers behind it whose names can be counted."""
    for place, after in prose.places(_WORD):
        rest = _REST.match(prose.text, after)
        rows = _rows(rest.group()) if rest else []
        named = _named_before(prose, place, lacks_one=_lacks_one(rows)) if rows else None
        arrivals = len(rows[1]) if len(rows) > 1 else 0
        if named is None or (
            len(rows[0]) == 1
            and arrivals < _SEVERAL
            and not _DIRECTLY.fullmatch(prose.text, after, after + rows[0][0].outer_start)
        ):
            continue
        end = after + rows[-1][-1].end
        yield Distribution(named.fewest, named.most, len(rows[0]), arrivals, named.are_numbers, named.start, end)


def _rows(words: str) -> list[list[Mention]]:
    """The numbers as one row, or as two where the first row is left for the second."""
    rows: list[list[Mention]] = []
    last: Mention | None = None
    for mention in scan_quantities(words):
        between = words[last.outer_end : mention.outer_start] if last else ""
        if last is None or (len(rows) == 1 and _ARRIVES.fullmatch(between)):
            rows.append([mention])
        elif _JOINED.fullmatch(between):
            rows[-1].append(mention)
        else:
            break
        last = mention
    return rows


@dataclass(frozen=True, slots=True)
class _Named:
    """What stands before 分别: fewest and most things it may name, and where its words start."""

    fewest: int
    most: int
    start: int
    are_numbers: bool = False


def _lacks_one(rows: list[list[Mention]]) -> bool:
    """Whether one number stands alone, or more are arrived at than were left."""
    numbers = [*map(len, rows)]
    return numbers == [1] or len({*numbers}) > 1


def _named_before(prose: Prose, place: int, *, lacks_one: bool) -> _Named | None:
    """What is named before 分别; None where it cannot be counted.

    Where the numbers alone tell that one is lacking, it is enough that 分别 is said of several.
    """
    start, _ = prose.sentence(place, CLAUSE_MARKS + ",")
    subject = prose.text[start:place]
    if joins_names(subject):
        return _countable(subject, start)
    if counted := _COUNTED.search(subject):
        number = int(read_numeral(counted[1]))
        return _Named(number, number, start)
    if len(subject.strip()) > _LONGEST_REFERENCE:
        return _Named(_SEVERAL, _SEVERAL, start) if lacks_one else None
    return _listed_before(prose, start)


def _listed_before(prose: Prose, end: int) -> _Named | None:
    """What the clauses before list: numbers, each of one thing, else the names of the last clause."""
    start, _ = prose.sentence(end - 1, SENTENCE_MARKS)
    clauses = re.split("[，,：]", prose.text[start : end - 1])
    counted = (len(scan_quantities(clause)) for clause in reversed(clauses))
    in_a_row = list(accumulate(takewhile(bool, counted)))
    if in_a_row:
        return _Named(in_a_row[0], in_a_row[-1], start, are_numbers=True)
    last = clauses[-1]
    return _countable(last, end - 1 - len(last)) if joins_names(last) else None


def _countable(words: str, start: int) -> _Named:
    """How many things some words name; what 等 ends are those that 分别 is said of, whatever they are called together."""
    words = _simple(words)
    if ends := [*_ENDS.finditer(words)]:
        words = words[: ends[-1].start()] if joins_names(words[: ends[-1].start()]) else words
    commas, ands = joints(words)
    most = commas + ands + 1 + len(_PLURAL.findall(words))
    fewest = commas + 1 if commas else min(_SEVERAL, most)
    return _Named(fewest + _is_last_joint(words), max(most, fewest), start)


def _is_last_joint(words: str) -> bool:
    """甲类、乙类和丙类: whether the last 和 joins names, of one kind by their last character, and is not within one."""
    *before, last = without_asides(words).split("、")
    parts = split_at_joints(last)
    return bool(before) and len(parts) >= _SEVERAL and all(name[-1:] == parts[0][-1:] for name in before)


def _simple(words: str) -> str:
    """The words with each name that has a joint of its own (体育、娱乐用品类) written without."""
    for name in word_lists("respectively", HERE)["names"]:
        words = words.replace(name, name.replace("、", "").replace("和", ""))
    return words
