"""Text for a person at a terminal: words of either language, columns that stand under each other, nothing that steers the screen."""

from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.pipeline import understand
from taizhang.paper.reports.as_text import document_as_text, folder_line
from taizhang.paper.reports.terminal import in_one_line, padded, width

PLAN = """云河区2024年国民经济和社会发展计划

一、2023年计划执行情况

地区生产总值完成512.6亿元，同比增长5.8%；新增企业30家以上。

附件：主要预期目标

指标\t单位\t2023年完成\t2023年增长（%）\t2024年预期目标
地区生产总值\t亿元\t512.6\t5.8\t545
居民人均可支配收入\t元\t30102\t6.1\t与经济增长同步
"""


def plan_of(text):
    page = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(chr(9)))}</tr>" if "\t" in line else f"<p>{line}</p>"
        for line in text.splitlines()
    )
    return understand(
        open_bytes("a.html", f"<html><body>{page}</body></html>".replace("</p><tr>", "</p><table><tr>").encode())
    )


def test_cells_of_an_indicator_table_stand_under_their_heads():
    *_, years, kinds, first, second = document_as_text(plan_of(PLAN)).splitlines()
    place = width(years[: years.index("2024 目标")])
    assert width(kinds[: kinds.rindex("数值")]) == place
    assert width(first[: first.index("545")]) == place
    assert width(second[: second.index("与经济")]) == place


def test_an_english_reader_gets_english_words_around_the_documents_own():
    printed = document_as_text(plan_of(PLAN), "en")
    assert "Statements: 3" in printed
    assert "30家 (at least)" in printed
    assert "on the year before" in printed
    assert "Indicators: " in printed
    assert folder_line("a.txt", plan_of(PLAN), "en").endswith("3 statements\t1 tables")


def test_nothing_in_a_document_steers_the_screen():
    text = (
        "云河区\x1b[31m计划\n\n" + "一般公共预算收入增长5%，\u202e外贸进出口\x1b]0;甲\x07增长6%。\n" + "增长。" * 2_000
    )
    printed = document_as_text(understand(open_bytes("a.txt", text.encode())))
    assert not {"\x1b", "\x07", "\u202e"} & set(printed)
    assert "\x1b" not in folder_line("\x1b[1m.txt", plan_of(PLAN))


def test_width_counts_columns_not_characters():
    assert (width("台账a"), width("e\u0301"), padded("台", 4)) == (5, 1, "台  ")
    assert in_one_line("甲\n乙\t丙") == "甲乙 丙"
