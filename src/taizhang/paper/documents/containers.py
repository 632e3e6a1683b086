"""Containers (容器格式): what a zip or a compound file holds, told by its members."""

from pathlib import PurePath

from taizhang.paper.documents.media import ARCHIVE, OFD, OTHER_OFFICE, SLIDES, Media
from taizhang.paper.documents.packages.compound import open_compound
from taizhang.paper.documents.packages.package import Package, open_package
from taizhang.paper.errors import PasswordProtectedError, UnsupportedFormatError

_MANIFEST = "META-INF/manifest.xml"
# Where the head of a Word 97 document says that it is encrypted.
_WORD_FLAGS, _WORD_LOCKED = 0x0B, 0x01


def recognise_package(name: str, data: bytes) -> Media:
    """What a zip is.

    Raises:
        PaperError: broken, locked, a bomb, or a format that is not read.
    """
    package = open_package(data, name, PurePath(name).suffix.lstrip(".").lower() or "zip")
    folders = {member.partition("/")[0] for member in package.names if "/" in member}
    if "OFD.xml" in package.names:
        raise UnsupportedFormatError(name, *OFD)
    for folder, media in (("word", Media.DOCX), ("xl", Media.XLSX)):
        if folder in folders:
            return media
    if "ppt" in folders:
        raise UnsupportedFormatError(name, *SLIDES)
    if {"content.xml", "mimetype"} <= package.names:
        return _recognise_open_document(name, package)
    raise UnsupportedFormatError(name, *ARCHIVE)


def _recognise_open_document(name: str, package: Package) -> Media:
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise PasswordProtectedError(name)
    kind = package.read("mimetype")
    if b"opendocument.text" in kind:
        return Media.ODT
    if b"opendocument.spreadsheet" in kind:
        return Media.ODS
    raise UnsupportedFormatError(name, *OTHER_OFFICE)


def recognise_compound(name: str, data: bytes) -> Media:
    """What a compound file is.

    Raises:
        PaperError: broken, locked, or a format that is not read.
    """
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
    raise UnsupportedFormatError(name, *(SLIDES if "PowerPoint Document" in compound.names else OTHER_OFFICE))
