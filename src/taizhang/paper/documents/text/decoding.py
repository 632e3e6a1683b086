"""Encodings (字符编码): bytes to text, for the encodings Chinese offices use."""

import codecs
import re

from taizhang.paper.errors import UnknownEncodingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How much of the file is looked at to tell words from noise.
_SAMPLE = 65_536
# Control characters no text holds: all of C0 but tab, line and page breaks and the old end-of-file mark.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_MOST_CONTROLS = 0.002
_LEAST_EVERYDAY = 0.8

# What a page may declare; Chinese pages say GB 2312 and mean its superset.
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_DECLARABLE = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
}
_HEAD = 4096
_MOST_STRAY = 0.005


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text and the name of its encoding: UTF-8, then UTF-16, then GB18030, each strictly.

    Raises:
        UnknownEncodingError: none of them gives a text a person could have written.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decode_strictly(data[len(mark) :], encoding)
            if text is not None and _is_printable(text):
                return text, encoding
            raise UnknownEncodingError(name)
    for encoding in _guesses(data):
        text = _decode_strictly(data, encoding)
        if text is not None and _is_printable(text) and (encoding == "utf-8" or _is_everyday(text)):
            return text, encoding
    raise UnknownEncodingError(name)


def decode_page(data: bytes, name: str) -> tuple[str, str]:
    """The text of a web page and its encoding: the one it declares, where it keeps its word, else as for any text.

    A page that breaks off within a character, or holds a few stray bytes, is read all the same.

    Raises:
        UnknownEncodingError: see ``decode``.
    """
    match = None if data.startswith(tuple(mark for mark, _ in _MARKS)) else _DECLARED.search(data[:_HEAD])
    declared = _DECLARABLE.get(match[1].decode("ascii").lower()) if match else None
    text = _decode_strictly(data, declared) if declared else None
    if declared and text is not None and _is_printable(text):
        return text, declared
    try:
        return decode(data, name)
    except UnknownEncodingError:
        text = data.decode(declared or "utf-8", "replace")
        if text.count("\ufffd") > _MOST_STRAY * len(text) or not _is_printable(text):
            raise
        return text, declared or "utf-8"


def _guesses(data: bytes) -> tuple[str, ...]:
    """Encodings to try without a byte order mark: NULs in every other byte speak for UTF-16."""
    sample = data[:_SAMPLE]
    if b"\x00" not in sample:
        return ("utf-8", "gb18030")
    evens, odds = sample[::2].count(0), sample[1::2].count(0)
    return ("utf-16-le", "utf-16-be") if odds >= evens else ("utf-16-be", "utf-16-le")


def _decode_strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_printable(text: str) -> bool:
    """Whether a person could have written it: no NUL, hardly another control character."""
    sample = text[:_SAMPLE]
    return "\x00" not in text and len(_CONTROLS.findall(sample)) <= _MOST_CONTROLS * len(sample)


def _is_everyday(text: str) -> bool:
    """Whether nearly all of it is everyday characters, those of the older standard GB 2312.

    GB18030 and UTF-16 accept nearly any pair of bytes, so noise and other encodings (Big5) decode to rare characters.
    """
    sample = text[:_SAMPLE]
    return len(sample.encode("gb2312", "ignore").decode("gb2312")) >= _LEAST_EVERYDAY * len(sample)
