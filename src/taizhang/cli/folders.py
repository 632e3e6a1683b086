"""Folders (文件夹): the documents below one, and what came of each."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from taizhang.paper.documents.opening import printable
from taizhang.paper.errors import AccessDeniedError, PaperError
from taizhang.paper.pipeline import read
from taizhang.paper.plan import Plan

SUFFIXES = {".txt", ".md", ".docx", ".pdf", ".html", ".htm", ".xlsx", ".xls", ".doc", ".wps", ".rtf", ".et", ".ofd"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome (结果): what came of one file — a plan, or the sentence (in either language) that says why there is none."""

    path: Path
    plan: Plan | None
    zh: str = ""
    en: str = ""


def find_documents(folder: Path) -> tuple[list[Path], list[Path]]:
    """Documents below the folder by name, hidden files and Word's own ``~$`` lock files left out; and what is closed to us."""
    closed: list[Path] = []
    walk = os.walk(folder, onerror=lambda problem: closed.append(Path(problem.filename)))
    found = (Path(place, name) for place, _, names in walk for name in names if _is_document_name(name))
    return sorted(filter(_may_be_read, found)), closed


def read_one(path: Path) -> Outcome:
    """What comes of one file."""
    try:
        return Outcome(path, read(path))
    except PaperError as problem:
        return Outcome(path, None, problem.zh, problem.en)


def denied(folder: Path) -> Outcome:
    """What comes of a folder that is closed to us."""
    problem = AccessDeniedError(printable(folder.name or str(folder)))
    return Outcome(folder, None, problem.zh, problem.en)


def _is_document_name(name: str) -> bool:
    return Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "~$"))


def _may_be_read(path: Path) -> bool:
    """Whether it is a file; what the system will not tell us about is tried, and named when it cannot be read."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        return True
    except OSError:  # a link to nowhere
        return False
