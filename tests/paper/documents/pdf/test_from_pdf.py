"""The pdf reader, on pages made by hand: paragraphs, furniture, columns, notes."""

from itertools import pairwise

import pytest
from tests.paper.documents.pdf.pdf_making import LANDSCAPE, PORTRAIT, Sheet, make_pdf

from taizhang.paper.documents.document import Line, LineRole
from taizhang.paper.documents.opening import open_bytes

FULL = "全区上下齐心协力稳增长促改革调结构惠民生经济运行总体平稳稳中向好"


def page_of(*lines: str, left: float = 90, first: float = 100) -> Sheet:
    sheet = Sheet()
    sheet.write_lines(left, first, lines)
    return sheet


def roles(document):
    return [(piece.role, piece.span.quote(document.text)) for piece in document.pieces if isinstance(piece, Line)]


def test_the_wrapped_lines_of_a_paragraph_are_one_line(read):
    sheet = page_of("　　" + FULL[:28], FULL[:30], FULL[:30], "各项目标圆满完成。")
    assert read("平稳.pdf", make_pdf(sheet)) == [FULL[:28] + FULL[:30] + FULL[:30] + "各项目标圆满完成。"]


def test_a_number_split_by_the_end_of_a_line_is_whole_and_foreign_words_keep_their_space(read):
    sheet = page_of(
        FULL[:28] + "产值12",
        "34.5亿元，其中" + FULL[:20] + "Green",
        "Valley园区" + FULL[:25],
        "增长5.6%。",
    )
    (paragraph,) = read("产值.pdf", make_pdf(sheet))
    assert "产值1234.5亿元" in paragraph
    assert "Green Valley园区" in paragraph


def test_headings_and_indented_paragraphs_stand_alone(read):
    sheet = Sheet()
    sheet.write(220, 80, "工作计划", size=22)
    sheet.write(114, 120, "一、总体要求")
    sheet.write_lines(90, 140, ("　　" + FULL[:28], FULL[:30], "稳中求进。"))
    sheet.write_lines(90, 200, ("　　" + FULL[:28], FULL[:30], FULL[:30]))
    sheet.write(114, 260, "二、主要目标")
    first, second = FULL[:28] + FULL[:30] + "稳中求进。", FULL[:28] + FULL[:30] + FULL[:30]
    assert read("计划.pdf", make_pdf(sheet)) == ["工作计划", "一、总体要求", first, second, "二、主要目标"]


def test_a_title_over_two_centred_lines_is_one_line(read):
    sheet = page_of(*[FULL[:30]] * 4, first=200)
    sheet.write(171, 80, "关于本区二〇二九年", size=22)
    sheet.write(193, 112, "工作计划的报告", size=22)
    sheet.write(210, 140, "（二〇二九年一月九日")
    sheet.write(240, 160, "在大会上）")
    found = read("报告.pdf", make_pdf(sheet))
    assert found[:2] == ["关于本区二〇二九年工作计划的报告", "（二〇二九年一月九日在大会上）"]


def test_running_heads_feet_and_page_numbers_are_left_out_and_paragraphs_go_on_over_the_page(read):
    sheets = [page_of(*[FULL[start : start + 30]] * 8) for start in range(3)]
    for number, sheet in enumerate(sheets, start=1):
        sheet.write(90, 50, "某市人民政府公报", size=9)
        sheet.write(400, 50, f"第{number}页", size=9)
        sheet.write(280, 800, f"— {number} —", size=9)
    assert read("公报.pdf", make_pdf(*sheets)) == [FULL[:30] * 8 + FULL[1:31] * 8 + FULL[2:32] * 8]


def test_numbered_headings_at_the_top_of_every_page_are_not_page_numbers(read):
    sheets = [page_of(f"附件{number}", f"第{number}项材料，到此为止。", first=80) for number in (1, 2, 3)]
    found = read("附件.pdf", make_pdf(*sheets))
    assert found[::2] == ["附件1", "附件2", "附件3"]


def test_bare_page_numbers_go_and_bare_numbers_that_do_not_count_stay(read):
    sheets = [page_of("　　" + FULL[:28], FULL[:30], FULL[:30], "完成。") for _ in range(3)]
    for number, sheet in enumerate(sheets, start=7):
        sheet.write(290, 800, str(number))
    sheets[0].write(290, 60, "2029")
    assert read("年鉴.pdf", make_pdf(*sheets))[0] == "2029"
    assert not any("7" in words for words in read("年鉴.pdf", make_pdf(*sheets)))


