"""Page numbers left among the paragraphs by a conversion are taken out, and paragraphs they cut are whole again."""

from taizhang.paper.documents.typesetting import LooseLine
from taizhang.paper.documents.word.page_numbers import without_page_numbers


def _texts(*texts: str) -> list[tuple[str, bool]]:
    pieces = without_page_numbers([LooseLine(text) for text in texts])
    return [(piece.text, piece.is_wrapped) for piece in pieces if isinstance(piece, LooseLine)]


def test_a_paragraph_cut_by_a_page_end_goes_on() -> None:
    pages = [
        "全年投资增长10%，消费增",
        "",
        "—1—",
        "",
        "长5%。",
        "— 2 —",
        "二、农业",
        "粮食增产，",
        "- 3 -",
        "（一）目标",
    ]
    assert _texts(*pages) == [
        ("全年投资增长10%，消费增", True), ("长5%。", False), ("二、农业", False), ("粮食增产，", False), ("（一）目标", False),
    ]  # fmt: skip


def test_a_paragraph_cut_before_a_figure_goes_on() -> None:
    assert _texts("投资增长，消费增长", "—1—", "4.7%。", "—2—", "甲", "—3—")[0] == ("投资增长，消费增长", True)


def test_numbers_that_do_not_count_on_are_no_page_numbers() -> None:
    lines = ["投资，增", "-5-", "长", "-3-", "甲", "-4-"]
    assert _texts(*lines) == [(line, False) for line in lines]


def test_a_heading_before_a_page_end_stands_alone() -> None:
    assert _texts("图 2 各年情况", "—1—", "甲", "—2—", "乙", "—3—") == [
        ("图 2 各年情况", False),
        ("甲", False),
        ("乙", False),
    ]
