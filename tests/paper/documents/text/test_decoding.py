"""Bytes become text in the encodings Chinese offices use, and nothing else passes for text."""

import codecs

import pytest

from taizhang.paper.documents.text.decoding import decode, decode_page
from taizhang.paper.errors import UnknownEncodingError

SENTENCE = "全区地区生产总值增长6%左右，一般公共预算收入增长5.5%左右。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_each_encoding_without_a_mark(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "a.txt") == (SENTENCE, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_belongs_to_the_encoding_and_not_to_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + SENTENCE.encode(encoding), "a.txt") == (SENTENCE, encoding)


def test_characters_of_four_bytes_are_read_from_gb18030() -> None:
    text = "㐀镕𠮷等生僻字不影响正文的判断，正文仍以常用字为主。"
    assert decode(text.encode("gb18030"), "a.txt") == (text, "gb18030")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x00\x01\x02\x03" * 100,
        SENTENCE.encode("big5", "ignore") * 20,
        SENTENCE.encode("utf-8") + b"\x00",
        "\ud800 孤立代理".encode("utf-8", "surrogatepass"),
        "孤立代理\ud800".encode("utf-16-le", "surrogatepass"),
        codecs.BOM_UTF16_LE + b"\x00\xd8",
        SENTENCE.encode("utf-8")[:-3] + b"\xe4",
    ],
    ids=["all bytes", "controls", "big5", "a nul", "utf-8 surrogate", "utf-16 surrogate", "lone half", "cut short"],
)
def test_noise_and_other_encodings_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownEncodingError):
        decode(data, "a.txt")


def test_a_page_is_read_in_the_encoding_it_declares_in_its_wider_form() -> None:
    page = '<html><meta charset="gb2312"><p>镕㐀增长6%</p>'
    assert decode_page(page.encode("gb18030"), "a.html") == (page, "gb18030")


def test_a_page_that_declares_a_wrong_encoding_is_read_in_its_own() -> None:
    page = f'<html><meta charset="utf-8"><p>{SENTENCE}</p>'
    assert decode_page(page.encode("gb18030"), "a.html") == (page, "gb18030")


def test_a_few_stray_bytes_do_not_make_a_page_unreadable() -> None:
    page = f'<html><meta charset="utf-8"><p>{SENTENCE * 20}</p>'.encode() + b"\xff"
    text, encoding = decode_page(page, "a.html")
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1
