"""A page of a government site is read without the site."""

from collections.abc import Callable

import pytest

from taizhang.paper.documents.document import Grid, Line
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.errors import DamagedFileError

View = list[str | list[list[str]]]
Read = Callable[[str, bytes], View]

SENTENCE = "全年固定资产投资增长10%，社会消费品零售总额增长5%，进出口总额增长5%，居民人均可支配收入与经济增长同步。"
PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>二〇二三年计划_临河区人民政府</title><style>p {{color: red}}</style></head>
<body>
<div class="header"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul><input value="搜索"><button>搜索</button></div>
<div class="main">
  <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/b">计划</a></div>
  <h1>二〇二三年计划</h1>
  <div class="info">发布时间：2023-03-15 来源：临河区发展和改革局 【字体：大 中 小】 <span>打印</span></div>
  <div id="zoom">
    <!-- 正文 -->
    <p>一、总体要求</p>
    <p>　　{SENTENCE}</p>
    <p style="display: none">不可见</p>
    <p><img src="data:image/png;base64,{"A" * 300}"></p>
  </div>
  <div class="share">分享到：<a>微信</a></div>
  <p><a href="#">打印本页</a>　<a href="#">关闭窗口</a></p>
</div>
<div class="footer">主办：临河区人民政府办公室　备案号：12345678 电话：0000-1234567</div>
<script>var a = "{SENTENCE * 20}";</script>
</body></html>"""


def test_the_headline_and_the_text_remain_and_nothing_of_the_site(read: Read) -> None:
    assert read("计划.html", PAGE.encode()) == ["二〇二三年计划", "一、总体要求", SENTENCE]


def test_the_title_and_the_encoding_are_those_of_the_page() -> None:
    document = open_bytes("计划.html", PAGE.replace("utf-8", "gb2312").encode("gb18030"))
    assert (document.title, document.origin.encoding) == ("二〇二三年计划_临河区人民政府", "gb18030")


def test_a_number_split_over_spans_is_one(read: Read) -> None:
    page = "<html><p>完成<span>202</span><span><font>5</font></span><b>.3</b>亿元</p></html>"
    assert read("a.html", page.encode()) == ["完成2025.3亿元"]


def test_breaks_and_blocks_end_lines_and_source_line_breaks_do_not(read: Read) -> None:
    page = "<html><div>投资\n   增长<br>消费&nbsp;增长<div>出口</div>进口<!-- 注 -->额</div><pre>甲\n乙</pre></html>"
    assert read("a.html", page.encode()) == ["投资增长", "消费 增长", "出口", "进口额", "甲", "乙"]


def test_headings_have_a_level_unless_they_hold_a_whole_paragraph() -> None:
    page = f"<html><h2>一、综合</h2><h2>{SENTENCE}</h2><p>甲</p></html>"
    levels = [piece.outline_level for piece in open_bytes("a.html", page.encode()).pieces if isinstance(piece, Line)]
    assert levels == [2, None, None]


def test_spans_of_a_table_are_resolved() -> None:
    page = """<table><caption>主要指标</caption>
    <tr><th rowspan="2">指标</th><th colspan="2">2022年</th></tr><tr><th>完成</th><th>增长<br>（%）</th></tr>
    <tbody><tr><td><p>投资</p></td><td>251.8</td><td></td></tr></tbody></table>"""
    (grid,) = (document := open_bytes("a.html", f"<html>{page}</html>".encode())).pieces
    assert isinstance(grid, Grid)
    cells = [
        (cell.span.quote(document.text), cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells
    ]
    assert cells == [
        ("指标", 0, 0, 2, 1), ("2022年", 0, 1, 1, 2), ("完成", 1, 1, 1, 1), ("增长\n（%）", 1, 2, 1, 1),
        ("投资", 2, 0, 1, 1), ("251.8", 2, 1, 1, 1), ("", 2, 2, 1, 1),
    ]  # fmt: skip
    assert grid.title == "主要指标"


def test_absurd_spans_are_bounded() -> None:
    page = '<html><table><tr><td rowspan="99999" colspan="0">甲</td><td rowspan="0">乙</td></tr><tr><td>丙</td></tr></table></html>'
    (grid,) = open_bytes("a.html", page.encode()).pieces
    assert isinstance(grid, Grid)
    assert grid.row_count == 2


def test_a_table_that_lays_out_the_page_is_no_table(read: Read) -> None:
    prose = f"<p>一、总体要求</p><p>{SENTENCE * 8}</p><table><tr><td>指标</td><td>目标</td></tr><tr><td>投资</td><td>10%</td></tr></table>"
    page = f'<html><table><tr><td><a href="/">首页</a></td><td>{prose}</td></tr></table></html>'
    assert read("a.html", page.encode()) == ["一、总体要求", SENTENCE * 8, [["指标", "目标"], ["投资", "10%"]]]


def test_a_table_alone_is_a_document(read: Read) -> None:
    page = "<table><tbody><tr><td>指标</td><td>1-3月</td></tr><tr><td>进出口</td><td>180689.2</td></tr></tbody></table>"
    assert read("月报.html", page.encode()) == [[["指标", "1-3月"], ["进出口", "180689.2"]]]


def test_parts_beside_the_longest_are_kept_where_they_hold_sentences(read: Read) -> None:
    page = f"<html><div><div><p>{SENTENCE * 10}</p></div><div><p>注：{SENTENCE}</p></div></div></html>"
    assert read("a.html", page.encode()) == [SENTENCE * 10, f"注：{SENTENCE}"]


def test_a_misnamed_element_around_the_text_is_not_dropped(read: Read) -> None:
    page = f'<html><div class="footer"><p>{SENTENCE}</p></div></html>'
    assert read("a.html", page.encode()) == [SENTENCE]


def test_a_form_around_the_page_is_seen_through(read: Read) -> None:
    page = f"<html><form><input value='x'><select><option>请选择</option></select><p>{SENTENCE}</p></form></html>"
    assert read("a.aspx.html", page.encode()) == [SENTENCE]


def test_emphasis_opened_and_never_closed_does_no_harm(read: Read) -> None:
    page = "<html><body>" + "<font color=red>" * 20_000 + f"<p>{SENTENCE}</p>"
    assert read("a.html", page.encode()) == [SENTENCE]


def test_blocks_nested_deeper_than_any_page_are_refused() -> None:
    with pytest.raises(DamagedFileError):
        open_bytes("a.html", ("<html><body>" + "<div>" * 20_000 + SENTENCE).encode())


def test_a_word_file_that_is_a_web_page_inside_is_read_as_one(read: Read) -> None:
    assert read("计划.doc", "<html><p>增长6%</p></html>".encode()) == ["增长6%"]
    assert read("指标.xls", "<table><tr><td>指标</td><td>1</td></tr></table>".encode()) == [[["指标", "1"]]]
