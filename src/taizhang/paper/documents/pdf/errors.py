"""Errors of the pdf reader (读 PDF 时的问题): those no other format has."""

from taizhang.paper.errors import PaperError


class GarbledPdfError(PaperError):
    """A text layer whose characters cannot be told (文字层乱码)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”的文字层是乱码（字体缺少编码对照），请提供 Word 原稿，或由原程序重新导出 PDF。",
            f"The text layer of “{name}” is garbled (its fonts do not say which characters they print): "
            "provide the Word original or export the pdf anew from its own program.",
        )


class TooManyPagesError(PaperError):
    """More pages than we read (页数过多)."""

    def __init__(self, name: str, pages: int, limit: int) -> None:
        super().__init__(
            f"“{name}”有 {pages} 页，超过 {limit} 页的上限，请拆分后再试。",
            f"“{name}” has {pages} pages, more than the limit of {limit}: split it, then try again.",
        )
        self.pages = pages


class EndlessPdfError(PaperError):
    """Unfolds beyond measure, or breaks what unfolds it (内容无休止)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”展开后的内容异常庞大或已损坏，没能读完，请用原程序重新导出 PDF 后再试。",
            f"“{name}” unfolds beyond measure or is broken, and was not read to the end: "
            "export the pdf anew from its own program, then try again.",
        )
