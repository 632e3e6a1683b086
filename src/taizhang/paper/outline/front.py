"""Front matter (文件要素): what a document says of itself: title, number, issuer, region, the years it is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads

from taizhang.paper.blocks.block import Block, Paragraph, TableBlock
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
    official: re.Pattern[str]
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
    title = _BLANKS.sub("", plan.title) if plan else _title_of_table(blocks)
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


def _title_of_table(blocks: Sequence[Block]) -> str | None:
    """What a document that is nothing but a table is called."""
    tables = (block for block in blocks[:_LONGEST_TAIL] if isinstance(block, TableBlock))
    return next((table.title for table in tables), None)


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
        return _on_one_line(signed)
    for words in head:
        match = _patterns().speaker.search(words)
        if match:
            return _full_name(match["body"], region)
    if _patterns().work_report.search(title) and region:
        return f"{region}人民政府"
    officials = (match["body"] for words in head if (match := _patterns().official.fullmatch(words)))
    bodies = (_on_one_line(words) for words in head if _is_body(words))
    return next(officials, None) or next(bodies, None)


def _on_one_line(names: str) -> str:
    return " ".join(names.split())


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
    """The year reported on and the year planned, from the title and the chapters, else from the date."""
    is_work_report = _patterns().work_report.search(title) is not None
    reported, planned = _years_by_words(title, chapters, is_work_report)
    plan = max(planned, default=None)
    review = next((year for year in (*reported, *planned) if plan is None or year < plan), None)
    if is_work_report and plan is None:
        plan = str(int(review) + 1) if review else _year_of_date(head)
    if plan and not review and (is_work_report or any(_patterns().review.search(words) for words in chapters)):
        review = str(int(plan) - 1)
    return (review, plan) if review or plan else (_year_of_first_words(head), None)


def _years_by_words(title: str, chapters: Sequence[str], is_work_report: bool) -> tuple[list[str], list[str]]:
    """Years whose words say that they are reported on, and years whose words say that they are planned."""
    reported: list[str] = []
    planned: list[str] = []
    for words in (title, *chapters):
        for year, rest in _years_with_words(words):
            if _patterns().review.search(rest) and not (words is title and is_work_report):
                reported.append(year)
            elif _patterns().plan.search(rest):
                planned.append(year)
    return reported, planned


def _year_of_date(head: Sequence[str]) -> str | None:
    dates = (match.group() for words in head if (match := _patterns().date.search(words)))
    return next((_year(match) for date in dates if (match := _YEAR.match(date))), None)


def _year_of_first_words(head: Sequence[str]) -> str | None:
    """The year a report without a title begins with: 2024年，全市上下…"""
    matches = (_YEAR.match(words) for words in head if len(words) > _LONGEST_LINE)
    return next((_year(match) for match in matches if match), None)


def _years_with_words(words: str) -> Iterator[tuple[str, str]]:
    """Each year of some words with what follows it, up to the next one."""
    for match in _YEAR.finditer(words):
        after = _YEAR.search(words, match.end())
        yield _year(match), words[match.end() : after.start() if after else None]


def _year(match: re.Match[str]) -> str:
    return str(int(read_numeral(match[1])))
