"""Keys (识别码): by what a doubt is known again when offsets have moved — its rule, its words, its section."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from taizhang.office.plans import layout
from taizhang.office.plans.finding_rows import FindingRow
from taizhang.office.plans.layout import Heading

SEPARATOR = "\x1f"


def keyed(rows: Iterable[FindingRow], headings: tuple[Heading, ...]) -> Iterator[tuple[str, FindingRow]]:
    """Each row with its key; of several alike in one section the second is known as the second."""
    seen: Counter[str] = Counter()
    for row in rows:
        words = SEPARATOR.join([row.code, *section_titles(headings, row.start), "", *quotes(row)])
        seen[words] += 1
        yield hashlib.sha256(f"{words}{SEPARATOR}{seen[words]}".encode()).hexdigest(), row


def section_titles(headings: tuple[Heading, ...], offset: int) -> list[str]:
    """The sections an offset stands in, by their titles: a section put in before them changes only their numbers."""
    return [heading.title or heading.marker for heading in layout.path_to(headings, offset)]


def quotes(row: FindingRow) -> list[str]:
    """The words the doubt rests on, however they are spaced."""
    return ["".join(each.quote.split()) for each in row.evidence]
