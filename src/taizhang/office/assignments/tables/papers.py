"""Papers (公文表格): the two tables as Word files on official paper after GB/T 9704, the page lying on its side.

The table is written as XML: a library that looks every cell up by its place takes minutes for a table of some hundred rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from taizhang.office.assignments.decomposition.division import PERIOD_LABELS
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.tables.columns import COLUMNS, DUE, MEASURE, NUMBER, QUARTERS, TASK, knowledge
from taizhang.office.assignments.tables.contents import ShareTable, TaskRow, TaskTable, head_of, periods_of
from taizhang.office.assignments.tables.sheets import ILLEGAL, Occasion
from taizhang.office.pages.official_paper import open_blank_paper, seal_paper

TYPE_AREA = 225  # millimetres, the long side of 版心
SMALL, MIDDLE = 18, 21  # half points: 小五, 五号
FITS_MIDDLE = 9  # columns
WIDTHS: Mapping[str, float] = {NUMBER: 9, TASK: 42, MEASURE: 24, "leader": 17, "lead": 24, "supports": 31, DUE: 18}
QUARTER_WIDTH = 15
UNIT_WIDTH = 34


@dataclass(frozen=True, slots=True)
class Cell:
    """Cell (格): words over so many columns; of cells one above the other that are one, the first says so."""

    words: str
    wide: int = 1
    begins: bool = False
    continues: bool = False
    is_left: bool = False


Line = Sequence[Cell]


def task_paper(table: TaskTable, made: Occasion) -> bytes:
    """V9."""
    widths = [WIDTHS.get(column.key, QUARTER_WIDTH) for column in COLUMNS]
    title = _("%(plan)s重点任务责任分解表") % {"plan": table.title}
    body = [_task_line(number, row) for number, row in enumerate(table.rows, start=1)]
    return _paper(title, _task_heads(), body, widths, made)


def share_paper(table: ShareTable, units: Units, made: Occasion) -> bytes:
    """V5."""
    columns = [(target, period) for target in table.targets for period in periods_of(target)]
    widths = [UNIT_WIDTH, *[(TYPE_AREA - UNIT_WIDTH) / max(len(columns), 1)] * len(columns)]
    above = [Cell(_("单位"), begins=True)]
    above += [Cell(head_of(target.approved), wide=len(periods_of(target))) for target in table.targets]
    below = [Cell("", continues=True), *(Cell(str(PERIOD_LABELS[period])) for _target, period in columns)]
    body: list[Line] = []
    for unit_id in table.unit_ids:
        figures = (table.value(target, unit_id, period) for target, period in columns)
        body.append([
            Cell(units.name(unit_id), is_left=True),
            *(Cell("" if each is None else f"{each:f}") for each in figures),
        ])
    approved = (target.approved.words if period == periods_of(target)[-1] else "" for target, period in columns)
    body.append([Cell(_("批准目标"), is_left=True), *map(Cell, approved)])
    title = _("%(plan)s主要指标分解表") % {"plan": table.title}
    return _paper(title, (above, below), body, widths, made)


def _task_heads() -> tuple[Line, Line]:
    above: list[Cell] = []
    below: list[Cell] = []
    for column in COLUMNS:
        if column.key not in QUARTERS:
            above.append(Cell(str(column.head), begins=True))
            below.append(Cell("", continues=True))
            continue
        below.append(Cell(str(column.head)))
        if column.key == QUARTERS[0]:
            above.append(Cell(_("分季进度"), wide=len(QUARTERS)))
    return above, below


def _task_line(number: int, row: TaskRow) -> Line:
    return [
        Cell(str(number) if column.key == NUMBER else row.words[column.key], is_left=column.key not in {NUMBER, DUE})
        for column in COLUMNS
    ]


def _paper(title: str, heads: Sequence[Line], body: Sequence[Line], widths: Sequence[float], made: Occasion) -> bytes:
    paper = open_blank_paper()
    _lay_on_its_side(paper)
    note = _("演示数据，不是正式文件") if made.is_demonstration else ""
    (section,) = paper.sections
    section.first_page_header.paragraphs[0].text = section.header.paragraphs[0].text = note
    paper.core_properties.title = title
    paper.add_paragraph(_("附件"), knowledge()["look"]["annex_style"])
    paper.add_paragraph(title, "Title")
    size = MIDDLE if len(widths) <= FITS_MIDDLE else SMALL
    scale = TYPE_AREA / sum(widths)
    paper.element.body.insert(-1, _table(heads, body, [width * scale for width in widths], size))
    return seal_paper(paper)


def _lay_on_its_side(paper: WordDocument) -> None:
    """天头 stays where it is when the sheet is turned: what was its left edge is now the top."""
    (section,) = paper.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.left_margin, section.right_margin = Mm(35), Mm(37)


def _table(heads: Sequence[Line], body: Sequence[Line], widths: Sequence[float], size: int) -> etree._Element:
    table = etree.Element(qn("w:tbl"))
    properties = _add(table, "tblPr")
    _add(properties, "tblStyle", val="AnnexTable")
    _add(properties, "tblW", w=_twips(sum(widths)), type="dxa")
    _add(properties, "jc", val="center")
    _add(properties, "tblLayout", type="fixed")
    margins = _add(properties, "tblCellMar")
    for side, space in (("top", "28"), ("left", "57"), ("bottom", "28"), ("right", "57")):
        _add(margins, side, w=space, type="dxa")
    grid = _add(table, "tblGrid")
    for width in widths:
        _add(grid, "gridCol", w=_twips(width))
    for line in heads:
        _row(table, line, widths, size, is_head=True)
    for line in body:
        _row(table, line, widths, size, is_head=False)
    return table


def _row(table: etree._Element, line: Line, widths: Sequence[float], size: int, *, is_head: bool) -> None:
    row = _add(table, "tr")
    properties = _add(row, "trPr")
    _add(properties, "cantSplit")
    _add(properties, "trHeight", val=_twips(8.5), hRule="atLeast")
    if is_head:
        _add(properties, "tblHeader")
    for cell, width in zip(line, _spanned(line, widths), strict=True):
        _cell(row, cell, width, size, style="TableHead" if is_head else "TableLabel" if cell.is_left else "TableText")


def _spanned(line: Line, widths: Sequence[float]) -> Iterator[float]:
    at = 0
    for cell in line:
        yield sum(widths[at : at + cell.wide])
        at += cell.wide


def _cell(row: etree._Element, cell: Cell, width: float, size: int, *, style: str) -> None:
    box = _add(row, "tc")
    properties = _add(box, "tcPr")
    _add(properties, "tcW", w=_twips(width), type="dxa")
    if cell.wide > 1:
        _add(properties, "gridSpan", val=str(cell.wide))
    if cell.begins or cell.continues:
        _add(properties, "vMerge", val="restart" if cell.begins else "continue")
    _add(properties, "vAlign", val="center")
    for words in ILLEGAL.sub("", cell.words).split("\n"):
        paragraph = _add(box, "p")
        manner = _add(paragraph, "pPr")
        _add(manner, "pStyle", val=style)
        _add(manner, "spacing", line=str(size * 13), lineRule="exact")
        run = _add(paragraph, "r")
        letters = _add(run, "rPr")
        _add(letters, "sz", val=str(size))
        _add(letters, "szCs", val=str(size))
        text = _add(run, "t")
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in attributes.items()})


def _twips(millimetres: float) -> str:
    return str(round(millimetres * 1440 / 25.4))
