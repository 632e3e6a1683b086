"""Blocks of small documents, read by the real reader."""

from collections.abc import Callable

import pytest

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.blocks.block import Block
from taizhang.paper.documents.opening import open_bytes


@pytest.fixture
def blocks_of() -> Callable[[str], tuple[Block, ...]]:
    def blocks(words: str) -> tuple[Block, ...]:
        return assemble_blocks(open_bytes("计划.txt", words.encode()))

    return blocks
