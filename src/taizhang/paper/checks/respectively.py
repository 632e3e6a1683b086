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
_JOINED = re.compile(rf"\s*(?:、|{AND})[^，,；;。：]{{0,10}}")
_ARRIVES = re.compile(r"\s*(?:[\u4e00-\u9fff]{0,4}[至到为])(?:\d{4}年的?)?\s*")
_REST = re.compile(r"[^，,；;。：\n]*")
# 城乡居民 and 一二三产业 are several names in one word.
_PLURAL = re.compile(r"城乡|进出口|一二三产|一二三次|[东中西南北]{2,4}部|产供销|省市|市县|区县|起数和人数")


@dataclass(frozen=True, slots=True)
class Distribution:
    """Distribution (分别).

    Attributes:
        fewest, most: how many things the words before may name.
        values: how many numbers stand after it in a row.
        arrivals: how many numbers the second row has (由…增加至…), 0 where there is none.
        start, end: from the names to the last number, in the prose.
    """

    fewest: int
    most: int
    values: int
    arrivals: int
    start: int
    end: int


def distributions(prose: Prose) -> Iterator[Distribution]:
    """Every 分别 followed by two numbers or more whose names can be counted."""
    for place, after in prose.places(_WORD):
        rest = _REST.match(prose.text, after)
        rows = _rows(rest.group()) if rest else []
        if not rows or len(rows[0]) < 2:
            continue
        named = _named_before(prose, place)
        if named is None:
            continue
        fewest, most, start = named
        arrivals = len(rows[1]) if len(rows) > 1 else 0
        yield Distribution(fewest, most, len(rows[0]), arrivals, start, after + rows[-1][-1].end)


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


def _named_before(prose: Prose, place: int) -> tuple[int, int, int] | None:
    """Fewest and most things named before 分别, and where their words start; None where they cannot be counted."""
    start, _ = prose.sentence(place, CLAUSE_MARKS + ",")
    subject = prose.text[start:place]
    if joins_names(subject):
        return _from(_countable(subject), start)
    if len(subject.strip()) > _LONGEST_REFERENCE:
        return None
    return _listed_before(prose, start)


def _countable(words: str) -> tuple[int, int] | None:
    """Fewest and most things some words name; 等 ends a list, and what is joined behind it cannot be counted."""
    words, ends, rest = _simple(words).partition("等")
    if ends and joins_names(rest):
        return None
    commas, ands = joints(words)
    most = commas + ands + 1 + len(_PLURAL.findall(words))
    return (commas + 1 if commas else min(2, most)), most


def _simple(words: str) -> str:
    """The words with each name that has a joint of its own (体育、娱乐用品类) written without."""
    for name in word_lists("respectively", HERE)["names"]:
        words = words.replace(name, name.replace("、", "").replace("和", ""))
    return words


def _listed_before(prose: Prose, end: int) -> tuple[int, int, int] | None:
    """What the clauses before list: numbers, each of one thing, else the names of the last clause."""
    start, _ = prose.sentence(end - 1, SENTENCE_MARKS)
    clauses = re.split("[，,：]", prose.text[start : end - 1])
    counted = (len(scan_quantities(clause)) for clause in reversed(clauses))
    in_a_row = list(accumulate(takewhile(bool, counted)))
    if in_a_row:
        return in_a_row[0], in_a_row[-1], start
    last = clauses[-1]
    return _from(_countable(last), end - 1 - len(last)) if joins_names(last) else None


def _from(counted: tuple[int, int] | None, start: int) -> tuple[int, int, int] | None:
    return (*counted, start) if counted else None
