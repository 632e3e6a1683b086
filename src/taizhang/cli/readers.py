"""Readers (读取进程): processes that read documents side by side, and end with the command that started them.

^C is for the command alone to answer: the readers do not hear it. Each has a line of its own to the command, so that one
which is lost in the middle of a sentence cannot keep the others, or the command, waiting for the rest of it.
"""

import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import Pipe, connection, get_context, parent_process
from pathlib import Path
from queue import SimpleQueue
from types import FrameType

from taizhang.cli.folders import Outcome, read_one
from taizhang.paper.errors import PaperError

# Starting a second process costs more than reading this many documents one after the other.
FEW = 4
# How far the readers may run ahead of what is printed: keeps a long folder out of memory.
AHEAD = 16
# Where it is safe, a reader starts with all modules fetched, and so never hears ^C in the middle of fetching them.
_CONTEXT = get_context("fork") if sys.platform == "linux" else get_context("spawn")
# What a reader gets to stop whatever it started itself.
GRACE = 2.0


class ReaderLostError(PaperError):
    """A reading process died (读取进程中断): of want of memory, as a rule."""

    def __init__(self) -> None:
        super().__init__(
            "读文件的进程意外中断（多半是内存不够），请加 --jobs 1 再试。",
            "A reading process was lost (for want of memory, most likely): try again with --jobs 1.",
        )


def read_all(paths: list[Path], jobs: int | None) -> Generator[Outcome]:
    """Outcomes in the order of the paths."""
    workers = min(jobs or os.cpu_count() or 1, len(paths))
    if workers <= 1 or len(paths) <= FEW:
        yield from map(read_one, paths)
        return
    with _deaf():
        readers = [_Reader() for _ in range(workers)]
    pool = ThreadPoolExecutor(2 * workers)  # a thread waits where a reader reads, another unpacks
    try:
        yield from _in_order(pool, readers, paths)
    finally:
        _end(readers)
        pool.shutdown(cancel_futures=True)


class _Reader:
    """One process, and the line it is asked and answers on."""

    def __init__(self) -> None:
        self.line, its_end = Pipe()
        self.process = _CONTEXT.Process(target=_serve, args=(its_end,), daemon=True)
        self.process.start()
        its_end.close()

    def ask(self, path: Path) -> bytes:
        """What comes of one file, still packed."""
        try:
            self.line.send(path)
            return self.line.recv_bytes()
        except (EOFError, OSError) as lost:
            raise ReaderLostError from lost


def _in_order(pool: ThreadPoolExecutor, readers: list[_Reader], paths: list[Path]) -> Iterator[Outcome]:
    free: SimpleQueue[_Reader] = SimpleQueue()
    for reader in readers:
        free.put(reader)
    waiting: deque[Future[Outcome]] = deque()
    for path in paths:
        with _deaf():
            waiting.append(pool.submit(_ask_one, free, path))
        if len(waiting) > AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _ask_one(free: "SimpleQueue[_Reader]", path: Path) -> Outcome:
    reader = free.get()
    try:
        packed = reader.ask(path)
    finally:
        free.put(reader)
    outcome: Outcome = pickle.loads(packed)  # it is reading the next one by now
    return outcome


def _end(readers: list[_Reader]) -> None:
    for reader in readers:
        reader.process.terminate()
    for reader in readers:
        reader.process.join(GRACE)
        reader.process.kill()


@contextmanager
def _deaf() -> Iterator[None]:
    """^C waits: processes and threads started meanwhile never hear it, the command does afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: "connection.Connection") -> None:
    """What a reader does, until it is told to stop or the command is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    while True:
        line.send(read_one(line.recv()))


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """Leave by way of every ``finally``: a program that converts a file is stopped, what it wrote thrown away."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(1)
