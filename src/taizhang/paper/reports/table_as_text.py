"""A table as text (表格的文本): an indicator table in columns, year and figure under their heads."""

from collections.abc import Iterator, Mapping, Sequence

from taizhang.paper.reports.terminal import in_one_line, padded, widths
from taizhang.paper.reports.wording import ASPECTS, MODALITIES, TABLES
from taizhang.paper.statements.statement import Aspect, Modality
from taizhang.paper.tables.table import Table, TableCell, TableKind, TableRow

# The year, what the figure is, and how many of the kind stand before it in its row.
Column = tuple[str | None, str, str, int]

UNTITLED = {"zh": "（无标题）", "en": "(untitled)"}
HEADING = {"zh": "{}：{}", "en": "{}: {}"}
ROWS = {"zh": "{} 行：{}", "en": "{} rows: {}"}


def table_as_text(table: Table, language: str) -> Iterator[str]:
    """An indicator table row by row; of the others their heads and how many rows there are."""
    yield HEADING[language].format(TABLES[language][table.kind], table.title or UNTITLED[language])
    if table.kind is TableKind.INDICATORS:
        yield from _rows(table.rows, language)
    else:
        yield "  " + ROWS[language].format(len(table.records), "｜".join(table.heads))


def _rows(rows: Sequence[TableRow], language: str) -> Iterator[str]:
    filled = [_by_column(row.cells) for row in rows]
    columns = list(dict.fromkeys(column for cells in filled for column in cells))
    lines = [_fields(row, cells, columns) for row, cells in zip(rows, filled, strict=True)]
    heads = [["", "", *head] for head in _heads(columns, language)]
    needed = widths([*heads, *lines])
    for head in heads:
        yield _line(head, needed)
    group: str | None = None
    for row, line in zip(rows, lines, strict=True):
        if row.group != group:
            group = row.group
            yield f"  {group or ''}"
        yield _line(line, needed)


def _by_column(cells: Sequence[TableCell]) -> dict[Column, str]:
    texts: dict[Column, str] = {}
    for cell in cells:
        kind = (cell.year, cell.modality, cell.role.value)
        before = sum(column[:3] == kind for column in texts)
        texts[*kind, before] = in_one_line(cell.text)
    return texts


def _heads(columns: Sequence[Column], language: str) -> tuple[list[str], list[str]]:
    """Two lines of heads: the year once over all figures of that year, and below what each figure is."""
    years: list[str] = []
    above: tuple[str | None, str] | None = None
    for year, modality, *_ in columns:
        repeats, above = above == (year, modality), (year, modality)
        years.append("" if repeats else f"{year or '—'} {MODALITIES[language][Modality(modality)]}")
    return years, [ASPECTS[language][Aspect(role)] for _, _, role, _ in columns]


def _fields(row: TableRow, cells: Mapping[Column, str], columns: Sequence[Column]) -> list[str]:
    texts = [cells.get(column, "") for column in columns]
    return [in_one_line(row.indicator), row.unit or "", *texts]


def _line(fields: Sequence[str], needed: Sequence[int]) -> str:
    return ("    " + "  ".join(map(padded, fields, needed))).rstrip()
