"""Workbook (工作簿): xlsx and xls, each visible sheet a table as the sheet shows it."""

from collections.abc import Iterable

from taizhang.paper.documents.document import Document, Origin
from taizhang.paper.documents.packages.package import open_package
from taizhang.paper.documents.sheets.sheet import Sheet, lay_out
from taizhang.paper.documents.sheets.xls import xls_sheets
from taizhang.paper.documents.sheets.xlsx import xlsx_sheets
from taizhang.paper.documents.typesetting import typeset


def read_xlsx(data: bytes, origin: Origin) -> Document:
    """Read an xlsx workbook."""
    return _document(xlsx_sheets(open_package(data, origin.name, "xlsx")), origin)


def read_xls(data: bytes, origin: Origin) -> Document:
    """Read an xls (or et) workbook."""
    return _document(xls_sheets(data, origin.name), origin)


def _document(sheets: Iterable[Sheet], origin: Origin) -> Document:
    """Each sheet is a grid that has the sheet's name for a title."""
    return typeset((lay_out(sheet, origin.name) for sheet in sheets), origin)
