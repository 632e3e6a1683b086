"""Pipeline (流程): the corridor a document walks down once, written as a few calls."""

from pathlib import Path

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.documents.document import Document
from taizhang.paper.documents.opening import open_document
from taizhang.paper.outline.build import build_outline
from taizhang.paper.outline.setting import zones
from taizhang.paper.plan import Plan
from taizhang.paper.statements.extract import extract_statements
from taizhang.paper.tables.interpret import interpret_tables


def read(path: Path) -> Plan:
    """Read a file to the end.

    Raises:
        PaperError: the file cannot be read; the message says what to do.
    """
    return understand(open_document(path))


def understand(document: Document) -> Plan:
    """Everything we understand of a document that is already open."""
    outline = build_outline(assemble_blocks(document), document.text)
    told = zones(outline)
    return Plan(
        document=document,
        outline=outline,
        zones=told,
        tables=interpret_tables(outline, document.text, told),
        statements=extract_statements(outline, document.text, told),
    )
