"""Outlines of small documents, read by the real reader."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.outline.build import build_outline
from taizhang.paper.outline.section import Outline, Section


@pytest.fixture
def outline_of() -> Callable[[str], Outline]:
    def outline(words: str) -> Outline:
        document = open_bytes("计划.txt", words.encode())
        return build_outline(assemble_blocks(document), document.text)

    return outline


@pytest.fixture
def flat() -> Callable[[Sequence[Section]], list[Section]]:
    """Every section, outermost first."""

    def flat(sections: Sequence[Section]) -> list[Section]:
        return list(_every(sections))

    return flat


def _every(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _every(section.children)


@pytest.fixture
def drawn() -> Callable[[Sequence[Section]], list[str]]:
    """The tree as indented lines of marker and title."""

    def drawn(sections: Sequence[Section], depth: int = 0) -> list[str]:
        lines = []
        for section in sections:
            lines.append("  " * depth + (section.marker or "") + section.title)
            lines.extend(drawn(section.children, depth + 1))
        return lines

    return drawn
