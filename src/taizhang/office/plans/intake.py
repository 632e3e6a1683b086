"""Intake (接收): the one door between the site and ``paper`` — a file goes in, plain values to be stored come out."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from taizhang import __version__
from taizhang.office.plans.conversion import Reading, as_values
from taizhang.office.plans.finding_rows import FindingRow, as_finding, as_row
from taizhang.paper import checks
from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.run import Checked, check_plan
from taizhang.paper.documents.opening import open_document
from taizhang.paper.errors import PaperError
from taizhang.paper.indicators.catalogue import indicators
from taizhang.paper.indicators.lookup import find_indicator
from taizhang.paper.pipeline import read, understand


class UnreadableFileError(Exception):
    """Unreadable file (无法读取的文件): why, in one sentence of either language.

    Attributes:
        zh, en: the sentence.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """Catalogue entry (目录指标): what the catalogue knows of an indicator.

    Attributes:
        code, name: ours and the official one.
        department: who answers for it in a district.
        note: what to beware of.
        frequency, timing, direction: how often a value comes out, what it covers, which way is better.
        level_price, growth_price: price basis of either, empty where nothing is priced.
    """

    code: str
    name: str
    department: str
    note: str
    frequency: str
    timing: str
    direction: str
    level_price: str
    growth_price: str


@dataclass(frozen=True, slots=True)
class RuleCard:
    """Rule card (规则说明): what a check looks for and why, as its room explains it; in Chinese.

    Attributes:
        code, name_zh, name_en: of the rule.
        parts: heading and words, in order (查什么, 为什么 …).
    """

    code: str
    name_zh: str
    name_en: str
    parts: tuple[tuple[str, str], ...]


def catalogue_entry(code: str) -> CatalogueEntry | None:
    """The catalogue's entry of that code; None for an indicator it does not know."""
    entry = indicators().get(code)
    if entry is None:
        return None
    return CatalogueEntry(
        code=code,
        name=entry.name,
        department=entry.department,
        note=entry.note,
        frequency=entry.frequency,
        timing=entry.timing,
        direction=entry.direction,
        level_price=entry.level_price or "",
        growth_price=entry.growth_price or "",
    )


def catalogue_code(name: str) -> str:
    """The code of the indicator that a name in a document means; empty for one the catalogue does not know."""
    return find_indicator(name) or ""


def read_file(path: Path, *, on_understanding: Callable[[], None]) -> Reading:
    """Read a file to the end; ``on_understanding`` is told when it is open and its meaning is sought.

    Raises:
        UnreadableFileError: the file cannot be read.
    """
    try:
        document = open_document(path)
        on_understanding()
        return as_values(understand(document))
    except PaperError as error:
        raise UnreadableFileError(error.zh, error.en) from error


def check_file(path: Path, *, on_checking: Callable[[], None]) -> tuple[FindingRow, ...]:
    """Every doubt about a file, in the order of its text; ``on_checking`` is told when it is read and the rules begin.

    Raises:
        UnreadableFileError: the file cannot be read.
    """
    try:
        plan = read(path)
    except PaperError as error:
        raise UnreadableFileError(error.zh, error.en) from error
    on_checking()
    return tuple(map(as_row, check_plan(plan).findings))


def commented_file(path: Path, rows: Iterable[FindingRow], *, language: str) -> bytes:
    """The file as a Word file with each finding as a comment on its words; a Word file is otherwise the very same."""
    # The writer of comments is only needed here, and costs more to import than any page.
    from taizhang.paper.reports.as_docx_comments import findings_as_docx

    checked = Checked(tuple(map(as_finding, rows)))
    return findings_as_docx(checked, read(path), path, {rule.code: rule for rule in ALL_RULES}, language)


@cache
def rule_cards() -> dict[str, RuleCard]:
    """Every rule's card by its code."""
    return {rule.code: RuleCard(rule.code, rule.name, rule.name_en, _parts(rule.explanation)) for rule in ALL_RULES}


@cache
def rules_version() -> str:
    """Name of the rules as they are now: the release, and a digest that changes whenever a rule or its words do."""
    folder = Path(checks.__path__[0])
    digest = hashlib.sha256()
    for path in sorted(path for suffix in ("py", "toml") for path in folder.rglob(f"*.{suffix}")):
        digest.update(path.read_bytes())
    return f"{__version__}-{digest.hexdigest()[:8]}"


def _parts(explanation: str) -> tuple[tuple[str, str], ...]:
    lines = (line.strip() for line in explanation.strip().splitlines()[1:])
    cut = (line.partition("：") for line in lines if line)
    return tuple((head, words) if words else ("", head) for head, _, words in cut)
