"""Signatures (文件特征): what a file is, told by its first bytes and its members before its name."""

import re
from enum import StrEnum
from pathlib import PurePath

from taizhang.paper.documents.compound import is_compound, open_compound
from taizhang.paper.documents.package import is_package, open_package
from taizhang.paper.errors import PasswordProtectedError, UnsupportedFormatError


class Media(StrEnum):
    """Media (格式): the formats a reader exists for, by their usual extension."""

    TXT = "txt"
    MD = "md"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    XLSX = "xlsx"
    XLS = "xls"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    ODS = "ods"


_SAVE_AS = ("请用原程序另存为 docx 或 pdf", "save it as docx or pdf in its own program")
_UNPACK = ("请先解压，再选其中的文件", "unpack it and choose the file inside")
_PICTURE = (
    "图片",
    "a picture",
    "暂不能识别图片中的文字，请提供 Word 原稿或可复制文字的 PDF",
    "provide the Word original or a pdf whose text can be copied",
)
_OFD = (
    "OFD 版式文件",
    "an OFD document",
    "请提供 Word 原稿，或转换为 pdf",
    "provide the Word original or convert it to pdf",
)
_ARCHIVE = ("压缩包", "an archive", *_UNPACK)
_SLIDES = ("演示文稿", "a slide show", *_SAVE_AS)
_MAIL = ("网页归档文件", "a web archive", "请用浏览器另存为“仅 HTML”", "save it as “HTML only” in the browser")
_XML = ("XML 数据文件", "an XML data file", *_SAVE_AS)
_OTHER_OFFICE = ("暂不支持的办公文件", "an office file of another kind", *_SAVE_AS)

# First bytes of formats we can name and do not read.
_REFUSED: tuple[tuple[bytes, tuple[str, str, str, str]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
    (b"MIME-Version:", _MAIL),
)
_WEB_NAMES = frozenset({".html", ".htm", ".shtml", ".xhtml", ".xls", ".et", ".doc", ".wps"})
_MARKDOWN_NAMES = frozenset({".md", ".markdown"})
_PAGE_START = re.compile(
    rb"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE | re.DOTALL
)
_ANY_TAG = re.compile(rb"<(?:html|head|body|meta|table|div|p|br|td|span|font)\b[^>]*>", re.IGNORECASE)
_HEAD = 4096
# Where the head of a Word 97 document says that it is encrypted.
_WORD_FLAGS, _WORD_LOCKED = 0x0B, 0x01


def recognise(name: str, data: bytes) -> Media:
    """What the file is; plain text where nothing says otherwise.

    Raises:
        PaperError: a format that is known and not read, or a package that is broken, locked or a bomb.
    """
    for signature, refusal in _REFUSED:
        if data.startswith(signature):
            raise UnsupportedFormatError(name, *refusal)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise UnsupportedFormatError(name, *_PICTURE)
    if b"%PDF-" in data[:1024]:
        return Media.PDF
    if is_package(data):
        return _recognise_package(name, data)
    if is_compound(data):
        return _recognise_compound(name, data)
    if data.startswith(b"{\\rtf"):
        return Media.RTF
    return _recognise_text(name, data)


def _recognise_package(name: str, data: bytes) -> Media:
    members = open_package(data, name, PurePath(name).suffix.lstrip(".").lower() or "zip").names
    folders = {member.partition("/")[0] for member in members if "/" in member}
    if "OFD.xml" in members:
        raise UnsupportedFormatError(name, *_OFD)
    for folder, media in (("word", Media.DOCX), ("xl", Media.XLSX)):
        if folder in folders:
            return media
    if "ppt" in folders:
        raise UnsupportedFormatError(name, *_SLIDES)
    if "content.xml" in members and "mimetype" in members:
        return _recognise_open_document(name, data)
    raise UnsupportedFormatError(name, *_ARCHIVE)


def _recognise_open_document(name: str, data: bytes) -> Media:
    package = open_package(data, name, "odf")
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise PasswordProtectedError(name)
    kind = package.read("mimetype")
    if b"opendocument.text" in kind:
        return Media.ODT
    if b"opendocument.spreadsheet" in kind:
        return Media.ODS
    raise UnsupportedFormatError(name, *_OTHER_OFFICE)


def _recognise_compound(name: str, data: bytes) -> Media:
    compound = open_compound(data, name)
    if "EncryptedPackage" in compound.names:
        raise PasswordProtectedError(name)
    if "WordDocument" in compound.names:
        flags = compound.read("WordDocument")[_WORD_FLAGS : _WORD_FLAGS + 1]
        if flags and flags[0] & _WORD_LOCKED:
            raise PasswordProtectedError(name)
        return Media.DOC
    if compound.names & {"Workbook", "Book"}:
        return Media.XLS
    raise UnsupportedFormatError(name, *(_SLIDES if "PowerPoint Document" in compound.names else _OTHER_OFFICE))


def _recognise_text(name: str, data: bytes) -> Media:
    suffix = PurePath(name).suffix.lower()
    head = data[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")  # so that UTF-16 is seen through too
    if suffix in _MARKDOWN_NAMES:
        return Media.MD
    if _PAGE_START.match(head) or (suffix in _WEB_NAMES and _ANY_TAG.search(head)):
        return Media.HTML
    if head.lstrip().startswith(b"<?xml"):
        raise UnsupportedFormatError(name, *_XML)
    return Media.TXT
