"""Records (记录): the nouns of a plan as plain dictionaries, in the field names scripts depend on (docs/command-line.md)."""

from decimal import Decimal
from typing import Any

from taizhang.paper.outline.section import Section
from taizhang.paper.plan import Plan
from taizhang.paper.statements.statement import Statement
from taizhang.paper.tables.table import Table, TableCell, TableRow

Record = dict[str, Any]


def statement_record(statement: Statement) -> Record:
    """A statement with the fields of the annotation guide, and what we know beyond them."""
    return {
        "start": statement.span.start,
        "end": statement.span.end,
        "quote": statement.quote,
        "subject": statement.subject,
        "aspect": statement.aspect.value,
        "value": printed(statement.value),
        "value_high": printed(statement.value_high),
        "unit": statement.unit,
        "bound": statement.bound.value,
        "period": statement.period,
        "modality": statement.modality.value,
        "basis": statement.basis,
        "optional": statement.is_optional,
        "indicator": statement.indicator,
        "section": list(statement.section),
        "sentence": [statement.sentence.start, statement.sentence.end],
        "doubts": [doubt.value for doubt in statement.doubts],
    }


def section_record(section: Section) -> Record:
    """A section and, inside it, its children."""
    return {
        "level": section.level,
        "marker": section.marker,
        "title": section.title,
        "start": section.span.start,
        "end": section.span.end,
        "title_start": section.title_start,
        "section_end": section.section_end,
        "part": section.part.value,
        "children": [section_record(child) for child in section.children],
    }


def table_record(table: Table) -> Record:
    """A table; ``rows`` for indicator tables, ``records`` for the others."""
    return {
        "kind": table.kind.value,
        "title": table.title,
        "start": table.span.start,
        "end": table.span.end,
        "heads": list(table.heads),
        "rows": [_row_record(row) for row in table.rows],
        "records": [list(record) for record in table.records],
    }


def plan_record(plan: Plan) -> Record:
    """Everything that was read in one document."""
    front, origin = plan.outline.front, plan.document.origin
    return {
        "document": {
            "title": front.title,
            "number": front.number,
            "issuer": front.issuer,
            "region": front.region,
            "plan_year": front.plan_year,
            "review_year": front.review_year,
            "name": origin.name,
            "media": origin.media,
            "pages": origin.pages,
            "sha256": origin.sha256,
            "text": plan.document.text,
        },
        "outline": [section_record(section) for section in plan.outline.sections],
        "tables": [table_record(table) for table in plan.tables],
        "statements": [statement_record(statement) for statement in plan.statements],
    }


def printed(value: Decimal | None) -> str | None:
    """A decimal as plan documents print it: no exponent, no zeros added or dropped."""
    return None if value is None else format(value, "f")


def _row_record(row: TableRow) -> Record:
    return {
        "group": row.group,
        "marker": row.marker,
        "label": row.label,
        "indicator": row.indicator,
        "unit": row.unit,
        "code": row.code,
        "start": row.span.start,
        "end": row.span.end,
        "cells": [_cell_record(cell) for cell in row.cells],
        "attributes": [
            {"head": other.head, "text": other.text, "start": other.span.start, "end": other.span.end}
            for other in row.attributes
        ],
    }


def _cell_record(cell: TableCell) -> Record:
    return {
        "role": cell.role.value,
        "year": cell.year,
        "modality": cell.modality,
        "kind": cell.kind.value,
        "text": cell.text,
        "value": printed(cell.value),
        "value_high": printed(cell.value_high),
        "bound": cell.bound.value,
        "start": cell.span.start,
        "end": cell.span.end,
        "head": list(cell.head),
    }
