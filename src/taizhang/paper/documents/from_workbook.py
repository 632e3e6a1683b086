"""Workbook (工作簿): xlsx and xls, each visible sheet a table as the sheet shows it."""

from taizhang.paper.documents.document import Document, Origin
from taizhang.paper.documents.package import open_package
from taizhang.paper.documents.sheet import lay_out
from taizhang.paper.documents.typesetting import typeset
from taizhang.paper.documents.xls_sheets import xls_sheets
from taizhang.paper.documents.xlsx_sheets import xlsx_sheets


def read_workbook(data: bytes, origin: Origin) -> Document:
    """Read a workbook; each sheet is a grid that has the sheet's name for a title."""
    is_package = origin.media == "xlsx"
    sheets = xlsx_sheets(open_package(data, origin.name, "xlsx")) if is_package else xls_sheets(data, origin.name)
    return typeset((lay_out(sheet, origin.name) for sheet in sheets), origin)
