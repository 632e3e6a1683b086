"""Word file of an extract (摘录证明 Word 文件): on official paper after GB/T 9704, the same bytes each time."""

from taizhang.office.pages.official_paper import open_blank_paper, seal_paper
from taizhang.office.plans.extracts.selectors import Certificate
from taizhang.office.plans.extracts.wording import file_name, printed


def certificate_as_docx(made: Certificate) -> bytes:
    """The certificate."""
    words, paper = printed(made), open_blank_paper()
    (section,) = paper.sections
    section.first_page_header.paragraphs[0].text = words.note
    section.header.paragraphs[0].text = words.note
    paper.core_properties.title = file_name(made).removesuffix(".docx")
    paper.add_paragraph(words.serial, "发文字号")
    paper.add_paragraph(words.title, "Title")
    paper.add_paragraph(words.testimony, "Body Text")
    for head, body in words.sections:
        paper.add_paragraph(head, "Heading 1")
        paper.add_paragraph(body, "Body Text")
    paper.add_paragraph(words.signature, "发文机关署名")
    paper.add_paragraph(words.date, "成文日期")
    paper.add_paragraph(words.remark, "附注")
    return seal_paper(paper)
