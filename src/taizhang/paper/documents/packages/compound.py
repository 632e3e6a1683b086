"""Compound file (复合文档): the container of doc, xls, wps and of locked docx — a small file system in one file."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.paper.errors import DamagedFileError

_ENTRY_SIZE = 128
_STREAM = 2
_IN_HEADER = 109  # entries of the list of allocation tables that the header itself holds
_SMALL = 4096  # shorter streams live in the small sectors of the root's own stream
_SMALL_SECTOR = 64


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    siblings: tuple[int, int]
    child: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Compound:
    """Compound file (复合文档): where each stream under its root lies; those of embedded objects are left out.

    Attributes:
        names: the streams there are.
    """

    data: bytes
    sector_size: int
    table: tuple[int, ...]
    small_table: tuple[int, ...]
    root: _Entry
    streams: dict[str, _Entry]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.streams)

    def read(self, name: str) -> bytes:
        """Bytes of a stream, as many as its sectors hold."""
        entry = self.streams[name]
        if entry.size >= _SMALL:
            return _join(self.data, _sectors(self.table, entry.start), self.sector_size, 1)[: entry.size]
        small = _join(self.data, _sectors(self.table, self.root.start), self.sector_size, 1)
        return _join(small, _sectors(self.small_table, entry.start), _SMALL_SECTOR, 0)[: entry.size]


def open_compound(data: bytes, name: str) -> Compound:
    """Find the streams of a compound file.

    Raises:
        DamagedFileError: its directory cannot be followed.
    """
    try:
        size = 1 << min(struct.unpack_from("<H", data, 0x1E)[0], 12)
        table = _allocation_table(data, size)
        directory = _join(data, _sectors(table, _number(data, 0x30)), size, 1)
        entries = tuple(_entries(directory))
        small = _join(data, _sectors(table, _number(data, 0x3C)), size, 1)
        streams = {entry.name: entry for entry in _siblings(entries, entries[0].child) if entry.kind == _STREAM}
    except (struct.error, IndexError) as error:
        raise DamagedFileError(name, "OLE") from error
    return Compound(data, size, table, _numbers(small), entries[0], streams)


def _allocation_table(data: bytes, size: int) -> tuple[int, ...]:
    """For each sector the one that follows it."""
    parts = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 0x4C))
    sector, seen = _number(data, 0x44), set[int]()
    while _is_sector(sector, data, size) and sector not in seen:
        seen.add(sector)
        *more, sector = _numbers(_sector(data, sector, size, 1))
        parts += more
    return _numbers(_join(data, (part for part in parts if _is_sector(part, data, size)), size, 1))


def _entries(directory: bytes) -> Iterator[_Entry]:
    for offset in range(0, len(directory) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
        raw = directory[offset : offset + _ENTRY_SIZE]
        length, kind, left, right, child = struct.unpack_from("<HBxIII", raw, 64)
        start, size = struct.unpack_from("<II", raw, 116)
        name = raw[: min(64, max(0, length - 2))].decode("utf-16-le", "replace")
        yield _Entry(name, kind, (left, right), child, start, size)


def _siblings(entries: tuple[_Entry, ...], first: int) -> Iterator[_Entry]:
    """What stands in one folder; its entries form a tree."""
    waiting, seen = [first], set[int]()
    while waiting:
        index = waiting.pop()
        if index < len(entries) and index not in seen:
            seen.add(index)
            yield entries[index]
            waiting += entries[index].siblings


def _sectors(table: tuple[int, ...], sector: int) -> Iterator[int]:
    """A chain of sectors; it ends at a sector that is none, or that came before."""
    seen = set[int]()
    while sector < len(table) and sector not in seen:
        seen.add(sector)
        yield sector
        sector = table[sector]


def _join(data: bytes, sectors: Iterator[int], size: int, header: int) -> bytes:
    return b"".join(_sector(data, sector, size, header) for sector in sectors)


def _sector(data: bytes, sector: int, size: int, header: int) -> bytes:
    return data[(sector + header) * size : (sector + header + 1) * size]


def _is_sector(sector: int, data: bytes, size: int) -> bool:
    return sector < len(data) // size


def _number(data: bytes, offset: int) -> int:
    number: int = struct.unpack_from("<I", data, offset)[0]
    return number


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
