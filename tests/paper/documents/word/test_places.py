"""Every character of the text is found in the Word file it was read from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from taizhang.office.demonstration.sample_plan import compose_sample_plan
from taizhang.paper.documents.document import Document
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.documents.word.places import WordText, open_word_text
from taizhang.paper.spans import Span

FILES = sorted((Path(__file__).parents[4].parent / "shared" / "plans" / "formats").glob("*.docx"))
Make = Callable[..., bytes]


def opened(data: bytes) -> tuple[Document, WordText]:
    document = open_bytes("计划.docx", data)
    return document, open_word_text(data, document)


def found(data: bytes) -> str:
    """The text with every character that is nowhere in the file shown as a dot."""
    document, word = opened(data)
    return "".join(
        sign if sign.isspace() or offset in word.traces else "·" for offset, sign in enumerate(document.text)
    )


def p(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def tc(*content: str) -> str:
    return f"<w:tc>{''.join(content)}</w:tc>"


def test_a_trace_leads_to_the_character_in_its_element(make_docx: Make) -> None:
    document, word = opened(
        make_docx("<w:p><w:r><w:t>增长</w:t></w:r><w:r><w:t>1</w:t><w:tab/><w:t>5%</w:t></w:r></w:p>")
    )
    assert document.text == "增长1\t5%"
    assert [(trace.sign, trace.element.tag.rpartition("}")[2], trace.at) for trace in word.traces.values()] == [
        ("增", "t", 0),
        ("长", "t", 1),
        ("1", "t", 0),
        ("\t", "tab", 0),
        ("5", "t", 0),
        ("%", "t", 1),
    ]
    assert word.within(Span(1, 4)) == (1, 2, 3)


def test_signs_nobody_sees_are_counted_past(make_docx: Make) -> None:
    document, word = opened(make_docx(p("增\u200b长\u00ad5%")))
    assert document.text == "增长5%"
    assert [trace.at for trace in word.traces.values()] == [0, 2, 4, 5]


def test_automatic_numbers_are_nowhere_in_the_file(make_docx: Make) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p("一是总体要求", numbered) + p("要求", numbered) + p("完。")
    assert found(make_docx(body, numbering=numbering)) == "···一是总体要求\n···要求\n完。"


def test_tables_within_cells_stand_after_the_table(make_docx: Make) -> None:
    inner = f"<w:tbl><w:tr>{tc(p('内一'))}{tc(p('内二'))}</w:tr></w:tbl>"
    table = f"<w:tbl><w:tr>{tc(p('甲'), inner, p(' 丙 '))}{tc(p('乙'))}</w:tr></w:tbl>"
    data = make_docx(table + p("完。"))
    assert found(data) == "甲\n丙\t乙\n内一\t内二\n完。"


def test_notes_stand_at_the_end(make_docx: Make) -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote><w:footnote w:id="1">{p("注")}</w:footnote>'
    assert found(make_docx(p("正文") + p("") + p("完。"), footnotes=notes)) == "正文\n\n完。\n注"


def test_lines_whose_parting_mark_was_deleted_are_one(make_docx: Make) -> None:
    assert found(make_docx(p("投资增长", "<w:rPr><w:del/></w:rPr>") + p("10%。") + p("完。"))) == "投资增长10%。\n完。"


def test_page_numbers_left_out_of_the_text_do_not_mislead(make_docx: Make) -> None:
    pages = "".join(p(f"第{name}页的话，还没有说完") + p(f"— {number} —") for number, name in enumerate("一二三四", 1))
    document, word = opened(make_docx(pages + p("完。")))
    assert "—" not in document.text
    assert all(offset in word.traces for offset, sign in enumerate(document.text) if not sign.isspace())
    assert all(document.text[offset] == trace.sign for offset, trace in word.traces.items())


@pytest.mark.parametrize("path", ["sample", *FILES], ids=lambda path: getattr(path, "name", path))
def test_every_character_of_a_real_file_is_found(path: Path | str) -> None:
    document, word = opened(path.read_bytes() if isinstance(path, Path) else compose_sample_plan())
    assert not [offset for offset, sign in enumerate(document.text) if not sign.isspace() and offset not in word.traces]
    assert all(document.text[offset] in {trace.sign, " "} for offset, trace in word.traces.items())
