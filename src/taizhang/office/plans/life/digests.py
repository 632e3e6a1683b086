"""Digests (摘要): what a resolution froze, computed anew whenever somebody asks whether it still is what it was.

The text is digested as the bytes of its UTF-8, so that anybody can check it with tools of their own; what was read in it as
canonical JSON, one row a line.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Model

from taizhang.office.audit.sm3 import sm3
from taizhang.office.plans.life.models import Resolution
from taizhang.office.plans.models import PlanVersion, StatementRecord, TableCellRecord, TableRowRecord

CHUNK = 1 << 20
NOT_READ = {"id", "version", "row"}  # how a database counts, not what the document says


@dataclass(frozen=True, slots=True)
class Digests:
    """Digests of a version (稿次摘要)."""

    text_sha256: str
    text_sm3: str
    reading_sha256: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Comparison of one digest (摘要核对): as it was stored and as it is now."""

    what: str
    stored: str
    computed: str

    @property
    def agrees(self) -> bool:
        """Whether nothing has changed."""
        return self.stored == self.computed


def digests_of(version_id: int) -> Digests:
    """The digests of a version as it stands in the database now."""
    version = PlanVersion.objects.only("text", "layout", "bindings").get(id=version_id)
    text = version.text.encode()
    return Digests(hashlib.sha256(text).hexdigest(), sm3(text), _reading(version))


def verify(resolution: Resolution) -> tuple[Comparison, ...]:
    """Everything a resolution froze, compared with what is there now: the text, what was read in it, the file itself."""
    now = digests_of(resolution.version_id)
    version = PlanVersion.objects.only("file", "sha256").get(id=resolution.version_id)
    return (
        Comparison("text_sha256", resolution.text_sha256, now.text_sha256),
        Comparison("text_sm3", resolution.text_sm3, now.text_sm3),
        Comparison("reading", resolution.reading_sha256, now.reading_sha256),
        Comparison("file", version.sha256, _file(version)),
    )


def _reading(version: PlanVersion) -> str:
    digest = hashlib.sha256(_line({"layout": version.layout, "bindings": version.bindings}))
    for line in _rows(version.id):
        digest.update(line)
    return digest.hexdigest()


def _rows(version_id: int) -> Iterator[bytes]:
    for statement in StatementRecord.objects.filter(version=version_id).order_by("position"):
        yield _line(_values(statement))
    for row in TableRowRecord.objects.filter(version=version_id).order_by("position"):
        yield _line(_values(row))
    cells = TableCellRecord.objects.filter(row__version=version_id)
    for cell in (
        cells
        .select_related("row")
        .only("row__position", *_fields(TableCellRecord))
        .order_by("row__position", "position")
    ):
        yield _line({"row": cell.row.position} | _values(cell))


def _fields(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if field.name not in NOT_READ]


def _values(record: Model) -> dict[str, Any]:
    return {name: getattr(record, name) for name in _fields(type(record))}


def _line(values: dict[str, Any]) -> bytes:
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    return f"{text}\n".encode()


def _plain(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _file(version: PlanVersion) -> str:
    """Digest of the file as it lies in store; empty where it is gone."""
    digest = hashlib.sha256()
    try:
        with version.file.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except FileNotFoundError:
        return ""
    return digest.hexdigest()
