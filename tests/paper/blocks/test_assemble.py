"""Lines become paragraphs, flattened cells become tables, and every word can be found again in the document."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.blocks.block import Paragraph, TableBlock
from taizhang.paper.documents.document import Cell, Document, Grid, Line, Origin
from taizhang.paper.documents.opening import open_document
from taizhang.paper.spans import Span

SHARED = Path(__file__).parents[4] / "shared"
ORIGIN = Origin("计划.docx", "docx", "0" * 64, 1)


def texts(blocks):
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_indents_and_blank_lines_are_no_words(blocks_of):
    text = "　　全区粮食总产稳定。  \n\n\t林地面积增加。\n"
    blocks = blocks_of(text)
    assert texts(blocks) == ["全区粮食总产稳定。", "林地面积增加。"]
    assert [block.span.quote(text) for block in blocks] == texts(blocks)


def test_wrapped_lines_flow_and_keep_their_places():
    text = "全年新建农村公\n路二十公里。"
    lines = (Line(Span(0, 7), is_wrapped=True), Line(Span(8, 14)))
    (paragraph,) = assemble_blocks(Document(text, lines, ORIGIN))
    assert paragraph.text == "全年新建农村公路二十公里。"
    found = paragraph.text.index("公路")
    assert paragraph.locate(found, found + 2).quote(text) == "公\n路"


def test_a_last_line_that_claims_to_go_on_still_ends():
    (paragraph,) = assemble_blocks(Document("粮食丰收", (Line(Span(0, 4), is_wrapped=True),), ORIGIN))
    assert paragraph.text == "粮食丰收"


def grid_document(*lines):
    text = "\n".join((*lines, "粮食\t9.8"))
    spans = []
    for line in lines:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(line)))
    start = len(text) - 6
    cells = (Cell(Span(start, start + 2), 0, 0), Cell(Span(start + 3, start + 6), 0, 1))
    grid = Grid(Span(start, len(text)), cells, 1, 2)
    return Document(text, (*(Line(span) for span in spans), grid), ORIGIN)


def test_a_table_takes_title_and_unit_from_the_lines_above():
    document = grid_document("农业形势很好。", "2031年主要农产品产量", "单位：万吨")
    table = assemble_blocks(document)[-1]
    assert (table.title, table.unit_note) == ("2031年主要农产品产量", "万吨")
    assert table.title_span.quote(document.text) == table.title
    assert not table.is_rebuilt


def test_title_and_unit_may_share_a_line():
    table = assemble_blocks(grid_document("表2  主要农产品产量（单位：万吨）"))[-1]
    assert (table.title, table.unit_note) == ("表2  主要农产品产量", "万吨")


def test_the_number_of_a_table_is_not_its_title():
    table = assemble_blocks(grid_document("2031年农产品产量表", "表一  单位：万吨"))[-1]
    assert (table.title, table.unit_note) == ("2031年农产品产量表", "万吨")


def test_running_text_is_no_title():
    table = assemble_blocks(grid_document("主要产量见下表。"))[-1]
    assert (table.title, table.title_span, table.unit_note) == (None, None, None)


def test_a_heading_of_the_text_is_no_title_of_a_table():
    assert assemble_blocks(grid_document("三、农村经济"))[-1].title is None


def test_a_table_of_one_cell_a_line_is_rebuilt_where_it_stood(blocks_of):
    rows = [
        "指标\n单位\n2031年完成\n2032年计划",
        "粮食总产量\n万吨\n9.8\n10",
        "造林面积\n亩\n320\n350",
        "肉类产量\n吨\n880\n900",
    ]
    blocks = blocks_of("计划如下。\n\n2032年农业发展主要预期目标\n\n" + "\n\n".join(rows) + "\n\n以上为全部指标。\n")
    assert texts(blocks) == ["计划如下。", "2032年农业发展主要预期目标", "以上为全部指标。"]
    (table,) = (block for block in blocks if isinstance(block, TableBlock))
    assert (table.grid.row_count, table.grid.column_count, table.title) == (4, 4, "2032年农业发展主要预期目标")
    assert table.is_rebuilt


@given(st.text(alphabet=st.sampled_from("一、（）是要。：；\n\t 1234.%亿元附件第章——各位代表表单位年"), max_size=300))
def test_whatever_the_text_blocks_stand_in_order_and_quote_it(text):
    document = Document(text, tuple(_lines(text)), ORIGIN)
    end = 0
    for block in assemble_blocks(document):
        assert end <= block.span.start <= block.span.end <= len(text)
        end = block.span.end
        if isinstance(block, Paragraph):
            assert "".join(block.locate(place, place + 1).quote(text) for place in range(len(block.text))) == block.text


def _lines(text):
    start = 0
    for words in text.split("\n"):
        yield Line(Span(start, start + len(words)))
        start += len(words) + 1


def test_the_founding_plan_has_one_table_and_no_residue():
    path = SHARED / "plans" / "zhangdian-2023.txt"
    if not path.exists():
        pytest.skip("no ../shared beside the repository: the founding plan is not part of it")
    blocks = assemble_blocks(open_document(path))
    (table,) = (block for block in blocks if isinstance(block, TableBlock))
    assert table.grid.row_count == 18
    assert all(block.text == block.text.strip() for block in blocks if isinstance(block, Paragraph))
