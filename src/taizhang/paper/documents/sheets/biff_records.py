"""BIFF records (xls 记录): the chain of records an xls is written in, and the strings in them."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

BEGIN, END, CONTINUE = 0x809, 0x0A, 0x3C
_WIDE, _EXTENDED, _RICH = 1, 4, 8


@dataclass(frozen=True, slots=True)
class Record:
    """Record (记录): its kind, its body, and the bodies of the records that carry it on."""

    kind: int
    body: bytes
    more: list[bytes] = field(default_factory=list)


def records(stream: bytes, start: int) -> Iterator[Record]:
    """Records from a beginning to its end; those of embedded charts are passed over."""
    depth = 0
    whole: Record | None = None
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        body = stream[start + 4 : start + 4 + length]
        start += 4 + length
        if kind == CONTINUE and whole is not None:
            whole.more.append(body)
            continue
        if whole is not None:
            yield whole
        depth += (kind == BEGIN) - (kind == END)
        if depth <= 0:
            return
        whole = Record(kind, body) if depth == 1 else None
    if whole is not None:
        yield whole


@dataclass(slots=True)
class Strings:
    """Strings (字符串): reads one string after another from the bodies of a record.

    Attributes:
        bodies: the record's own, and those that carry it on.
        index, offset: how far the reading has come.
    """

    bodies: tuple[bytes, ...]
    index: int = 0
    offset: int = 0

    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self.index >= len(self.bodies) - 1 and self.offset >= len(self.bodies[-1])

    def rich(self) -> str:
        """A string of the shared table: perhaps with runs of type and reading aids, which are passed over."""
        length, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & _RICH else 0
        extension = struct.unpack("<I", self._take(4))[0] if flags & _EXTENDED else 0
        text = self._characters(length, flags)
        self._pass(4 * runs + extension)
        return text

    def plain(self) -> str:
        """A string with a length of two bytes."""
        length, flags = struct.unpack("<HB", self._take(3))
        return self._characters(length, flags)

    def short(self) -> str:
        """A string with a length of one byte."""
        length, flags = self._take(2)
        return self._characters(length, flags)

    def _characters(self, length: int, flags: int) -> str:
        """Characters; where they run over into the next body, that says anew how wide they are."""
        parts = []
        while True:
            width = 1 + (flags & _WIDE)
            count = min(length, max(0, len(self.bodies[self.index]) - self.offset) // width)
            raw = self.bodies[self.index][self.offset : self.offset + count * width]
            parts.append(raw.decode("utf-16-le" if flags & _WIDE else "latin-1", "replace"))
            self.offset += count * width
            length -= count
            if not length or self.index + 1 >= len(self.bodies):
                return "".join(parts)
            self.index, self.offset = self.index + 1, 1
            flags = self.bodies[self.index][0] if self.bodies[self.index] else 0

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            self._step()
            if self.index >= len(self.bodies):
                raise struct.error("the strings break off")
            part = self.bodies[self.index][self.offset : self.offset + count - len(taken)]
            self.offset += len(part)
            taken += part
        return taken

    def _pass(self, count: int) -> None:
        while count > 0 and self.index < len(self.bodies):
            passed = min(count, len(self.bodies[self.index]) - self.offset)
            self.offset += passed
            count -= passed
            if count:
                self.index, self.offset = self.index + 1, 0

    def _step(self) -> None:
        while self.index < len(self.bodies) and self.offset >= len(self.bodies[self.index]):
            self.index, self.offset = self.index + 1, 0
