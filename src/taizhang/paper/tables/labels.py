"""Labels (行名): the name of an indicator as a row prints it, with its number, its unit and its notes told apart."""

import re
from dataclasses import dataclass

from taizhang.paper.tables.cells import is_unit

_MARKER = re.compile(
    r"(?P<marker>[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]、?|(?:\d{1,2}[.．])+\d{0,2}(?=[^\d.．%％])|\d{1,2}[、)）]|[（(]\d{1,2}[)）]|[①-⑳]|"
    r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨ]+[、.．])"
)
_PART = re.compile(r"[#＃★☆▲△●○◆◇*※]+|其\s*中[:：]?")
_NOTE = re.compile(r"[\[〔]\d{1,2}[\]〕]|[①-⑳*※]+$")
_UNIT = re.compile(r"[（(\[]([^（）()\[\]]{1,16})[)）\]]$")


@dataclass(frozen=True, slots=True)
class Label:
    """Label (行名).

    Attributes:
        text: as printed, indent and marker included.
        marker: its own numbering, else None.
        name: the indicator's name.
        unit: unit in brackets behind the name, else None.
        is_part: whether 其中 or # says that it is a part of a row above.
    """

    text: str
    marker: str | None
    name: str
    unit: str | None
    is_part: bool


def read_label(text: str) -> Label:
    """The parts of a label."""
    words = "".join(text.split())
    marker, is_part = None, False
    while match := _PART.match(words) or (_MARKER.match(words) if marker is None else None):
        is_part = is_part or "marker" not in match.re.groupindex
        marker = marker or match.groupdict().get("marker")
        words = words[match.end() :]
    words = _NOTE.sub("", words)
    unit = _UNIT.search(words)
    if unit and is_unit(unit[1]):
        return Label(text, marker, words[: unit.start()], unit[1], is_part)
    return Label(text, marker, words, None, is_part)


def marker_style(marker: str | None) -> str:
    """Which numbering a marker belongs to: two of one style stand on one level."""
    if not marker:
        return ""
    return re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", marker.translate(_LEVEL)))


_LEVEL = str.maketrans("(．)", "（.）")
