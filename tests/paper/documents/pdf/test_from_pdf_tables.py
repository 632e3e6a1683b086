"""Tables of a pdf, on pages made by hand: ruled, half ruled and bare ones, and those that go on over the page."""

import pytest
from tests.paper.documents.pdf.pdf_making import LANDSCAPE, Sheet, make_pdf

from taizhang.paper.documents.document import Grid
from taizhang.paper.documents.opening import open_bytes

ACROSS = (90, 210, 290, 370, 450)
HEAD = ("指标名称", "单位", "上年完成", "本年计划")
ROWS = (("地区生产总值", "亿元", "804.1", "852.3"), ("固定资产投资", "亿元", "251.8", "277"))


def grid_of(document):
    (grid,) = [piece for piece in document.pieces if isinstance(piece, Grid)]
    return grid


def cells_of(document):
    return {
        (cell.row, cell.column): (cell.span.quote(document.text), cell.row_span, cell.column_span)
        for cell in grid_of(document).cells
    }


def edges(first, count, height=24):
    return tuple(first + height * number for number in range(count + 1))


def test_a_ruled_table_is_a_grid_and_its_words_are_no_lines(read):
    sheet = Sheet()
    sheet.write(200, 80, "主要指标")
    sheet.table(ACROSS, edges(100, 3), (HEAD, *ROWS))
    sheet.write(90, 220, "注：按现价计算。")
    assert read("表.pdf", make_pdf(sheet)) == ["主要指标", [[*HEAD], *map(list, ROWS)], "注：按现价计算。"]


def test_merged_cells_span_what_no_line_cuts():
    sheet = Sheet()
    for down in (100, 148, 172):
        sheet.rule(90, down, 450, down)
    sheet.rule(210, 124, 450, 124)
    for across in (90, 210, 450):
        sheet.rule(across, 100, across, 172)
    sheet.rule(330, 124, 330, 172)
    for left, down, words in (
        (94, 128, "指标"),
        (300, 116, "上年完成"),
        (214, 140, "绝对值"),
        (334, 140, "增长%"),
        (94, 164, "生产总值"),
        (214, 164, "804.1"),
        (334, 164, "5.5"),
    ):
        sheet.write(left, down, words)
    assert cells_of(open_bytes("合并.pdf", make_pdf(sheet))) == {
        (0, 0): ("指标", 2, 1),
        (0, 1): ("上年完成", 1, 2),
        (1, 1): ("绝对值", 1, 1),
        (1, 2): ("增长%", 1, 1),
        (2, 0): ("生产总值", 1, 1),
        (2, 1): ("804.1", 1, 1),
        (2, 2): ("5.5", 1, 1),
    }


def test_words_wrapped_in_a_cell_are_joined_and_its_text_lies_between_tabs():
    sheet = Sheet()
    sheet.table((90, 190, 270), (100, 140, 164), (("国有资源有偿使", "收入"), ("增值税", "12345678901")))
    sheet.write(94, 132, "用收入")
    document = open_bytes("换行.pdf", make_pdf(sheet))
    assert document.text == "国有资源有偿使用收入\t收入\n增值税\t12345678901"


def test_open_sides_are_edges_too():
    sheet = Sheet()
    for down in edges(100, 3):
        sheet.rule(90, down, 450, down)
    for across in (210, 330):
        sheet.rule(across, 100, across, 172)
    for row, words in enumerate((("指标", "数值", "比重"), ("城镇", "231.9", "66.9"), ("乡村", "114.8", "33.1"))):
        for left, word in zip((94, 214, 334), words, strict=True):
            sheet.write(left, 116 + 24 * row, word)
    document = open_bytes("开口.pdf", make_pdf(sheet))
    assert (grid_of(document).row_count, grid_of(document).column_count) == (3, 3)


def test_a_table_with_three_rules_only_is_divided_by_its_figures(read):
    sheet = Sheet()
    for down in (100, 124, 220):
        sheet.rule(90, down, 450, down)
    body = (("粮食", "万吨", "303.2", "0.3"), ("油料", "万吨", "18.7", "-0.5"), ("蔬菜", "万吨", "267.0", "2.5"))
    for row, words in enumerate((("品名", "单位", "产量", "增长%"), *body)):
        for left, word in zip((94, 214, 304, 394), words, strict=True):
            sheet.write(left, 116 + 26 * row, word)
    found = read("三线表.pdf", make_pdf(sheet))
    assert found == [[["品名", "单位", "产量", "增长%"], *map(list, body)]]


