"""Sample plan (演示计划): the Word file every visitor meets first, composed from sample_plan.md and sample_plan.toml."""

import tomllib
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from taizhang.office.demonstration.annex_table import add_annex_table
from taizhang.office.pages.official_paper import open_blank_paper, seal_paper

SAMPLE_PLAN_NAME: Final = "张店区2023年国民经济和社会发展计划（演示）.docx"

EARLIER_DRAFT_NAME: Final = "张店区2023年国民经济和社会发展计划（演示，征求意见稿）.docx"

Edit = Callable[[str], str]

HEADING_STYLES: Final = {"# ": "Title", "## ": "Heading 1", "### ": "Heading 2"}


def compose_sample_plan() -> bytes:
    """The sample plan as a Word file, the same bytes each time."""
    return _compose(lambda words: words)


def compose_earlier_draft() -> bytes:
    """A draft of the sample plan that differs a little, as a Word file; every difference is made up."""
    changes = tomllib.loads(_content("sample_plan.toml"))["draft"]["changes"]

    def edit(words: str) -> str:
        for issued, drafted in changes:
            words = words.replace(issued, drafted)
        return words

    return _compose(edit)


def write_sample_plan(path: Path) -> None:
    """Put the sample plan where it is wanted."""
    path.write_bytes(compose_sample_plan())


def _compose(edit: Edit) -> bytes:
    around = tomllib.loads(_content("sample_plan.toml"))
    paper = open_blank_paper()
    _add_notes(paper, around["demonstration"])
    _add_notice(paper, around["notice"], edit)
    _add_plan(paper, edit)
    _add_annex(paper, around["annex"], edit)
    return seal_paper(paper)


def _content(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _add_notes(paper: WordDocument, words: dict[str, str]) -> None:
    """Say what the file is, outside the plan's own text."""
    (section,) = paper.sections
    section.first_page_header.paragraphs[0].text = words["note"]
    section.header.paragraphs[0].text = words["running_note"]
    paper.core_properties.title = SAMPLE_PLAN_NAME.removesuffix(".docx")
    paper.core_properties.comments = words["note"]


def _add_notice(paper: WordDocument, notice: dict[str, Any], edit: Edit) -> None:
    paper.add_paragraph(edit(notice["number"]), "发文字号")
    paper.add_paragraph("\n".join(notice["title"]), "Title")
    paper.add_paragraph(notice["addressees"], "主送机关")
    paper.add_paragraph(edit(notice["body"]), "Body Text")
    paper.add_paragraph(notice["issuer"], "发文机关署名")
    paper.add_paragraph(edit(notice["date"]), "成文日期")
    paper.add_paragraph(notice["remark"], "附注")


def _add_plan(paper: WordDocument, edit: Edit) -> None:
    for style, words in _paragraphs(_content("sample_plan.md")):
        said = edit(words)
        if not said:
            continue
        paragraph = paper.add_paragraph(said, style)
        if style == "Title":
            _start_page(paragraph)


def _paragraphs(markdown: str) -> Iterator[tuple[str, str]]:
    """Each paragraph's style and words; the opening comment left out."""
    _, _, text = markdown.partition("-->")
    for line in filter(None, text.splitlines()):
        mark = next((mark for mark in HEADING_STYLES if line.startswith(mark)), "")
        yield HEADING_STYLES.get(mark, "Body Text"), line.removeprefix(mark)


def _add_annex(paper: WordDocument, annex: dict[str, Any], edit: Edit) -> None:
    paper.add_paragraph(annex["mention"], "附件说明")
    _start_page(paper.add_paragraph(annex["marker"], "附件标识"))
    paper.add_paragraph(annex["title"], "Title")
    rows = [edit("\t".join(row)).split("\t") for row in annex["rows"]]
    add_annex_table(paper, annex["head"], rows, annex["widths"])


def _start_page(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.page_break_before = True
