"""Conversion (转存): what ``paper`` understood of a document, as plain values a database can hold."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from taizhang.paper.bindings.bind import bind
from taizhang.paper.blocks.block import Block, Paragraph
from taizhang.paper.documents.document import Document
from taizhang.paper.outline.section import Section
from taizhang.paper.plan import Plan
from taizhang.paper.statements.statement import Statement
from taizhang.paper.tables.table import Table, TableCell, TableRow

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowReading:
    """Row reading (读到的表行): the fields of a table row and of each of its cells."""

    fields: Values
    cells: tuple[Values, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Reading (读取结果): everything understood of a file, as values a database can hold.

    Attributes:
        front: title, region, plan_year, review_year, number, issuer; empty where the document does not say.
        media: short name of the file's format.
        text, layout: the document's text, and its blocks and headings as ``plans.layout`` loads them.
        statements, rows: fields of the records to be.
        bindings: what text and annex say of the same thing, by the positions of the records to be.
    """

    front: dict[str, str]
    media: str
    text: str
    layout: Values
    statements: tuple[Values, ...]
    rows: tuple[RowReading, ...]
    bindings: tuple[Values, ...]


def as_values(plan: Plan) -> Reading:
    """A plan as plain values."""
    text, outline = plan.document.text, plan.outline
    return Reading(
        front={name: value or "" for name, value in asdict(outline.front).items()},
        media=plan.document.origin.media,
        text=text,
        layout={
            "blocks": [_block(block, text) for block in outline.blocks],
            "headings": [_heading(section) for section in outline.sections],
            "tables": [table.title or "" for table in plan.tables],
            "pages": _pages(plan.document),
        },
        statements=tuple(_statement(statement) for statement in plan.statements),
        rows=tuple(row for number, table in enumerate(plan.tables) for row in _rows(number, table)),
        bindings=tuple(_bindings(plan)),
    )


def _pages(document: Document) -> list[list[int]]:
    """Where each page of the file begins in the text: its first line or table; nothing where the format has no pages."""
    starts: list[list[int]] = []
    for piece in document.pieces:
        if piece.page is not None and (not starts or piece.page > starts[-1][1]):
            starts.append([piece.span.start, piece.page])
    return starts


def _block(block: Block, text: str) -> Values:
    place: Values = {"start": block.span.start, "end": block.span.end}
    if isinstance(block, Paragraph):
        return place | {"text": block.text, "runs": _runs(block), "role": str(block.role)}
    cells = [
        [cell.row, cell.column, cell.row_span, cell.column_span, cell.span.start, cell.span.end, cell.span.quote(text)]
        for cell in block.grid.cells
    ]
    title = (block.title or "") if block.title_span is None else ""
    return place | {"title": title, "unit_note": block.unit_note or "", "cells": cells}


def _runs(block: Paragraph) -> list[list[int]]:
    if block.offsets is None:
        return [[0, block.span.start]]
    return [
        [position, offset]
        for position, offset in enumerate(block.offsets)
        if position == 0 or offset != block.offsets[position - 1] + 1
    ]


def _heading(section: Section) -> Values:
    return {
        "level": section.level,
        "marker": section.marker or "",
        "title": section.title,
        "start": section.span.start,
        "end": section.span.end,
        "section_end": section.section_end,
        "children": [_heading(child) for child in section.children],
    }


def _statement(statement: Statement) -> Values:
    subject = statement.subject_span
    return {
        "start": statement.span.start,
        "end": statement.span.end,
        "quote": statement.quote,
        "subject": statement.subject,
        "subject_start": subject.start if subject else None,
        "subject_end": subject.end if subject else None,
        "aspect": str(statement.aspect),
        "value": statement.value,
        "value_high": statement.value_high,
        "unit": statement.unit,
        "bound": str(statement.bound),
        "period": statement.period or "",
        "modality": str(statement.modality),
        "basis": statement.basis or "",
        "sentence_start": statement.sentence.start,
        "sentence_end": statement.sentence.end,
        "section": list(statement.section),
        "indicator": statement.indicator or "",
        "is_optional": statement.is_optional,
        "doubts": [str(doubt) for doubt in statement.doubts],
    }


def _rows(number: int, table: Table) -> Iterator[RowReading]:
    common: Values = {"table": number, "kind": str(table.kind), "heads": list(table.heads)}
    for row in table.rows:
        yield RowReading(common | _indicator_row(row), tuple(_cell(cell) for cell in row.cells))
    for texts, span in zip(table.records, table.record_spans, strict=True):
        place = {"start": span.start, "end": span.end}
        yield RowReading(common | place | {"texts": list(texts), "label": texts[0] if texts else ""})


def _indicator_row(row: TableRow) -> Values:
    return {
        "group": row.group or "",
        "marker": row.marker or "",
        "label": row.label,
        "indicator": row.indicator,
        "measure": row.measure,
        "unit": row.unit or "",
        "code": row.code or "",
        "start": row.span.start,
        "end": row.span.end,
        "attributes": [
            {"head": each.head, "text": each.text, "start": each.span.start, "end": each.span.end}
            for each in row.attributes
        ],
    }


def _cell(cell: TableCell) -> Values:
    return {
        "role": str(cell.role),
        "year": cell.year or "",
        "modality": cell.modality,
        "kind": str(cell.kind),
        "text": cell.text,
        "value": cell.value,
        "value_high": cell.value_high,
        "bound": str(cell.bound),
        "start": cell.span.start,
        "end": cell.span.end,
        "head": list(cell.head),
    }


def _bindings(plan: Plan) -> Iterator[Values]:
    """Text beside annex: rows and statements by their positions, a cell by its position in its row."""
    rows = _row_positions(plan)
    statements = {id(statement): position for position, statement in enumerate(plan.statements)}
    for binding in bind(plan.tables, plan.statements, plan.outline.front.region):
        cells = binding.row.cells if binding.row else ()
        yield {
            "code": binding.code or "",
            "name": binding.name,
            "role": str(binding.role),
            "year": binding.year or "",
            "modality": binding.modality,
            "row": rows[id(binding.row)] if binding.row else None,
            "cell": next((at for at, cell in enumerate(cells) if cell is binding.cell), None),
            "statements": [statements[id(statement)] for statement in binding.statements],
            "agreement": str(binding.agreement),
        }


def _row_positions(plan: Plan) -> dict[int, int]:
    positions: dict[int, int] = {}
    place = 0
    for table in plan.tables:
        positions |= {id(row): place + number for number, row in enumerate(table.rows)}
        place += len(table.rows) + len(table.records)
    return positions
