"""Signatures (文件特征): what a file is, told by its first bytes before its name."""

import re
from pathlib import PurePath

from taizhang.paper.documents.media import ARCHIVE, PICTURE, WEB_ARCHIVE, XML, Media
from taizhang.paper.errors import UnsupportedFormatError

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# First bytes of formats we can name and do not read.
_REFUSED = {
    b"\x89PNG\r\n\x1a\n": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF87a": PICTURE,
    b"GIF89a": PICTURE,
    b"II*\x00": PICTURE,
    b"MM\x00*": PICTURE,
    b"Rar!\x1a\x07": ARCHIVE,
    b"7z\xbc\xaf\x27\x1c": ARCHIVE,
    b"\x1f\x8b\x08": ARCHIVE,
    b"MIME-Version:": WEB_ARCHIVE,
}
_HEAD = 4096
_MARKS = b"\xef\xbb\xbf\xff\xfe"
_MARKDOWN_NAMES = frozenset({".md", ".markdown"})
# Programs save web pages under the names of office files too.
_WEB_NAMES = frozenset({".html", ".htm", ".shtml", ".xhtml", ".xls", ".et", ".doc", ".wps"})
# What may stand before the first tag is taken whole or not at all: going back into comments would try them in every way.
_PAGE_START = re.compile(
    rb"(?>\s|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE | re.DOTALL
)
_ANY_TAG = re.compile(rb"<(?:html|head|body|meta|table|div|p|br|td|span|font)\b[^>]*>", re.IGNORECASE)


def recognise(name: str, data: bytes) -> Media:
    """What the file is; plain text where nothing says otherwise.

    Raises:
        PaperError: a format that is known and not read, or a container that is broken, locked or a bomb.
    """
    _refuse_known(name, data)
    if b"%PDF-" in data[:1024]:
        return Media.PDF
    if data.startswith(_ZIP) or data.startswith(_COMPOUND):
        from taizhang.paper.documents import containers  # here, because a plain text needs no zip

        return (containers.recognise_package if data.startswith(_ZIP) else containers.recognise_compound)(name, data)
    if data.startswith(b"{\\rtf"):
        return Media.RTF
    return _recognise_text(name, data)


def _refuse_known(name: str, data: bytes) -> None:
    for signature, refused in _REFUSED.items():
        if data.startswith(signature):
            raise UnsupportedFormatError(name, *refused)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise UnsupportedFormatError(name, *PICTURE)


def _recognise_text(name: str, data: bytes) -> Media:
    suffix = PurePath(name).suffix.lower()
    head = data[:_HEAD].replace(b"\x00", b"").lstrip(_MARKS)  # so that UTF-16 is seen through too
    if suffix in _MARKDOWN_NAMES:
        return Media.MD
    if _PAGE_START.match(head) or (suffix in _WEB_NAMES and _ANY_TAG.search(head)):
        return Media.HTML
    if head.lstrip().startswith(b"<?xml"):
        raise UnsupportedFormatError(name, *XML)
    return Media.TXT
