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

    Kinds (工业、商业等新上项目), sizes (5条道路等工程) and initiatives (“引凤”工程) are no names.
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
    is_long_enough = name.end - name.start >= words().shortest_name
    return is_long_enough and not _unnamed().match(text, name.start, name.end)


@cache
def _verb() -> re.Pattern[str]:
    """全力推进, 开工建设: adverbs, a verb, and perhaps one that completes it."""
    adverbs, verbs, completions = (
        "|".join(part) for part in (words().project_adverbs, words().project_verbs, words().project_completions)
    )
    return re.compile(rf"(?:{adverbs})*(?:{verbs})(?:{completions})?")


@cache
def _unnamed() -> re.Pattern[str]:
    return re.compile(words().unnamed)


@cache
def _listed() -> re.Pattern[str]:
    """甲、乙等〔N个〕〔什么样的〕项目."""
    nouns = "|".join(words().nouns)
    return re.compile(rf"等(?:\d+个|一批)?[^，、；。等]{{0,12}}?(?:{nouns})")


@cache
def _single() -> re.Pattern[str]:
    """推进甲改造工程, the name being 甲改造工程."""
    works, nouns = ("|".join(part) for part in (words().works, words().nouns))
    return re.compile(rf"{_verb().pattern}(?P<name>[^，、；。：]{{2,30}}?(?:{works})(?:{nouns}))")
