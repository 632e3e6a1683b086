"""Front matter (文件要素): what a document says of itself: title, number, issuer, region, the years it is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads

from taizhang.paper.blocks.block import Block, Paragraph
from taizhang.paper.numerals import read_numeral
from taizhang.paper.outline.section import FrontMatter, Part, Section

_LONGEST_LINE = 60
# Title, number, dates and signature stand within this many paragraphs of the beginning.
_HEAD = 40
_LONGEST_TAIL = 8

_BLANKS = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")
_YEAR = re.compile(r"((?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s*年")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The expressions of ``front.toml``, compiled."""

    number: re.Pattern[str]
    region: re.Pattern[str]
    congress: re.Pattern[str]
    body: re.Pattern[str]
    date: re.Pattern[str]
    speaker: re.Pattern[str]
    work_report: re.Pattern[str]
    review: re.Pattern[str]
    plan: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = loads(files("taizhang.paper.outline").joinpath("front.toml").read_text("utf-8"))
    before = data.pop("before_region")
    data["region"] = f"{before}(?P<region>{data['region']})"
    return _Patterns(**{name: re.compile(words) for name, words in data.items()})


def read_front(sections: Sequence[Section], blocks: Sequence[Block]) -> FrontMatter:
    """Title, number, issuer, region and years of the first plan in a document."""
    plan = next((section for section in sections if section.level == 0 and section.part is Part.PLAN), None)
    title = _BLANKS.sub("", plan.title) if plan else None
    chapters = plan.children if plan else sections
    head, tail = _head_and_tail(blocks, chapters)
    region = _region(title, head)
    review_year, plan_year = _years(title or "", [chapter.title for chapter in chapters if chapter.level], head)
    return FrontMatter(
        title=title,
        number=_number(head),
        issuer=_issuer(title or "", region, head, tail),
        region=region,
        plan_year=plan_year,
        review_year=review_year,
    )


def _head_and_tail(blocks: Sequence[Block], chapters: Sequence[Section]) -> tuple[list[str], list[str]]:
    """Paragraphs above the first chapter, and the last ones of the document."""
    first = next((chapter.span.start for chapter in chapters if chapter.level), None)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    head = [block.text for block in paragraphs[:_HEAD] if first is None or block.span.start < first]
    return head, [block.text for block in paragraphs[-_LONGEST_TAIL:]]


def _number(head: Sequence[str]) -> str | None:
    for words in head:
        match = _patterns().number.search(words) if len(words) <= _LONGEST_LINE else None
        if match:
            return match.group()
    return None


def _region(title: str | None, head: Sequence[str]) -> str | None:
    match = _patterns().region.match(title or "") or _patterns().congress.search("".join(head))
    if match:
        return match["region"]
    names = (name for words in head if _is_body(words) for name in words.split())
    return next((match["region"] for name in names if (match := _patterns().region.match(name))), None)


def _issuer(title: str, region: str | None, head: Sequence[str], tail: Sequence[str]) -> str | None:
    """The body that signs beside a date, else the one that speaks, else the one named under the title."""
    signed = next(_signatures(head, tail), None)
    if signed:
        return signed
    for words in head:
        match = _patterns().speaker.search(words)
        if match:
            return _full_name(match["body"], region)
    if _patterns().work_report.search(title) and region:
        return f"{region}人民政府"
    return next((words for words in head if _is_body(words)), None)


def _signatures(*parts: Sequence[str]) -> Iterator[str]:
    """Bodies whose names stand right above a date."""
    for part in parts:
        for above, below in pairwise(part):
            if _is_body(above) and _patterns().date.fullmatch(_BLANKS.sub("", below)):
                yield above


def _is_body(words: str) -> bool:
    names = words.split()
    return 0 < len(words) <= _LONGEST_LINE and all(_patterns().body.fullmatch(name) for name in names)


def _full_name(body: str, region: str | None) -> str:
    """省政府 in the report of 吉林省 is 吉林省人民政府."""
    if region and re.fullmatch(r"[省市区县州盟旗]?(?:人民)?政府", body):
        return f"{region}人民政府"
    return body


def _years(title: str, chapters: Sequence[str], head: Sequence[str]) -> tuple[str | None, str | None]:
    """The year reported on and the year planned, from the title, else from the chapters, else from the date."""
    review: str | None = None
    plan: str | None = None
    is_work_report = _patterns().work_report.search(title) is not None
    for words in (title, *chapters):
        for year, rest in _years_with_words(words):
            if _patterns().review.search(rest) and not (words is title and is_work_report):
                review = review or year
            elif _patterns().plan.search(rest):
                plan = plan or year
    if is_work_report and not plan:
        dates = (match for words in head if (match := _YEAR.search(words)) and _patterns().date.search(words))
        plan = next((_year(match) for match in dates), str(int(review) + 1) if review else None)
    if (
        plan
        and not review
        and (is_work_report or any(_patterns().review.search(words) for words in (title, *chapters)))
    ):
        review = str(int(plan) - 1)
    return review, plan


def _years_with_words(words: str) -> Iterator[tuple[str, str]]:
    """Each year of some words with what follows it, up to the next one."""
    for match in _YEAR.finditer(words):
        after = _YEAR.search(words, match.end())
        yield _year(match), words[match.end() : after.start() if after else None]


def _year(match: re.Match[str]) -> str:
    return str(int(read_numeral(match[1])))
