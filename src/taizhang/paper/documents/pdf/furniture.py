"""Page furniture (页眉页脚): running heads and feet and page numbers, told by what repeats from page to page."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from taizhang.paper.documents.pdf.pages import Page
from taizhang.paper.documents.pdf.runs import Row, row_text

# Shares of the page's height in which furniture stands, and how many lines of it there may be.
_HEAD, _FOOT = 0.16, 0.84
_MOST_LINES = 3
_MOST_NUMBERS = 4
# In points: how far a running head may wander from page to page.
_WANDERING = 8.0
_FEWEST_PAGES = 3
# A caption stands this near above its table, as a share of the page's height.
_CAPTION_REACH = 0.2

_DECORATED_NUMBER = re.compile(
    r"[—–\-－·~]+\s*[\dIVXivx]{1,4}\s*[—–\-－·~]+|第\s*[\d〇一二三四五六七八九十百]{1,5}\s*页\s*[，,/]?\s*(?:共\s*\S{1,5}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
# A number that may be the page's: one that stands alone, not the number of an annex or a year.
_PAGE_NUMBER = re.compile(r"(?:(?<![^\s—–\-－·|｜])|(?<=第))\d{1,4}(?=\s*页|/|[\s—–\-－·|｜]|$)")


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    row: int


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages with their running heads, feet and page numbers taken out."""
    margins = {_Place(page.number, index): page.rows[index] for page in pages for index in _margin_rows(page)}
    dropped: defaultdict[int, set[int]] = defaultdict(set)
    for place in _page_numbers(margins) | _repeated(pages, margins):
        dropped[place.page].add(place.row)
    return [_cleaned(page, dropped[page.number]) for page in pages]


def _cleaned(page: Page, dropped: set[int]) -> Page:
    rows = tuple(row for index, row in enumerate(page.rows) if index not in dropped)
    aslant = tuple(row for row in page.aslant if not _is_page_number(row_text(row)))
    return replace(page, rows=rows, aslant=aslant)


def _margin_rows(page: Page) -> Iterable[int]:
    """Indices of the outermost rows that stand in the page's margins."""
    for index, row in enumerate(page.rows):
        is_head = index < _MOST_LINES and row[0].baseline < _HEAD * page.height
        is_foot = index >= len(page.rows) - _MOST_LINES and row[0].baseline > _FOOT * page.height
        if is_head or is_foot:
            yield index


def _is_page_number(words: str) -> bool:
    return _DECORATED_NUMBER.fullmatch(words.strip()) is not None or _BARE_NUMBER.fullmatch(words.strip()) is not None


def _page_numbers(margins: Mapping[_Place, Row]) -> set[_Place]:
    """Numbers with their ornaments, and bare ones that count along with the pages."""
    found = set()
    bare: defaultdict[int, list[_Place]] = defaultdict(list)
    for place, row in margins.items():
        words = row_text(row)
        if _DECORATED_NUMBER.fullmatch(words):
            found.add(place)
        elif _BARE_NUMBER.fullmatch(words):
            bare[int(words) - place.page].append(place)
    return found.union(*(places for places in bare.values() if len({place.page for place in places}) > 1))


def _repeated(pages: Sequence[Page], margins: Mapping[_Place, Row]) -> set[_Place]:
    """Rows whose words return at the same height; the captions of a table over several pages do so for another reason."""
    alike: defaultdict[tuple[str, float, int], list[_Place]] = defaultdict(list)
    for place, row in margins.items():
        for words in _readings(row_text(row), place.page):
            for shift in (0, _WANDERING / 2):
                alike[words, shift, int((row[0].baseline + shift) // _WANDERING)].append(place)
    captions = {place for place in margins if _is_caption(pages[place.page - 1], margins[place])}
    return {
        place
        for places in alike.values()
        if len({place.page for place in places}) >= _FEWEST_PAGES and not captions.issuperset(places)
        for place in places
    }


def _readings(words: str, page: int) -> Iterable[str]:
    """A row's words with some of its numbers counted from the page's: those that are page numbers then stay the same."""
    numbers = list(_PAGE_NUMBER.finditer(words))[:_MOST_NUMBERS]
    for chosen in product((False, True), repeat=len(numbers)):
        reading = words
        for number, is_counted in zip(reversed(numbers), reversed(chosen), strict=True):
            if is_counted:
                counted = f"#{int(number.group()) - page}"
                reading = reading[: number.start()] + counted + reading[number.end() :]
        yield reading


def _is_caption(page: Page, row: Row) -> bool:
    """Whether nothing but a line or two stands between the row and a table below it."""
    top = row[0].baseline
    table = min((table.top for table in page.tables if table.top > top), default=math.inf)
    between = sum(1 for other in page.rows if top < other[0].baseline < table)
    return between <= _MOST_LINES and table - top < _CAPTION_REACH * page.height
