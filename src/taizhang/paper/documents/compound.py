"""Compound file (复合文档): the container of doc, xls, wps and of locked docx; only its list of streams is read."""

import struct
from collections.abc import Iterator

from taizhang.paper.errors import DamagedFileError

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY_SIZE = 128
_STREAM = 2


def is_compound(data: bytes) -> bool:
    """Whether it starts as a compound file does."""
    return data.startswith(_SIGNATURE)


def stream_names(data: bytes, name: str) -> frozenset[str]:
    """Names of the streams directly under the root; those of embedded objects are not among them.

    Raises:
        DamagedFileError: the directory cannot be followed.
    """
    try:
        entries = tuple(_directory_entries(data))
        return frozenset(_names_below(entries, _child(entries[0])))
    except (struct.error, IndexError) as error:
        raise DamagedFileError(name, "OLE") from error


def _directory_entries(data: bytes) -> Iterator[bytes]:
    """The directory, followed from sector to sector through the allocation table (FAT)."""
    (shift,) = struct.unpack_from("<H", data, 0x1E)
    size = 1 << min(shift, 12)
    (sector,) = struct.unpack_from("<I", data, 0x30)
    table = struct.unpack_from("<109I", data, 0x4C)
    seen: set[int] = set()
    while sector < len(data) // size and sector not in seen:
        seen.add(sector)
        start = (sector + 1) * size
        block = data[start : start + size]
        yield from (block[offset : offset + _ENTRY_SIZE] for offset in range(0, len(block), _ENTRY_SIZE))
        fat_sector, index = divmod(sector, size // 4)
        (sector,) = struct.unpack_from("<I", data, (table[fat_sector] + 1) * size + 4 * index)


def _names_below(entries: tuple[bytes, ...], first: int) -> Iterator[str]:
    """Names in the sibling tree of one storage."""
    waiting, seen = [first], set[int]()
    while waiting:
        index = waiting.pop()
        if index in seen or index >= len(entries):
            continue
        seen.add(index)
        entry = entries[index]
        (length,) = struct.unpack_from("<H", entry, 64)
        if entry[66] == _STREAM:
            yield entry[: max(0, length - 2)].decode("utf-16-le", "replace")
        waiting.extend(struct.unpack_from("<2I", entry, 68))


def _child(root: bytes) -> int:
    child: int = struct.unpack_from("<I", root, 76)[0]
    return child
