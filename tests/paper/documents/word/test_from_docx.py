"""A Word file is read as a person sees it when all changes are accepted."""

import io
from collections.abc import Callable

import docx
import pytest

from taizhang.paper.documents.document import Document, Grid, Line, LineRole
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.documents.word import from_docx
from taizhang.paper.errors import TableTooLargeError

View = list[str | list[list[str]]]
Read = Callable[[str, bytes], View]
Make = Callable[..., bytes]


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def tc(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


INSTRUCTION = "<w:r><w:instrText> REF a </w:instrText></w:r>"


def test_a_document_made_by_python_docx_keeps_headings_paragraphs_and_tables(view: Callable[[Document], View]) -> None:
    made = docx.Document()
    made.add_heading("一、总体要求", 1)
    made.add_paragraph("地区生产总值增长6%左右。")
    table = made.add_table(2, 2)
    for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), ("指标", "目标", "投资", "10%"), strict=True):
        cell.text = text
    made.core_properties.title = "年度计划"
    file = io.BytesIO()
    made.save(file)
    document = open_bytes("计划.docx", file.getvalue())
    assert view(document) == ["一、总体要求", "地区生产总值增长6%左右。", [["指标", "目标"], ["投资", "10%"]]]
    heading = document.pieces[0]
    assert isinstance(heading, Line)
    assert (heading.style, heading.outline_level) == ("heading 1", 1)
    assert (document.title, document.origin.media) == ("年度计划", "docx")


def test_words_split_over_runs_links_and_controls_are_one_line(make_docx: Make, read: Read) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('5')}</w:sdtContent></w:sdt>"
    body = p(r("增长"), f"<w:hyperlink>{r('1')}</w:hyperlink>", control, f"<w:smartTag>{r('%')}</w:smartTag>")
    assert read("a.docx", make_docx(body)) == ["增长15%"]


def test_a_control_that_shows_its_prompt_only_is_empty(make_docx: Make, read: Read) -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击输入')}</w:sdtContent></w:sdt>"
    assert read("a.docx", make_docx(p(r("单位："), prompt))) == ["单位："]


def test_tracked_changes_are_accepted(make_docx: Make, read: Read) -> None:
    inserted, deleted = f"<w:ins>{r('10%')}</w:ins>", "<w:del><w:r><w:delText>8%</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('区')}</w:moveFrom>", f"<w:moveTo>{r('全区')}</w:moveTo>"
    body = p(moved[0], r("投资增长"), inserted, deleted) + p(moved[1])
    assert read("a.docx", make_docx(body)) == ["投资增长10%", "全区"]


def test_paragraphs_whose_parting_mark_was_deleted_are_one(make_docx: Make, read: Read) -> None:
    body = p(r("投资增长"), properties="<w:rPr><w:del/></w:rPr>") + p(r("10%。")) + p(r("消费增长5%。"))
    assert read("a.docx", make_docx(body)) == ["投资增长10%。", "消费增长5%。"]


def test_a_last_paragraph_whose_mark_was_deleted_is_not_lost(make_docx: Make, read: Read) -> None:
    assert read("a.docx", make_docx(p(r("投资增长。"), properties="<w:rPr><w:del/></w:rPr>"))) == ["投资增长。"]


def test_a_deleted_row_is_gone_and_an_inserted_one_stays(make_docx: Make, read: Read) -> None:
    rows = [
        tr(tc(p(r(name))), tc(p(r("1"))), properties=mark)
        for name, mark in zip("甲乙丙", ("", "<w:del/>", "<w:ins/>"), strict=True)
    ]
    assert read("a.docx", make_docx(f"<w:tbl>{''.join(rows)}</w:tbl>")) == [[["甲", "1"], ["丙", "1"]]]


def test_a_field_shows_its_result_only(make_docx: Make, read: Read) -> None:
    nested = field("begin") + INSTRUCTION + field("begin") + r("内") + field("separate") + r("层") + field("end")
    body = p(r("见第"), nested, field("separate"), r("3"), field("end"), r("页"))
    assert read("a.docx", make_docx(body)) == ["见第3页"]


