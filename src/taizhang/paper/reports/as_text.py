"""As text (文本输出): what was read, laid out for a person at a terminal."""

from collections.abc import Iterable, Iterator, Mapping

from taizhang.paper.outline.section import FrontMatter, Section
from taizhang.paper.plan import Plan
from taizhang.paper.reports.table_as_text import table_as_text
from taizhang.paper.reports.terminal import in_one_line, padded, widths
from taizhang.paper.reports.wording import ASPECTS, BOUNDS, MODALITIES, basis_words
from taizhang.paper.statements.statement import Statement

# A heading or subject longer than this is cut in a listing; the machine formats carry it whole.
LONGEST = 36
# One long subject must not push the figures of all others off the screen.
WIDEST_SUBJECT = 40

LABELS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "number": "发文字号",
        "issuer": "发文机关",
        "region": "地区",
        "review_year": "回顾年份",
        "plan_year": "计划年份",
        "outline": "提纲",
        "statements": "表述 {} 条",
        "no_period": "时期不明",
        "count": "{} 条表述",
        "tables": "{} 张表",
        "hedge": "{}（{}）",
    },
    "en": {
        "number": "number",
        "issuer": "issuer",
        "region": "region",
        "review_year": "review year",
        "plan_year": "plan year",
        "outline": "Outline",
        "statements": "Statements: {}",
        "no_period": "no period",
        "count": "{} statements",
        "tables": "{} tables",
        "hedge": "{} ({})",
    },
}


def document_as_text(plan: Plan, language: str = "zh") -> str:
    """The front matter, the outline, the statements by section, the tables."""
    labels = LABELS[language]
    parts = [*_front(plan, labels), "", labels["outline"], *_outline(plan.outline.sections)]
    parts += ["", labels["statements"].format(len(plan.statements)), *_statements(plan.statements, language)]
    for table in plan.tables:
        parts += ["", *table_as_text(table, language)]
    return "\n".join(map(in_one_line, parts))


def folder_line(name: str, plan: Plan, language: str = "zh") -> str:
    """One document of many in one line: its title, years and counts, separated by tabs."""
    front, labels = plan.outline.front, LABELS[language]
    fields = [name, front.title or "", front.plan_year or front.review_year or ""]
    counts = labels["count"].format(len(plan.statements)), labels["tables"].format(len(plan.tables))
    return "\t".join(map(in_one_line, [*fields, *counts]))


def _front(plan: Plan, labels: Mapping[str, str]) -> Iterator[str]:
    front = plan.outline.front
    yield front.title or plan.document.origin.name
    told = "　".join(f"{labels[label]} {value}" for label, value in _known(front).items() if value)
    if told:
        yield told


def _known(front: FrontMatter) -> dict[str, str | None]:
    return {
        "number": front.number,
        "issuer": front.issuer,
        "region": front.region,
        "review_year": front.review_year,
        "plan_year": front.plan_year,
    }


def _outline(sections: Iterable[Section], depth: int = 0) -> Iterator[str]:
    for section in sections:
        title = _cut((section.marker or "") + section.title.replace("\n", ""))
        yield "  " * (depth + 1) + title
        yield from _outline(section.children, depth + 1)


def _statements(statements: tuple[Statement, ...], language: str) -> Iterator[str]:
    rows = [_statement_fields(statement, language) for statement in statements]
    columns = widths(rows)
    section: tuple[str, ...] | None = None
    for statement, row in zip(statements, rows, strict=True):
        if statement.section != section:
            section = statement.section
            yield "  " + ("".join(section) or "—")
        columns[0] = min(columns[0], WIDEST_SUBJECT)
        yield ("    " + "  ".join(map(padded, row, columns))).rstrip()


def _statement_fields(statement: Statement, language: str) -> list[str]:
    labels, hedge = LABELS[language], BOUNDS[language][statement.bound]
    quote = in_one_line(statement.quote)
    return [
        _cut(statement.subject or "？"),
        ASPECTS[language][statement.aspect],
        labels["hedge"].format(quote, hedge) if hedge else quote,
        f"{statement.period or labels['no_period']} {MODALITIES[language][statement.modality]}",
        basis_words(statement.basis, language),
    ]


def _cut(words: str) -> str:
    words = in_one_line(words)
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
