"""As text (文本输出): what was read, laid out for a person at a terminal."""

import unicodedata
from collections.abc import Iterable, Iterator

from taizhang.paper.outline.section import Section
from taizhang.paper.plan import Plan
from taizhang.paper.reports.wording import ASPECTS, BOUNDS, MODALITIES, TABLES, basis_words
from taizhang.paper.statements.statement import Statement
from taizhang.paper.tables.table import Table, TableKind, TableRow

# A heading or subject longer than this is cut in a listing; the machine formats carry it whole.
LONGEST = 36


def document_as_text(plan: Plan) -> str:
    """The front matter, the outline, the statements by section, the tables."""
    parts = [*_front(plan), "", "提纲", *_outline(plan.outline.sections)]
    parts += ["", f"表述 {len(plan.statements)} 条", *_statements(plan.statements)]
    for table in plan.tables:
        parts += ["", *_table(table)]
    return "\n".join(parts)


def folder_line(name: str, plan: Plan) -> str:
    """One document of many in one line: its title, years and counts, separated by tabs."""
    front = plan.outline.front
    fields = [name, front.title or "", front.plan_year or front.review_year or ""]
    return "\t".join([*fields, f"{len(plan.statements)} 条表述", f"{len(plan.tables)} 张表"])


def _front(plan: Plan) -> Iterator[str]:
    front = plan.outline.front
    yield front.title or plan.document.origin.name
    known = [
        ("发文字号", front.number),
        ("发文机关", front.issuer),
        ("地区", front.region),
        ("回顾年份", front.review_year),
        ("计划年份", front.plan_year),
    ]
    told = "　".join(f"{label} {value}" for label, value in known if value)
    if told:
        yield told


def _outline(sections: Iterable[Section], depth: int = 0) -> Iterator[str]:
    for section in sections:
        title = _cut((section.marker or "") + section.title.replace("\n", ""))
        yield "  " * (depth + 1) + title
        yield from _outline(section.children, depth + 1)


def _statements(statements: tuple[Statement, ...]) -> Iterator[str]:
    rows = [_statement_fields(statement) for statement in statements]
    widths = [max((_width(row[column]) for row in rows), default=0) for column in range(4)]
    section: tuple[str, ...] | None = None
    for statement, row in zip(statements, rows, strict=True):
        if statement.section != section:
            section = statement.section
            yield "  " + ("".join(section) or "—")
        padded = [_pad(field, width) for field, width in zip(row, widths, strict=False)]
        yield ("    " + "  ".join([*padded, *row[4:]])).rstrip()


def _statement_fields(statement: Statement) -> list[str]:
    hedge = BOUNDS[statement.bound]
    return [
        _cut(statement.subject or "？"),
        ASPECTS[statement.aspect],
        statement.quote.replace("\n", "") + (f"（{hedge}）" if hedge else ""),
        f"{statement.period or '时期不明'} {MODALITIES[statement.modality]}",
        basis_words(statement.basis),
    ]


def _table(table: Table) -> Iterator[str]:
    yield f"{TABLES[table.kind]}：{table.title or '（无标题）'}"
    if table.kind is not TableKind.INDICATORS:
        yield f"  {len(table.records)} 行：{'｜'.join(table.heads)}"
        return
    label_width = max((_width(row.indicator) for row in table.rows), default=0)
    group: str | None = None
    for row in table.rows:
        if row.group != group:
            group = row.group
            yield f"  {group or ''}".rstrip()
        yield f"    {_pad(row.indicator, label_width)}  {row.unit or ''}  {_cells(row)}".rstrip()


def _cells(row: TableRow) -> str:
    return "　".join(
        f"{cell.year or '—'}{MODALITIES_BY_WORD[cell.modality]}{ASPECTS_BY_WORD[cell.role.value]} {cell.text}"
        for cell in row.cells
    )


MODALITIES_BY_WORD = {modality.value: word for modality, word in MODALITIES.items()}
ASPECTS_BY_WORD = {aspect.value: word for aspect, word in ASPECTS.items()}


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _width(words: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def _pad(words: str, width: int) -> str:
    return words + " " * (width - _width(words))