def test_a_field_that_lost_its_end_does_not_swallow_the_document(make_docx: Make, read: Read) -> None:
    assert read("a.docx", make_docx(p(r("甲"), field("begin"), INSTRUCTION) + p(r("乙")))) == ["甲", "乙"]


def test_hidden_text_is_not_read_whether_said_by_run_or_style(make_docx: Make, read: Read) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="g"><w:name w:val="亦暗"/><w:basedOn w:val="h"/></w:style>'
    )
    body = p(r("甲", "<w:vanish/>"), r("乙", '<w:rStyle w:val="g"/>'), r("丙", '<w:vanish w:val="0"/>'))
    assert read("a.docx", make_docx(body, styles=styles)) == ["丙"]


def test_tabs_breaks_symbols_and_hyphens(make_docx: Make, read: Read) -> None:
    signs = (
        '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>≥</w:t><w:sym w:font="Symbol" w:char="F0B3"/>'
        "<w:softHyphen/><w:noBreakHyphen/><w:t>丙\u00ad丁\u200b</w:t></w:r>"
    )
    assert read("a.docx", make_docx(p(signs))) == ["甲\t乙", "≥≥-丙丁"]


def test_a_heading_set_on_two_lines_goes_on_in_the_second(make_docx: Make) -> None:
    heading = p("<w:r><w:t>二〇二三年</w:t><w:br/><w:t>年度计划</w:t></w:r>", properties='<w:outlineLvl w:val="0"/>')
    lines = open_bytes("a.docx", make_docx(heading)).pieces
    assert [isinstance(line, Line) and (line.is_wrapped, line.outline_level) for line in lines] == [
        (True, 1),
        (False, 1),
    ]


def test_a_text_box_is_read_once_after_its_paragraph(make_docx: Make) -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{p(r(text))}</w:txbxContent>"

    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box("专栏")}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box('专栏')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = p(r("正文"), f"<w:r>{both}</w:r>", f"<w:r><w:pict><v:textbox>{box('旧框')}</v:textbox></w:pict></w:r>") + p(
        r("正文继续")
    )
    document = open_bytes("a.docx", make_docx(body))
    roles = [(piece.span.quote(document.text), piece.role) for piece in document.pieces if isinstance(piece, Line)]
    assert roles == [
        ("正文", LineRole.BODY),
        ("专栏", LineRole.BOX),
        ("旧框", LineRole.BOX),
        ("正文继续", LineRole.BODY),
    ]


def test_a_table_of_one_cell_is_a_box(make_docx: Make) -> None:
    body = p(r("正文在前，足够长。")) + f"<w:tbl>{tr(tc(p(r('专栏'))))}</w:tbl>"
    last = open_bytes("a.docx", make_docx(body)).pieces[-1]
    assert isinstance(last, Line)
    assert last.role is LineRole.BOX


def test_a_frame_around_the_whole_document_is_no_box(make_docx: Make) -> None:
    document = open_bytes("a.docx", make_docx(f"<w:tbl>{tr(tc(p(r('一、总体要求')), p(r('增长6%。'))))}</w:tbl>"))
    assert {isinstance(piece, Line) and piece.role for piece in document.pieces} == {LineRole.BODY}


def test_notes_stand_at_the_end_and_their_separators_nowhere(make_docx: Make) -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p(r("——"))}</w:footnote>'
        f'<w:footnote w:id="1">{p(r("按可比价格计算。"))}</w:footnote>'
    )
    body = p(r("增长6%"), '<w:r><w:footnoteReference w:id="1"/></w:r>', r("。"))
    document = open_bytes("a.docx", make_docx(body, footnotes=notes))
    assert document.text == "增长6%。\n按可比价格计算。"
    assert [isinstance(piece, Line) and piece.role for piece in document.pieces] == [LineRole.BODY, LineRole.NOTE]


