"""Folders (文件夹): reading many documents, several at once, in the order of their names."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from taizhang.paper.errors import PaperError
from taizhang.paper.pipeline import read
from taizhang.paper.plan import Plan

SUFFIXES = {".txt", ".md", ".docx", ".pdf", ".html", ".htm", ".xlsx", ".xls", ".doc", ".wps", ".rtf", ".et", ".ofd"}

# Starting a second process costs more than reading this many documents one after the other.
FEW = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome (结果): what came of one file — a plan, or the sentence that says why there is none."""

    path: Path
    plan: Plan | None
    message: str = ""


def find_documents(folder: Path) -> list[Path]:
    """Documents below the folder, by name; hidden files and Word's own ``~$`` lock files left out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$")) and path.is_file()
    )


def read_all(paths: list[Path], jobs: int | None) -> Iterator[Outcome]:
    """Outcomes in the order of the paths."""
    workers = min(jobs or os.cpu_count() or 1, len(paths))
    if workers == 1 or len(paths) <= FEW:
        yield from map(_read_one, paths)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_read_one, paths)


def _read_one(path: Path) -> Outcome:
    try:
        return Outcome(path, read(path))
    except PaperError as problem:
        return Outcome(path, None, problem.zh)
