"""Flattened tables (拉平的表): found in plain text whatever was left between their cells. All figures are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.paper.blocks.flattened import find_flattened
from taizhang.paper.documents.document import Grid, Line
from taizhang.paper.spans import Span

CELL_A_LINE = """\
附件：
主要预期目标
\t指标名称
\t单位
\t2023年完成
\t2024年计划

\t
\t
\t绝对值
\t增长%
\t绝对值
\t增长%

\t一、地区生产总值
\t亿元
\t512.3
\t5.1
\t543
\t6左右

\t二、开放型经济
\t

\t    实际使用外资
\t万美元
\t900
\t12
\t量质齐升

\t    单位GDP能耗降低率
\t％
\t——
\t完成上级任务

\t    新增就业
\t万人
\t0.8
\t0.7
"""


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text, blank ones left out and the others without the blanks around them."""
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            lines.append(Line(Span(start + lead, start + len(line.rstrip()))))
        start += len(line)
    return tuple(lines)


def only_grid(text: str) -> Grid:
    ((_, _, grid),) = find_flattened(text, lines_of(text))
    return grid


def drawn(text: str, grid: Grid) -> list[str]:
    """Each row of a grid with its cells between bars; a cell over several columns with its width."""
    rows: list[list[str]] = [[] for _ in range(grid.row_count)]
    for cell in grid.cells:
        width = f"*{cell.column_span}" if cell.column_span > 1 else ""
        rows[cell.row].append(cell.span.quote(text).strip() + width)
    return ["|".join(row) for row in rows]


BODY = [
    "一、地区生产总值|亿元|512.3|5.1|543|6左右",
    "实际使用外资|万美元|900|12|量质齐升*2",
    "单位GDP能耗降低率|％|——*2|完成上级任务*2",
    "新增就业|万人|0.8*2|0.7*2",
]
HEADS = ["指标名称|单位|2023年完成*2|2024年计划*2", "绝对值|增长%|绝对值|增长%"]


def test_a_cell_a_line_led_by_tabs() -> None:
    ((first, last, grid),) = find_flattened(CELL_A_LINE, lines_of(CELL_A_LINE))
    lines = lines_of(CELL_A_LINE)
    assert lines[first].span.quote(CELL_A_LINE) == "指标名称"
    assert last == len(lines)
    rows = drawn(CELL_A_LINE, grid)
    assert rows[:2] == HEADS
    assert [row for row in rows[2:] if not row.startswith("二、")] == BODY
    assert "二、开放型经济|*5" in rows


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\u2028"])
def test_lines_may_be_broken_in_any_way(line_break: str) -> None:
    text = CELL_A_LINE.replace("\n", line_break)
    assert drawn(text, only_grid(text)) == drawn(CELL_A_LINE, only_grid(CELL_A_LINE))


def test_the_indent_of_a_name_is_kept() -> None:
    grid = only_grid(CELL_A_LINE)
    labels = [cell.span.quote(CELL_A_LINE) for cell in grid.cells if cell.column == 0]
    assert "    实际使用外资" in labels


def test_a_cell_a_line_without_tabs_and_with_rows_kept_apart() -> None:
    text = CELL_A_LINE.replace("\n\t\n\t\n", "\n").replace("\n\t\n", "\n").replace("\t", "")
    rows = drawn(text, only_grid(text))
    assert rows[:2] == HEADS
    assert [row for row in rows[2:] if not row.startswith("二、")] == BODY


def test_a_cell_a_line_and_nothing_between_the_rows() -> None:
    text = "\n".join(line.strip() for line in CELL_A_LINE.splitlines() if line.strip())
    rows = drawn(text, only_grid(text))
    assert rows[:2] == HEADS
    assert [row for row in rows[2:] if not row.startswith("二、")] == BODY


