"""Chain (链): the form an entry is digested in — written down in docs/audit.md, for whoever checks without this program.

An entry's digest covers its own columns and the digest of the entry before it, so none can be changed, taken out, put in
or moved without breaking every link after it.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from taizhang.office.audit.sm3 import sm3

# Every column but the digest itself, and the pointer to the entry before, which says nothing the sequence does not.
DIGESTED = (
    "sequence",
    "moment",
    "who",
    "name",
    "address",
    "action",
    "kind",
    "matter",
    "title",
    "details",
    "result",
    "algorithm",
    "previous",
)
ALGORITHMS: dict[str, Callable[[bytes], str]] = {
    "sm3": sm3,
    "sha256": lambda content: hashlib.sha256(content).hexdigest(),
}
NOTHING_BEFORE = "0" * 64
MOMENT_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def canonical(values: Mapping[str, object]) -> bytes:
    """The one way an entry is written: a JSON object of the columns, keys in order, no spaces, UTF-8."""
    chosen = {name: values[name] for name in DIGESTED}
    return canonical_json(chosen).encode("utf-8", "backslashreplace")


def canonical_json(value: object) -> str:
    """JSON with keys in order and no spaces; what JSON cannot say is written as text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def digest(values: Mapping[str, object]) -> str:
    """The digest of an entry, by the algorithm it names."""
    return ALGORITHMS[str(values["algorithm"])](canonical(values))


def digest_by(algorithm: str, values: Mapping[str, object]) -> str:
    """The digest the entry would have if it had been written by that algorithm."""
    return digest({**values, "algorithm": algorithm})


def moment_of(at: datetime) -> str:
    """A moment as the chain writes it: UTC, to the microsecond, so that its order is that of the letters."""
    return at.astimezone(UTC).strftime(MOMENT_FORMAT)


def moment_from(words: str) -> datetime | None:
    """The moment written; None where the column was tampered with."""
    try:
        return datetime.strptime(words, MOMENT_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        return None