def test_a_table_without_lines_is_told_by_its_aligned_figures(read):
    sheet = Sheet()
    sheet.write(200, 80, "各街道完成情况")
    body = (("科苑街道", "12.5", "104.2"), ("车站街道", "9.86", "98.7"), ("和平街道", "110.3", "121.0"))
    for row, words in enumerate((("单位", "完成数", "完成率%"), *body)):
        for left, word in zip((94, 214, 334), words, strict=True):
            sheet.write(left, 116 + 22 * row, word)
    sheet.write_lines(90, 240, ["各街道要对照目标抓好落实，按月报送进展，年底统一考核，考核结果通报全区。"[:30]] * 3)
    assert read("无框.pdf", make_pdf(sheet))[:2] == [
        "各街道完成情况",
        [["单位", "完成数", "完成率%"], *map(list, body)],
    ]


def open_table(rows, lefts=(94, 250, 330), pitch=17):
    """A table without lines: its rows a pitch apart, words or None in each column."""
    sheet = Sheet()
    for row, words in enumerate(rows):
        for left, word in zip(lefts, words, strict=True):
            if word:
                sheet.write(left, 116 + pitch * row, word)
    return make_pdf(sheet)


OPEN_HEAD = ("指标名称", "单位", "完成数")


def test_without_lines_a_name_broken_over_two_lines_is_one_row(read):
    rows = [
        OPEN_HEAD,
        ("地区生产总值", "亿元", "612.5"),
        ("规模以上工业企业研究开", "亿元", "9.86"),
        ("发费用", None, None),
        ("城镇新增就业", "人", "8800"),
        ("高技术产业增加值占规模", "%", "31.2"),
        ("以上工业增加值比重", None, None),
        ("粮食产量", "万吨", "7.7"),
    ]
    (table,) = read("折行.pdf", open_table(rows))
    assert [row[0] for row in table] == [
        "指标名称",
        "地区生产总值",
        "规模以上工业企业研究开发费用",
        "城镇新增就业",
        "高技术产业增加值占规模以上工业增加值比重",
        "粮食产量",
    ]


def test_without_lines_a_name_may_go_on_over_three_lines(read):
    rows = [
        OPEN_HEAD,
        ("战略性新兴产业", "%", "12.2"),
        ("增加值占全部地", None, None),
        ("区生产总值比重", None, None),
        ("城镇新增就业", "人", "8800"),
        ("规模以上工业企", "亿元", "9.86"),
        ("业研究开发费用", None, None),
        ("粮食产量", "万吨", "7.7"),
    ]
    (table,) = read("三行.pdf", open_table(rows))
    assert [row[0] for row in table][1:4] == [
        "战略性新兴产业增加值占全部地区生产总值比重",
        "城镇新增就业",
        "规模以上工业企业研究开发费用",
    ]


def test_without_lines_an_open_bracket_is_read_on(read):
    rows = [
        OPEN_HEAD,
        ("居民存款余额（含外币，", "亿元", "612.5"),
        ("不含理财）", None, None),
        ("城镇新增就业", "人", "8800"),
        ("社会消费品零售总额限上部", "亿元", "31.2"),
    ]
    (table,) = read("括号.pdf", open_table(rows))
    assert [row[0] for row in table][1:3] == ["居民存款余额（含外币，不含理财）", "城镇新增就业"]


@pytest.mark.parametrize("heading", ["财政金融", "二、财政金融"])
def test_without_lines_a_heading_below_the_longest_name_stays_a_heading(read, heading):
    rows = [
        OPEN_HEAD,
        ("全员劳动生产率", "元", "201"),
        ("城镇居民人均可支配收入", "元", "43100"),
        (heading, None, None),
        ("一般公共预算收入", "亿元", "45.1"),
        ("年末贷款余额", "亿元", "903"),
    ]
    (table,) = read("小标题.pdf", open_table(rows))
    assert [row[0] for row in table].count(heading) == 1