@pytest.mark.parametrize("gap", ["\t", "    ", "　　"])
def test_a_row_a_line(gap: str) -> None:
    lines = [
        "指标 | 单位 | 2023年 | 2024年计划",
        "粮食产量 | 万吨 | 12.5 | 12.6",
        "肉类产量 | 万吨 | 3.1 | 3.2",
        "森林覆盖率 | % | 25 | 25.2",
    ]
    text = "\n".join(line.replace(" | ", gap) for line in lines) + "\n"
    assert drawn(text, only_grid(text)) == [line.replace(" | ", "|") for line in lines]


def test_a_row_a_line_with_empty_cells_between_tabs() -> None:
    text = (
        "指标\t单位\t2023年完成\t\t2024年计划\t\n\t\t绝对值\t增长%\t绝对值\t增长%\n"
        "进出口总额\t亿元\t62\t-3\t65\t5\n一般公共预算收入\t亿元\t30\t4\t\t5\n固定资产投资\t亿元\t120\t7\t131\t9\n"
    )
    rows = drawn(text, only_grid(text))
    assert rows[:2] == ["指标|单位|2023年完成*2|2024年计划*2", "绝对值|增长%|绝对值|增长%"]
    assert rows[3] == "一般公共预算收入|亿元|30|4||5"


def test_markdown() -> None:
    text = "前言。\n\n| 项目 | 投资 |\n|:---|---:|\n| 甲 | 3 |\n| 乙 | 4 |\n\n后记。\n"
    ((first, last, grid),) = find_flattened(text, lines_of(text))
    assert drawn(text, grid) == ["项目|投资", "甲|3", "乙|4"]
    assert (first, last) == (1, 5)


def test_group_rows_between_tabbed_rows_stay_in_the_table() -> None:
    text = "指标\t2023年\t2024年\n一、农业\n粮食\t12\t13\n肉类\t3\t4\n二、工业\n水泥\t50\t52\n"
    assert drawn(text, only_grid(text))[1] == "一、农业*3"


def test_two_tables_with_words_between_them_are_two() -> None:
    table = "指标\t2023年\t2024年\n粮食\t12\t13\n肉类\t3\t4\n"
    text = f"{table}下表为工业指标。\n{table}"
    assert [(first, last) for first, last, _ in find_flattened(text, lines_of(text))] == [(0, 3), (4, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "\t2023年，全区生产总值增长5.1%。\n\n\t固定资产投资增长7%。\n\n\t进出口增长3%。\n",
        "各位代表：　　现在报告工作，请审议。\n一年来　　我们做了以下工作。\n二是　　抓项目。\n",
        "目　录\n一、总体要求\t1\n二、主要任务\t3\n三、保障措施\t9\n",
        "张三  李四  王五\n赵六  钱七  孙八\n周九  吴十  郑某\n",
        "项目\n甲园区\n乙园区\n丙园区\n丁园区\n",
        "首页 | 新闻 | 公开\n",
        "1\n2\n3\n4\n5\n6\n",
        "",
    ],
)
def test_prose_contents_and_names_are_no_tables(text: str) -> None:
    assert find_flattened(text, lines_of(text)) == ()


def test_lines_apart_by_a_real_table_are_never_joined() -> None:
    text = "指标\t2023年\t2024年\n粮食\t12\t13\n格一\t格二\n肉类\t3\t4\n水泥\t50\t52\n"
    lines = tuple(line for line in lines_of(text) if line.span.quote(text) != "格一\t格二")
    assert find_flattened(text, lines) == ()


@given(
    st.lists(st.sampled_from(["\t", "\n", "|", "  ", "　", "指标", "单位", "1.5", "2023年", "——", "一、", "---", "。"]))
)
def test_any_mixture_gives_tables_that_fit_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    lines = lines_of(text)
    end = 0
    for first, last, grid in find_flattened(text, lines):
        assert end <= first < last <= len(lines)
        end = last
        for cell in grid.cells:
            assert 0 <= cell.span.start <= cell.span.end <= len(text)
            assert cell.row + cell.row_span <= grid.row_count
            assert cell.column + cell.column_span <= grid.column_count
