"""Delivery (交付): putting a result on standard output or into a file, whole or not at all."""

import sys
from collections.abc import Iterable
from pathlib import Path

from taizhang.cli.complaints import MisuseError


def refuse_terminal(output: Path | None) -> None:
    """A workbook or Word file cannot be shown on a screen."""
    if output is None and sys.stdout.isatty():
        raise MisuseError(
            "这种格式不能显示在屏幕上，请加 -o 文件名 指定保存位置。", "This format needs a file: add -o FILE."
        )


def deliver(lines: Iterable[str], output: Path | None) -> None:
    """Lines of text, to the file named or to standard output as they come."""
    if output is not None:
        deliver_bytes("".join(line + "\n" for line in lines).encode("utf-8", "backslashreplace"), output)
        return
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


def deliver_bytes(content: bytes, output: Path | None) -> None:
    """Bytes, to the file named or to standard output."""
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    # Written beside and moved into place: a full disk never leaves half a file under the name asked for.
    partial = output.with_name(f".{output.name}.part")
    try:
        partial.write_bytes(content)
        partial.replace(output)
    except OSError as problem:
        partial.unlink(missing_ok=True)
        raise MisuseError(
            f"写不进“{output}”，请换一个有写权限、有空间的位置。", f"Cannot write to {output}; choose another place."
        ) from problem
