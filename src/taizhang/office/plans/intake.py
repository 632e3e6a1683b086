"""Intake (接收): the one door between the site and ``paper`` — a file goes in, plain values to be stored come out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from taizhang.office.plans.conversion import Reading, as_values
from taizhang.paper.documents.opening import open_document
from taizhang.paper.errors import PaperError
from taizhang.paper.indicators.catalogue import indicators
from taizhang.paper.pipeline import understand


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
    """

    code: str
    name: str
    department: str
    note: str


def catalogue_entry(code: str) -> CatalogueEntry | None:
    """The catalogue's entry of that code; None for an indicator it does not know."""
    entry = indicators().get(code)
    return CatalogueEntry(code, entry.name, entry.department, entry.note) if entry else None


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
