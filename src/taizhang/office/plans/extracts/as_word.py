"""Word file of an extract (摘录证明 Word 文件): on official paper after GB/T 9704, the same bytes each time."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from taizhang.office.pages.official_paper import open_blank_paper, seal_paper
from taizhang.office.plans.extracts.selectors import Certificate
from taizhang.office.plans.extracts.wording import file_name, printed


def certificate_as_docx(made: Certificate) -> bytes:
    """The certificate."""
    words, paper = printed(made), open_blank_paper()
    _set_headers(paper, words.note)
    paper.core_properties.title = file_name(made).removesuffix(".docx")
    paper.add_paragraph(words.serial, "发文字号")
    paper.add_paragraph(words.title, "Title")
    paper.add_paragraph(words.testimony, "Body Text")
    for head, body in words.sections:
        paper.add_paragraph(head, "Heading 1")
        for line in body.split("\n"):
            paper.add_paragraph(line, "Body Text").alignment = WD_ALIGN_PARAGRAPH.LEFT
    paper.add_paragraph(words.signature, "发文机关署名")
    paper.add_paragraph(words.date, "成文日期")
    paper.add_paragraph(words.remark, "附注")
    return seal_paper(paper)


def _set_headers(paper: WordDocument, note: str) -> None:
    """The note above the paper; without one no frame is left behind."""
    (section,) = paper.sections
    for header in (section.first_page_header, section.header):
        header.paragraphs[0].text = note
        if not note:
            header.paragraphs[0].style = paper.styles["Normal"]
