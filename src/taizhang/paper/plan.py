"""Plan (计划): a document read to the end — text, outline, tables and statements."""

from dataclasses import dataclass

from taizhang.paper.documents.document import Document
from taizhang.paper.outline.section import Outline
from taizhang.paper.outline.setting import Zone
from taizhang.paper.statements.statement import Statement
from taizhang.paper.tables.table import Table


@dataclass(frozen=True, slots=True)
class Plan:
    """Plan (计划): what was read in one document. A plan is read; a commitment is kept.

    Attributes:
        document: the text and where it came from.
        outline: its headings and front matter.
        zones: which years each stretch of it is about, and whether it reports or plans.
        tables: its tables, in order.
        statements: the quantified assertions of its running text, in order; table cells are not among them.
    """

    document: Document
    outline: Outline
    zones: tuple[Zone, ...]
    tables: tuple[Table, ...]
    statements: tuple[Statement, ...]
