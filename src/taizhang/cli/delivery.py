"""Delivery (交付): putting a result on standard output or into a file, whole or not at all."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from taizhang.cli.complaints import MisuseError
from taizhang.paper.documents.opening import printable


def refuse_terminal(output: Path | None) -> None:
    """A workbook or Word file cannot be shown on a screen."""
    if output is None and is_terminal(sys.stdout):
        raise MisuseError(
            "这种格式不能显示在屏幕上，请加 -o 文件名 指定保存位置。", "This format needs a file: add -o FILE."
        )


def refuse_overwriting(output: Path | None, sources: Iterable[Path]) -> None:
    """What was read is never overwritten by what was understood of it."""
    if output is not None and any(_is_same(output, source) for source in sources):
        name = printable(output.name)
        raise MisuseError(
            f"“{name}”是要读的文件，请换一个文件名保存结果。",
            f"{name} is a document being read; save the result under another name.",
        )


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody watches it; a stream the shell has closed is None."""
    return stream is not None and stream.isatty()


def deliver(lines: Iterable[str], output: Path | None) -> None:
    """Lines of text, to the file named or to standard output as they come."""
    with _opened(output) as file:
        for line in lines:
            file.write(f"{line}\n".encode("utf-8", "backslashreplace"))
            if output is None and is_terminal(sys.stdout):
                file.flush()


def deliver_bytes(content: bytes, output: Path | None) -> None:
    """Bytes, to the file named or to standard output."""
    with _opened(output) as file:
        file.write(content)


@contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    try:
        with _standard_output() if output is None else _file(output) as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as problem:
        name = "标准输出" if output is None else f"“{printable(str(output))}”"
        name_en = "standard output" if output is None else printable(str(output))
        raise MisuseError(
            f"写不进{name}，请换一个有写权限、有空间的位置。", f"Cannot write to {name_en}; choose another place."
        ) from problem


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    if sys.stdout is None:
        raise MisuseError("标准输出已关闭，请加 -o 文件名。", "Standard output is closed: add -o FILE.")
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except OSError:
        sys.stdout = None  # what could not be written must not be tried again at exit
        raise


@contextmanager
def _file(output: Path) -> Iterator[BinaryIO]:
    """Written beside and moved into place: nothing that stops us leaves half a file under the name asked for."""
    if output.exists() and not output.is_file():  # a pipe or device stays what it is
        with output.open("wb") as file:
            yield file
        return
    target = output.resolve()  # of a link, what it points to
    if target.exists():
        target.open("ab").close()  # may we write to it? Moving another into its place would not ask
    partial = target.with_name(f".taizhang-{os.getpid()}.part")
    try:
        with partial.open("wb") as file:
            yield file
        if target.exists():
            shutil.copymode(target, partial)
        partial.replace(target)
    finally:
        if os.path.lexists(partial):
            partial.unlink()


def _is_same(output: Path, source: Path) -> bool:
    try:
        return output.samefile(source)
    except OSError:  # one of them is not there
        return False
