"""Word file of an extract (摘录证明 Word 文件): on official paper after GB/T 9704, the same bytes each time."""

from django.utils import timezone
from docx.document import Document as WordDocument

from taizhang.office.pages.official_paper import open_blank_paper, seal_paper
from taizhang.office.plans.extracts.selectors import Certificate
from taizhang.office.plans.extracts.wording import day, place, proof, testimony

DEMONSTRATION = "演示数据，不具有证明效力"


def certificate_as_docx(made: Certificate) -> bytes:
    """The certificate."""
    paper = open_blank_paper()
    _note_demonstration(paper, made)
    paper.core_properties.title = f"摘录证明 {made.serial}"
    paper.add_paragraph(made.serial, "发文字号")
    paper.add_paragraph("计划摘录证明", "Title")
    paper.add_paragraph(testimony(made), "Body Text")
    _section(paper, "一、摘录事项", made.title)
    _section(paper, "二、所在位置", place(made))
    _section(paper, "三、摘录原文", f"“{made.quote}”")
    if made.purpose:
        _section(paper, "四、用途", made.purpose)
    _section(paper, f"{'五' if made.purpose else '四'}、文本校验", proof(made))
    paper.add_paragraph(made.issuer or "（出具机关盖章）", "发文机关署名")
    paper.add_paragraph(day(timezone.localtime(made.at).date()), "成文日期")
    paper.add_paragraph(f"（经办人：{made.by}。本证明已登记，可凭编号{made.serial}查验）", "附注")
    return seal_paper(paper)


def _section(paper: WordDocument, head: str, words: str) -> None:
    paper.add_paragraph(head, "Heading 1")
    paper.add_paragraph(words, "Body Text")


def _note_demonstration(paper: WordDocument, made: Certificate) -> None:
    (section,) = paper.sections
    note = DEMONSTRATION if made.is_demonstration else ""
    section.first_page_header.paragraphs[0].text = note
    section.header.paragraphs[0].text = note
