"""Broken labels (折行的名称): a name too long for its column goes on in the next line, which no line of the table tells from a row."""

import re
from collections.abc import Sequence

from taizhang.paper.documents.pdf.joins import first_word_width
from taizhang.paper.documents.pdf.runs import Run

# In heights of the type.
_SAME_EDGE = 0.5
_FEWEST_FITTING = 2
_MARKER = re.compile(r"[（(]?[一二三四五六七八九十\d]+[)）、.．]|其\s*中|[#＃*●○◆①-⑳]")
_OPEN = re.compile(r"[（(《“][^）)》”]*$")


def join_broken_labels(lines: Sequence[list[Run]], columns: float, figured: Sequence[bool]) -> list[list[Run]]:
    """Lines with the rest of a name put to the row it belongs to.

    A line that is nothing but a name may as well be the heading of the rows below it. One bracket left open is proof enough
    that it is not; else it takes two names, neither of which leaves room for the first word of what follows it, and no
    line that would have to be a heading.

    Args:
        lines: of a table without lines, from the top down.
        columns: where the first column ends.
        figured: whether a line has figures.
    """
    names = [[run for run in line if (run.left + run.right) / 2 < columns] for line in lines]
    edge = max((run.right for name in names for run in name), default=0.0)
    rests = [
        index
        for index, name in enumerate(names)
        if name and len(name) == len(lines[index]) and not figured[index] and not _MARKER.match(name[0].text)
    ]
    proven = [index for index in rests if index and _is_open(names[index - 1])]
    fitting = [index for index in rests if _has_name_above(index, figured, rests) and _is_cut(names, index, edge)]
    is_shape = len(fitting) >= _FEWEST_FITTING and set(rests) <= {*fitting, *proven}
    joined: list[list[Run]] = []
    for index, line in enumerate(lines):
        if joined and index in (rests if is_shape else proven):
            joined[-1] = [*joined[-1], *line]
        else:
            joined.append(list(line))
    return joined


def _has_name_above(index: int, figured: Sequence[bool], rests: Sequence[int]) -> bool:
    return index > 0 and (figured[index - 1] or index - 1 in rests)


def _is_cut(names: Sequence[Sequence[Run]], index: int, edge: float) -> bool:
    """Whether the name above leaves no room for the first word, and both begin at one place."""
    above, rest = names[index - 1], names[index]
    if not above:
        return False
    is_full = edge - above[-1].right < first_word_width(rest[0].text) * above[-1].size
    return is_full and abs(rest[0].left - above[0].left) <= _SAME_EDGE * above[-1].size


def _is_open(name: Sequence[Run]) -> bool:
    return _OPEN.search("".join(run.text for run in name)) is not None
