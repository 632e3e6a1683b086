"""Passages (片断): the sentences of a stretch of the plan, headings that only announce what follows left out."""

from collections.abc import Iterator

from taizhang.office.commitments.suggestions.clauses import Stretch, bare, clauses, phrases, sentences
from taizhang.office.commitments.suggestions.material import Material
from taizhang.office.commitments.suggestions.words import words
from taizhang.office.plans.layout import Heading, path_to, walk

ANNOUNCING = ("：", ":")
SHORTEST_TASK = 6  # code points; less is an adverb (到年底，)


def sentences_of(material: Material, within: Stretch) -> Iterator[Stretch]:
    """The sentences of a stretch of the document."""
    headings = tuple(walk(material.layout.headings))
    for block in material.paragraphs():
        if within.contains(block.start):
            found = sentences(material.text, block.start, block.end)
            yield from (each for each in found if not _announces(material.text, headings, each))


def without_marker(material: Material, stretch: Stretch) -> Stretch:
    """The stretch without the numbering (一是) it may begin with."""
    for heading in reversed(path_to(material.layout.headings, stretch.start)):
        if heading.start == stretch.start and heading.marker:
            return Stretch(min(stretch.start + len(heading.marker), stretch.end), stretch.end)
    return stretch


def clauses_of(material: Material, sentence: Stretch) -> Iterator[Stretch]:
    """The clauses of a sentence, numbering left out."""
    for clause in clauses(material.text, sentence):
        yield without_marker(material, clause)


def tasks_between(text: str, clause: Stretch, taken: list[Stretch]) -> Iterator[Stretch]:
    """What a clause promises beside the phrases that are taken: each unbroken run of the others."""
    run: list[Stretch] = []
    for phrase in phrases(text, clause):
        if phrase in taken:
            yield from _task(text, run)
            run = []
        else:
            run.append(phrase)
    yield from _task(text, run)


def _task(text: str, run: list[Stretch]) -> Iterator[Stretch]:
    """A run is a task unless it announces what follows, or only says what the words before it are good for."""
    if run and not text[run[-1].start : run[-1].end].endswith(ANNOUNCING):
        task = Stretch(run[0].start, run[-1].end)
        said = bare(text, task)
        if len(said) >= SHORTEST_TASK and not said.startswith(words().purposes):
            yield task


def _announces(text: str, headings: tuple[Heading, ...], sentence: Stretch) -> bool:
    """Whether a sentence is nothing but a heading, and its section goes on."""
    last = sentence.start + len(text[sentence.start : sentence.end].rstrip("。；：:;．. \t\u3000"))
    return any(
        heading.start <= sentence.start and last <= heading.end and text[sentence.end : heading.section_end].strip()
        for heading in headings
    )
