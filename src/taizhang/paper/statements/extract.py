"""Extract (提取): the statements of a document, paragraph by paragraph, in one pass."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from taizhang.paper.blocks.block import Paragraph
from taizhang.paper.indicators.lookup import find_indicator
from taizhang.paper.outline.section import Outline, Part, Section
from taizhang.paper.outline.setting import Zone, zone_at, zones
from taizhang.paper.quantities.mention import Writing
from taizhang.paper.quantities.scan import scan_quantities
from taizhang.paper.quantities.units import Family
from taizhang.paper.spans import Span
from taizhang.paper.statements.aspects import signed
from taizhang.paper.statements.clauses import sentences
from taizhang.paper.statements.reading import read_sentence, topic_of_heading
from taizhang.paper.statements.sentence import Read
from taizhang.paper.statements.statement import Doubt, Statement
from taizhang.paper.statements.subjects import Phrase
from taizhang.paper.statements.timing import Clock, Setting, basis_of, setting_of
from taizhang.paper.statements.typography import typeset

_OPTIONAL_WRITING = {Writing.CHINESE, Writing.MAGNITUDE, Writing.MULTIPLE}


def extract_statements(outline: Outline, text: str, told: tuple[Zone, ...] = ()) -> tuple[Statement, ...]:
    """The quantified assertions of the running text, in order; tables, notices and letterheads give none.

    ``text`` is the document's, which statements are quoted from; ``told`` the outline's zones, where they are known already.
    """
    all_zones = told or zones(outline)
    notices = [section for section in outline.sections if section.part is Part.NOTICE]
    found: list[Statement] = []
    for block in outline.blocks:
        if isinstance(block, Paragraph) and not _is_letterhead(block, notices):
            found.extend(_read_paragraph(typeset(block), outline, all_zones))
    return tuple(_quoted(statement, text) for statement in found)


def _quoted(statement: Statement, text: str) -> Statement:
    """The statement with its words as they stand in the document, hard wraps and layout blanks among them."""
    words = statement.span.quote(text)
    return statement if words == statement.quote else replace(statement, quote=words)


def _is_letterhead(paragraph: Paragraph, notices: Sequence[Section]) -> bool:
    return any(notice.span.start <= paragraph.span.start < notice.section_end for notice in notices)


def _read_paragraph(paragraph: Paragraph, outline: Outline, all_zones: tuple[Zone, ...]) -> Iterator[Statement]:
    text = paragraph.text
    mentions = scan_quantities(text)
    if not mentions:
        return
    starts = [mention.start for mention in mentions]
    topic: Phrase | None = None
    for start, end in sentences(text):
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        if not inside:
            topic = topic or topic_of_heading(text, start, end)
            continue
        zone = zone_at(all_zones, paragraph.locate(inside[0].start, inside[0].end).start)
        setting = setting_of(outline.front, zone.period, zone.modality)
        sentence = read_sentence(text, start, end, inside, topic)
        clock = Clock(text[start:end], setting)
        for read in sentence.reads:
            yield _state(paragraph, read, (start, end), clock, setting, zone)
        topic = sentence.topic or topic_of_heading(text, start, end)


def _state(
    paragraph: Paragraph, read: Read, sentence: tuple[int, int], clock: Clock, setting: Setting, zone: Zone
) -> Statement:
    mention, subject = read.mention, read.subject
    timing = clock.at(mention.start - sentence[0], read.predicate, read.to_come)
    doubts = read.doubts
    if not timing.is_told and setting.is_span:
        doubts = (*doubts, Doubt.PERIOD_GUESSED)
    span = paragraph.locate(mention.start, mention.end)
    return Statement(
        span=span,
        quote=paragraph.text[mention.start : mention.end],
        subject=subject.words,
        subject_span=_subject_span(paragraph, subject),
        aspect=read.aspect,
        value=signed(mention.value, read.sign),
        value_high=None if mention.value_high is None else signed(mention.value_high, read.sign),
        unit=mention.unit,
        bound=read.predicate.bound or mention.bound,
        period=timing.period,
        modality=timing.modality,
        basis=basis_of(read.aspect, read.predicate, timing.period),
        sentence=paragraph.locate(*sentence),
        section=tuple(section.marker for section in zone.path if section.marker),
        indicator=find_indicator(subject.words),
        is_optional=_is_optional(read),
        doubts=doubts,
    )


def _subject_span(paragraph: Paragraph, subject: Phrase) -> Span | None:
    return paragraph.locate(subject.start, subject.end) if subject.is_whole else None


def _is_optional(read: Read) -> bool:
    mention = read.mention
    is_part_of_ratio = mention.writing is Writing.RATIO and not mention.unit
    return (
        read.is_attribute
        or is_part_of_ratio
        or mention.writing in _OPTIONAL_WRITING
        or mention.family is Family.DURATION
        or mention.unit.endswith("千伏")
    )
