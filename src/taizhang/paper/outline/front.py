"""Front matter (文件要素): what a document says of itself."""

from collections.abc import Sequence

from taizhang.paper.blocks.block import Block
from taizhang.paper.outline.section import FrontMatter, Section


def read_front(sections: Sequence[Section], blocks: Sequence[Block]) -> FrontMatter:
    """Title, number, issuer, region and years."""
    return FrontMatter()
