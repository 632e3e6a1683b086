"""Contents (目录): the list of headings with their pages, which are no headings themselves."""

import re
from collections.abc import Sequence

from taizhang.paper.blocks.block import Block, Paragraph

_HEAD = re.compile(r".{0,12}目\s*[录次]$")
_LONGEST_ENTRY = 120
_ENTRY = re.compile(r"(?:[….·•]{2,}|\.{4,}|\t)\s*.{0,24}?[（(]?\d{1,4}[)）]?$")
# Between two entries stand headings without a page and first lines of long ones.
_LONGEST_GAP = 4


def contents(blocks: Sequence[Block]) -> range:
    """Indices of the blocks that are the table of contents; empty where there is none."""
    texts = [block.text if isinstance(block, Paragraph) else "" for block in blocks]
    entries = [index for index, text in enumerate(texts) if len(text) <= _LONGEST_ENTRY and _ENTRY.search(text)]
    if len(entries) < _LONGEST_GAP:
        return range(0)
    first = last = entries[0]
    for entry in entries:
        if entry - last > _LONGEST_GAP:
            break
        last = entry
    heads = [index for index in range(max(0, first - _LONGEST_GAP), first) if _HEAD.match(texts[index])]
    return range(heads[0] if heads else first, last + 1)
