"""Media (格式): the formats a reader exists for, and those we can name and refuse."""

from enum import StrEnum
from typing import NamedTuple


class Media(StrEnum):
    """Media (格式): the formats that are read, by their usual extension."""

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


class Refused(NamedTuple):
    """Refused format (暂不支持的格式): what the file is, and what to do about it, in either language."""

    format_zh: str
    format_en: str
    remedy_zh: str = "请用原程序另存为 docx、xlsx 或 pdf"
    remedy_en: str = "save it as docx, xlsx or pdf in its own program"


PICTURE = Refused(
    "图片",
    "a picture",
    "暂不能识别图片中的文字，请提供 Word 原稿或可复制文字的 PDF",
    "provide the Word original or a pdf whose text can be copied",
)
OFD = Refused(
    "OFD 版式文件",
    "an OFD document",
    "请提供 Word 原稿，或转换为 pdf",
    "provide the Word original or convert it to pdf",
)
ARCHIVE = Refused("压缩包", "an archive", "请先解压，再选其中的文件", "unpack it and choose the file inside")
WEB_ARCHIVE = Refused(
    "网页归档文件", "a web archive", "请用浏览器另存为“仅 HTML”", "save it as “HTML only” in the browser"
)
SLIDES = Refused("演示文稿", "a slide show")
XML = Refused("XML 数据文件", "an XML data file")
OLD_SHEETS = Refused("Excel 95 及更早的工作簿", "a workbook of Excel 95 or older", "请另存为 xlsx", "save it as xlsx")
OTHER_OFFICE = Refused("其他办公软件的文件", "a file of another office program")
