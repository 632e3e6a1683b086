"""Respectively (分别): what stands before and after 分别, and how many there are of either."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, takewhile

from taizhang.paper.checks.name_lists import AND, joins_names, joints
from taizhang.paper.checks.prose import CLAUSE_MARKS, SENTENCE_MARKS, Prose
from taizhang.paper.checks.word_lists import HERE, word_lists
from taizhang.paper.quantities.mention import Mention
from taizhang.paper.quantities.scan import scan_quantities

_WORD = "分别"
# A subject this short (同比, 处理率, 月人均) only refers to what the clauses before it list.
_LONGEST_REFERENCE = 4
_JOINED = re.compile(rf"(?:/[\u4e00-\u9fff]+)?\s*(?:、|{AND})[^，,；;。：]{{0,10}}")
_ARRIVES = re.compile(r"(?:/[\u4e00-\u9fff])?\s*(?:[\u4e00-\u9fff]{0,4}[至到为])(?:\d{4}年的?)?\s*")
# One number alone is that of every name only where a verb leads to it, not 分别与3家企业签约.
_DIRECTLY = re.compile(r"[^、与由向从在按以对\d]{0,8}")
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
        named = _named_before(prose, place) if rows else None
        if named is None or (
            len(rows[0]) == 1 and not _DIRECTLY.fullmatch(prose.text, after, after + rows[0][0].outer_start)
        ):
            continue
        arrivals = len(rows[1]) if len(rows) > 1 else 0
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


def _named_before(prose: Prose, place: int) -> _Named | None:
    """What is named before 分别; None where it cannot be counted."""
    start, _ = prose.sentence(place, CLAUSE_MARKS + ",")
    subject = prose.text[start:place]
    if joins_names(subject):
        return _countable(subject, start)
    if len(subject.strip()) > _LONGEST_REFERENCE:
        return None
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


def _countable(words: str, start: int) -> _Named | None:
    """How many things some words name; 等 ends a list, and what is joined behind it cannot be counted."""
    words, ends, rest = _simple(words).partition("等")
    if ends and joins_names(rest):
        return None
    commas, ands = joints(words)
    most = commas + ands + 1 + len(_PLURAL.findall(words))
    return _Named(commas + 1 if commas else min(2, most), most, start)


def _simple(words: str) -> str:
    """The words with each name that has a joint of its own (体育、娱乐用品类) written without."""
    for name in word_lists("respectively", HERE)["names"]:
        words = words.replace(name, name.replace("、", "").replace("和", ""))
    return words