def test_columns_are_read_one_after_the_other(read):
    sheet = Sheet()
    left, right = FULL[:16], FULL[14:30]
    sheet.write(200, 60, "两栏排的公报", size=20)
    sheet.write_lines(60, 100, [left] * 7)
    sheet.write_lines(300, 104, [right] * 7)
    assert read("两栏.pdf", make_pdf(sheet)) == ["两栏排的公报", left * 7 + right * 7]


def test_footnotes_are_notes_and_do_not_break_the_paragraph(read):
    first, second = page_of(*[FULL[:30]] * 8), page_of("圆满收官。", *["　　" + FULL[:28]] * 3)
    first.write(90, 780, "[1]生产总值为初步核算数。", size=9)
    document = open_bytes("脚注.pdf", make_pdf(first, second))
    assert roles(document)[:2] == [
        (LineRole.BODY, FULL[:30] * 8 + "圆满收官。"),
        (LineRole.NOTE, "[1]生产总值为初步核算数。"),
    ]


def test_note_marks_are_dropped_and_exponents_stay(read):
    sheet = Sheet()
    sheet.write(90, 100, "生产总值")
    sheet.write(138, 96, "[1]", size=7)
    sheet.write(149, 100, "达到100亿元，建成区12km")
    sheet.write(287, 96, "2", size=7)
    sheet.write(291, 100, "。")
    assert read("上标.pdf", make_pdf(sheet)) == ["生产总值达到100亿元，建成区12km²。"]


def test_words_in_a_frame_are_a_box(read):
    sheet = page_of(*[FULL[:30]] * 3)
    sheet.box(90, 200, 450, 270)
    sheet.write_lines(100, 220, ["专栏1　重点工程", "新建改建道路十二条。"])
    document = open_bytes("专栏.pdf", make_pdf(sheet))
    assert (LineRole.BOX, "新建改建道路十二条。") in roles(document)


def test_false_bold_type_is_read_once_and_watermarks_not_at_all(read):
    sheet = Sheet()
    for offset in (0, 0.3, 0.6):
        sheet.write(90 + offset, 100, "一、总体情况")
    sheet.write(90, 300, "内部资料", size=40, turn="0.7 0.7 -0.7 0.7")
    assert read("水印.pdf", make_pdf(sheet)) == ["一、总体情况"]


def test_words_with_their_characters_spread_out_are_closed_up(read):
    sheet = Sheet()
    sheet.write(250, 100, "目")
    sheet.write(300, 100, "录")
    assert read("目录.pdf", make_pdf(sheet)) == ["目录"]


def test_numbers_side_by_side_stay_two(read):
    assert read("图.pdf", make_pdf(page_of("图1 2029年完成投资情况"))) == ["图1 2029年完成投资情况"]


def test_entries_of_a_table_of_contents_keep_their_lines(read):
    entries = [f"{number}、第{number}部分" + "…" * (24 - number) + f"（{number}）" for number in range(1, 6)]
    assert read("目录.pdf", make_pdf(page_of(*entries))) == entries


def test_every_piece_knows_its_page_and_the_pages_are_counted():
    document = open_bytes("三页.pdf", make_pdf(*(page_of(f"第{number}段，到此为止。") for number in (1, 2, 3))))
    assert [piece.page for piece in document.pieces] == [1, 2, 3]
    assert document.origin.pages == 3


def test_spans_follow_one_another_and_quote_their_words():
    sheets = [page_of("　　" + FULL[:28], FULL[:30], "完成。") for _ in range(2)]
    document = open_bytes("位置.pdf", make_pdf(*sheets))
    assert all(first.span.end < second.span.start for first, second in pairwise(document.pieces))
    assert document.text == "\n".join(piece.span.quote(document.text) for piece in document.pieces)


@pytest.mark.parametrize(
    ("turn", "size", "first", "step"),
    [
        ("0 1 -1 0", LANDSCAPE, (100, 450), (20, 0)),
        ("-1 0 0 -1", PORTRAIT, (450, 742), (0, -20)),
        ("0 -1 1 0", LANDSCAPE, (742, 90), (-20, 0)),
    ],
)
def test_a_page_turned_on_its_side_is_read_upright(read, turn, size, first, step):
    lines = ["　　" + FULL[:28], FULL[:30], "完成。"]
    sheet = Sheet(size)
    for number, words in enumerate(lines):
        sheet.write(first[0] + number * step[0], first[1] + number * step[1], words, turn=turn)
    sheet.write(20, 30, "— 12 —")
    assert read("横排.pdf", make_pdf(sheet)) == ["".join(lines).strip()]
