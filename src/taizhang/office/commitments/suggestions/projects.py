"""Projects (项目): the names of projects in a phrase — “建设甲园区、乙医院等项目”."""

import re
from collections.abc import Iterator
from functools import cache

from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.words import words

_AND = re.compile(r"(?:、|以及|及|和|与)(?![^“]*”)")
_QUOTES = re.compile(r"[“”‘’]")


def named_projects(text: str, phrase: Stretch) -> tuple[Stretch, ...]:
    """Where the names of projects stand in a phrase; empty where it names none.

    Kinds of project (工业、商业等新上项目) and initiatives (“引凤”工程) are no names.
    """
    listed = _listed().search(text, phrase.start, phrase.end)
    if listed:
        names = tuple(_names(text, Stretch(phrase.start, listed.start())))
        return names if all(_is_name(text, name) for name in names) else ()
    single = _single().match(text, phrase.start, phrase.end)
    if single and not _QUOTES.search(single["name"]):
        return (Stretch(single.start("name"), single.end("name")),)
    return ()


def _names(text: str, listing: Stretch) -> Iterator[Stretch]:
    """The members of a list, the verb before the first left out."""
    verb = _verb().match(text, listing.start, listing.end)
    start = verb.end() if verb else listing.start
    for mark in _AND.finditer(text, start, listing.end):
        if mark[0] == "、" or _is_name(text, Stretch(mark.end(), listing.end)):
            yield Stretch(start, mark.start())
            start = mark.end()
    yield Stretch(start, listing.end)


def _is_name(text: str, name: Stretch) -> bool:
    return name.end - name.start >= words().shortest_name


@cache
def _verb() -> re.Pattern[str]:
    return re.compile("|".join(words().project_verbs))


@cache
def _listed() -> re.Pattern[str]:
    """甲、乙等〔N个〕〔什么样的〕项目."""
    nouns = "|".join(words().nouns)
    return re.compile(rf"等(?:\d+个|一批)?[^，、；。等]{{0,12}}?(?:{nouns})")


@cache
def _single() -> re.Pattern[str]:
    """推进甲改造工程, the name being 甲改造工程."""
    verbs, works, nouns = ("|".join(part) for part in (words().project_verbs, words().works, words().nouns))
    return re.compile(rf"(?:{verbs})(?P<name>[^，、；。：]{{2,30}}?(?:{works})(?:{nouns}))")
