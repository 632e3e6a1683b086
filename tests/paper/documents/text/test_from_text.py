"""Plain text keeps every code point where it is."""

from collections.abc import Callable

import pytest

from taizhang.paper.documents.document import Document
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.errors import TextTooLongError

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


def test_headings_of_markdown_are_their_words_and_their_level():
    source = "# 河湾县农业计划\n\n## 一、目标\n粮食#增产\n"
    document = open_bytes("计划.md", source.encode())
    assert document.text == source
    lines = [
        (line.span.quote(source), line.outline_level) for line in document.pieces if line.span.start < line.span.end
    ]
    assert lines == [("河湾县农业计划", 1), ("一、目标", 2), ("粮食#增产", None)]


def test_hashes_of_plain_text_are_words():
    document = open_bytes("计划.txt", "# 粮食\n".encode())
    assert document.pieces[0].span.quote(document.text) == "# 粮食"


@pytest.mark.parametrize("line", ["\n", "增长6%，"])
def test_a_text_longer_than_anyone_means_to_read_is_refused(line: str) -> None:
    with pytest.raises(TextTooLongError, match="200 万字"):
        open_bytes("a.txt", f"甲{line * 2_000_000}".encode())
