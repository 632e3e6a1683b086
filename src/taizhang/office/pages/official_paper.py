"""Official paper (公文用纸): an empty Word file after GB/T 9704-2012, and the way back to bytes.

The paper itself lies unpacked in ``blank_paper/``: page, grid, styles, page numbers. Zipped, it is a Word file.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from docx import Document
from docx.document import Document as WordDocument

# A zip archive tells the time of every file in it; this is the earliest it can tell.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def open_blank_paper() -> WordDocument:
    """An empty paper, ready for its first paragraph."""
    return Document(io.BytesIO(_zip(dict(_parts_under(files(__package__) / "blank_paper")))))


def seal_paper(paper: WordDocument) -> bytes:
    """The paper as a Word file: the same bytes whenever the same words stand on it."""
    stamped = io.BytesIO()
    paper.save(stamped)
    with zipfile.ZipFile(stamped) as archive:
        return _zip({name: archive.read(name) for name in archive.namelist()})


def _parts_under(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _parts_under(item, f"{prefix}{item.name}/")
        else:
            yield prefix + item.name, item.read_bytes()


def _zip(parts: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.create_system = 0  # else the archive tells which system packed it
            archive.writestr(entry, content, compress_type=zipfile.ZIP_DEFLATED)
    return packed.getvalue()