def test_merged_cells_stand_once_and_cover_their_places(make_docx: Make) -> None:
    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        tr(tc(p(r("指标")), properties=start), tc(p(r("2022年")), properties='<w:gridSpan w:val="2"/>')),
        tr(tc(p(), properties=goes_on), tc(p(r("完成"))), tc(p(r("增长")))),
        tr(tc(p(r("投资"))), tc(p(r("10"))), properties='<w:gridBefore w:val="1"/>'),
    )
    document = open_bytes("a.docx", make_docx(f"<w:tbl>{''.join(rows)}</w:tbl>"))
    (grid,) = document.pieces
    assert isinstance(grid, Grid)
    places = [
        (cell.span.quote(document.text), cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells
    ]
    assert places == [
        ("指标", 0, 0, 2, 1), ("2022年", 0, 1, 1, 2), ("完成", 1, 1, 1, 1), ("增长", 1, 2, 1, 1), ("投资", 2, 1, 1, 1), ("10", 2, 2, 1, 1),
    ]  # fmt: skip
    assert (grid.row_count, grid.column_count) == (3, 3)
    assert document.text == "指标\t2022年\t\n\t完成\t增长\n\t投资\t10"


def test_a_cell_keeps_its_line_breaks_and_no_tabs(make_docx: Make, read: Read) -> None:
    cell = tc(p(r("比上年")), p(), p("<w:r><w:t>增</w:t><w:tab/><w:t>长</w:t></w:r>"))
    assert read("a.docx", make_docx(f"<w:tbl>{tr(cell, tc(p(r('%'))))}</w:tbl>")) == [[["比上年\n增 长", "%"]]]


def test_a_table_within_a_cell_stands_after_the_outer_one(make_docx: Make, read: Read) -> None:
    inner = f"<w:tbl>{tr(tc(p(r('内'))), tc(p(r('1'))))}</w:tbl>"
    outer = f"<w:tbl>{tr(tc(p(r('外')), inner, p()), tc(p(r('2'))))}</w:tbl>"
    assert read("a.docx", make_docx(outer)) == [[["外", "2"]], [["内", "1"]]]


def test_rows_and_cells_within_content_controls_are_read(make_docx: Make, read: Read) -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    table = f"<w:tbl>{control(tr(control(tc(p(r('甲')))), tc(p(r('乙')))))}</w:tbl>"
    assert read("a.docx", make_docx(control(table))) == [[["甲", "乙"]]]


def test_a_ruby_gives_its_words_without_the_reading_aid(make_docx: Make, read: Read) -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('lín')}</w:rt><w:rubyBase>{r('临')}</w:rubyBase></w:ruby></w:r>"
    assert read("a.docx", make_docx(p(ruby, r("淄区")))) == ["临淄区"]


def test_empty_paragraphs_in_a_row_are_one(make_docx: Make, read: Read) -> None:
    assert read("a.docx", make_docx(p() + p(r("甲")) + p() * 5 + p(r("乙")))) == ["甲", "", "乙"]


@pytest.mark.parametrize("strict", [False, True])
def test_the_strict_variant_of_the_standard_is_read_alike(
    make_docx: Make, make_zip: Make, read: Read, *, strict: bool
) -> None:
    namespace = (
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
        if strict
        else "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    )
    body = f'<w:document xmlns:w="{namespace}"><w:body>{p(r("甲"))}</w:body></w:document>'
    assert read("a.docx", make_zip({"word/document.xml": body})) == ["甲"]


def test_the_main_part_may_have_any_name(make_zip: Make, read: Read) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    ties = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="/word/document2.xml"/></Relationships>'
    )
    body = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{p(r("甲"))}</w:body></w:document>'
    assert read("a.docx", make_zip({"_rels/.rels": ties, "word/document2.xml": body})) == ["甲"]


def test_more_cells_than_any_document_has_are_refused_before_they_are_placed(
    make_docx: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_docx, "MOST_PLACES", 99)
    table = "<w:tbl>" + "<w:tr><w:tc/><w:tc/></w:tr>" * 50 + "</w:tbl>"
    with pytest.raises(TableTooLargeError):
        open_bytes("a.docx", make_docx(table))
