"""Anchors (锚点): the head of the chain, written down where whoever holds the database cannot reach it.

The chain alone cannot show that its tail was cut off, or that all of it was written anew: such a chain holds. One line kept
elsewhere — printed, mailed, on a disc — shows it.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from json import JSONDecodeError

from django.utils.translation import gettext_lazy as _

from taizhang.office.audit.chain import NOTHING_BEFORE
from taizhang.office.audit.models import AuditEntry
from taizhang.office.pages.errors import ExpectedError

DIGEST_LENGTH = 64
HEXADECIMAL = frozenset("0123456789abcdef")


class AnchorUnreadableError(ExpectedError):
    """Anchor unreadable (锚点无法使用): the file is not one this program wrote."""

    def __init__(self) -> None:
        super().__init__(
            _("这不是锚点文件：请选用“下载锚点”或 taizhang audit anchor 所存的文件，不要改动其中内容。"), status=422
        )


@dataclass(frozen=True, slots=True)
class Anchor:
    """Anchor (锚点): how far the chain went at a time, and the digest it had come to.

    Attributes:
        sequence, moment, algorithm, digest: of the last entry; 0 and nothing where there was none yet.
    """

    sequence: int
    moment: str
    algorithm: str
    digest: str

    def as_line(self) -> str:
        """One line of a file; lines of many days may stand in one."""
        return json.dumps(asdict(self))


def current_anchor() -> Anchor:
    """The end of the chain as it is now."""
    last = AuditEntry.objects.order_by("-sequence").first()
    if last is None:
        return Anchor(0, "", "", NOTHING_BEFORE)
    return Anchor(last.sequence, last.moment, last.algorithm, last.digest)


def read_anchors(content: bytes) -> tuple[Anchor, ...]:
    """The anchors of a file.

    Raises:
        AnchorUnreadableError: it holds something else, or nothing.
    """
    try:
        found = tuple(_anchors(content.decode("utf-8-sig")))
    except (UnicodeDecodeError, JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise AnchorUnreadableError from error
    if not found:
        raise AnchorUnreadableError
    return found


def _anchors(words: str) -> Iterator[Anchor]:
    for line in words.splitlines():
        if line.strip():
            read = json.loads(line)
            anchor = Anchor(int(read["sequence"]), str(read["moment"]), str(read["algorithm"]), str(read["digest"]))
            if len(anchor.digest) != DIGEST_LENGTH or not set(anchor.digest) <= HEXADECIMAL or anchor.sequence < 0:
                raise AnchorUnreadableError
            yield anchor
