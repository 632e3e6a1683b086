"""Folders (文件夹): reading many documents, several at once, in the order of their names."""

import os
import signal
import stat
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from pathlib import Path

from taizhang.paper.documents.opening import printable
from taizhang.paper.errors import AccessDeniedError, PaperError
from taizhang.paper.pipeline import read
from taizhang.paper.plan import Plan

SUFFIXES = {".txt", ".md", ".docx", ".pdf", ".html", ".htm", ".xlsx", ".xls", ".doc", ".wps", ".rtf", ".et", ".ofd"}

# Starting a second process costs more than reading this many documents one after the other.
FEW = 4
# How far the readers may run ahead of what is printed: keeps a long folder out of memory.
AHEAD = 16


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome (结果): what came of one file — a plan, or the sentence (in either language) that says why there is none."""

    path: Path
    plan: Plan | None
    zh: str = ""
    en: str = ""


class ReaderLostError(PaperError):
    """A reading process died (读取进程中断): of want of memory, as a rule."""

    def __init__(self) -> None:
        super().__init__(
            "读文件的进程意外中断（多半是内存不够），请加 --jobs 1 再试。",
            "A reading process was lost (for want of memory, most likely): try again with --jobs 1.",
        )


def find_documents(folder: Path) -> tuple[list[Path], list[Path]]:
    """Documents below the folder by name, hidden files and Word's own ``~$`` lock files left out; and what is closed to us."""
    closed: list[Path] = []
    walk = os.walk(folder, onerror=lambda problem: closed.append(Path(problem.filename)))
    found = (Path(place, name) for place, _, names in walk for name in names if _is_document_name(name))
    return sorted(filter(_may_be_read, found)), closed


def read_all(paths: list[Path], jobs: int | None) -> Iterator[Outcome]:
    """Outcomes in the order of the paths."""
    workers = min(jobs or os.cpu_count() or 1, len(paths))
    if workers <= 1 or len(paths) <= FEW:
        yield from map(read_one, paths)
        return
    pool = ProcessPoolExecutor(workers, initializer=_follow_parent)
    try:
        yield from _in_order(pool, paths)
    except BrokenProcessPool as problem:
        raise ReaderLostError from problem
    finally:
        pool.shutdown(cancel_futures=True)


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


def _in_order(pool: ProcessPoolExecutor, paths: list[Path]) -> Iterator[Outcome]:
    waiting: deque[Future[Outcome]] = deque()
    for path in paths:
        waiting.append(pool.submit(read_one, path))
        if len(waiting) > AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _follow_parent() -> None:
    """A reader ends with the command that started it, at once and without a word, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


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
