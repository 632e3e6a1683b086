"""Plain text keeps every code point where it is."""

from collections.abc import Callable

from taizhang.paper.documents.document import Document
from taizhang.paper.documents.opening import open_bytes

View = list[str | list[list[str]]]


def test_the_text_is_the_decoded_file_unchanged() -> None:
    source = "\r\n一、总体要求\r\n\r\n  地区生产总值增长6%左右。\u3000\t\r\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        assert open_bytes("计划.txt", source.encode(encoding)).text == source


def test_every_line_is_a_piece_and_blank_ones_too(view: Callable[[Document], View]) -> None:
    document = open_bytes("计划.txt", "甲\r\n\n乙\r丙\f丁\u2028戊".encode())
    assert view(document) == ["甲", "", "乙", "丙", "丁", "戊"]


def test_offsets_count_code_points_and_not_bytes() -> None:
    document = open_bytes("计划.txt", "𠮷祥\n增长6%".encode())
    assert (document.pieces[1].span.start, document.pieces[1].span.end) == (3, 7)


def test_markdown_is_read_as_it_stands_and_named() -> None:
    source = "# 一、总体要求\n\n| 指标 | 目标 |\n"
    document = open_bytes("计划.md", source.encode())
    assert (document.text, document.origin.media, document.origin.encoding) == (source, "md", "utf-8")