def test_a_table_that_goes_on_over_the_page_is_one_and_its_repeated_caption_and_head_are_left_out(read):
    sheets = []
    for number in range(3):
        sheet = Sheet()
        sheet.write(200, 80, "重点项目表")
        sheet.write(400, 95, "单位：万元", size=9)
        rows = [(f"第{number * 2 + row}项工程", "万元", f"{number}{row}00", "2029") for row in (1, 2)]
        sheet.table(ACROSS, edges(100, 3, 200), (HEAD, *rows))
        sheet.write(250, 800, f"— {number + 1} —")
        sheets.append(sheet)
    caption, unit, table = read("续表.pdf", make_pdf(*sheets))
    assert (caption, unit) == ("重点项目表", "单位：万元")
    assert [row[0] for row in table] == ["指标名称", *(f"第{number}项工程" for number in range(1, 7))]


def test_tables_with_other_captions_stay_apart(read):
    sheets = []
    for title in ("表1　收入", "表2　支出"):
        sheet = Sheet()
        sheet.write(90, 80, title)
        sheet.table(ACROSS, edges(100, 3, 200), (HEAD, *ROWS))
        sheets.append(sheet)
    assert [type(piece) for piece in read("两表.pdf", make_pdf(*sheets))] == [str, list, str, list]


def test_a_row_the_page_end_cut_in_two_is_whole_again(read):
    first, second = Sheet(), Sheet()
    first.table(
        (90, 120, 240, 450), (600, 624, 700), (("序号", "项目", "内容"), ("1", "滨河公园", "新建步道十二公里，"))
    )
    first.write(244, 690, "配套建设停车场三处、公共厕所")
    second.table((90, 120, 240, 450), (80, 104, 128), (("", "", "六座。"), ("2", "城东学校", "建筑面积三万平方米。")))
    (table,) = read("项目.pdf", make_pdf(first, second))
    assert table[1:] == [
        ["1", "滨河公园", "新建步道十二公里，配套建设停车场三处、公共厕所六座。"],
        ["2", "城东学校", "建筑面积三万平方米。"],
    ]


def test_numbers_wrapped_in_narrow_ruled_cells_are_whole(read):
    sheet = Sheet()
    sheet.table((90, 200, 246, 292), edges(100, 5, 40), (("险种", "预算", "完成"), *[("", "", "")] * 4))
    for row in range(1, 5):
        top = 100 + 40 * row
        sheet.write_lines(94, top + 16, [f"第{row}类社会保险", "基金"], leading=16)
        sheet.write_lines(206, top + 16, ["462591", f"{row}"], leading=16)
        sheet.write(256, top + 24, f"10{row}.5")
    (table,) = read("社保.pdf", make_pdf(sheet))
    assert table[1:] == [[f"第{row}类社会保险基金", f"462591{row}", f"10{row}.5"] for row in range(1, 5)]


def test_the_blank_rest_of_a_row_at_the_head_of_a_page_is_no_row(read):
    first, second = Sheet(), Sheet()
    first.table(ACROSS, edges(700, 2), (HEAD, ROWS[0]))
    second.table(ACROSS, edges(80, 2), (("", "", "", ""), ROWS[1]))
    assert read("空行.pdf", make_pdf(first, second)) == [[[*HEAD], *map(list, ROWS)]]


def test_a_table_on_a_turned_page_has_its_cells_in_order():
    sheet = Sheet(LANDSCAPE)
    turn = "0 1 -1 0"
    for along in (200, 230, 260):
        sheet.rule(along, 90, along, 450)
    for down in (90, 290, 450):
        sheet.rule(200, down, 260, down)
    for (along, down), words in {
        (220, 446): "项目名称",
        (220, 286): "总投资",
        (250, 446): "滨河公园",
        (250, 286): "73699",
    }.items():
        sheet.write(along, down, words, turn=turn)
    assert open_bytes("横表.pdf", make_pdf(sheet)).text == "项目名称\t总投资\n滨河公园\t73699"


def test_a_table_within_a_paragraph_waits_for_its_end(read):
    line = "全区上下齐心协力稳增长促改革调结构惠民生经济运行总体平稳稳中"
    first, second = Sheet(), Sheet()
    first.write_lines(90, 100, ["　　" + line[:28], line[:30], line[:30]])
    second.table(ACROSS, edges(80, 3), (HEAD, *ROWS))
    second.write_lines(90, 200, ["向好。", "　　" + line[:28], line[:30], line[:30]])
    found = read("插表.pdf", make_pdf(first, second))
    assert [type(piece) for piece in found] == [str, list, str]
    assert found[0].endswith("稳稳中向好。")
