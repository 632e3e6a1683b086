"""Markers (批注标记): the marks in the body between which a comment stands; runs are cut there, their format kept."""

from collections.abc import Iterable
from copy import deepcopy
from itertools import chain
from typing import NamedTuple

from lxml import etree

from taizhang.paper.documents.word.styles import W
from taizhang.paper.documents.word.words import is_running_text
from taizhang.paper.reports.word_comments.anchors import Anchor

_RUN, _PROPERTIES, _TEXT = f"{W}r", f"{W}rPr", f"{W}t"
_BOX = f"{W}txbxContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Wrappers of runs that may hold marks. A field and a control that holds one value are filled anew as a whole (and
# LibreOffice loses a comment within a field); whatever is not named here, a formula, a ruby, a picture, cannot hold
# marks: the comment then stands on the whole.
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent")
)
_VALUES = tuple(
    f"{W}sdtPr/{W}{name}" for name in ("text", "dataBinding", "date", "comboBox", "dropDownList", "checkbox")
)


class _Mark(NamedTuple):
    """A start or end to be set in an element, before the character at ``cut``."""

    element: etree._Element
    cut: int
    is_end: bool
    comment_id: int


def set_markers(anchors: Iterable[tuple[int, Anchor]]) -> None:
    """Set the marks of each comment, named by its id, into the tree its anchor stands in."""
    marks = chain.from_iterable(_marks(comment_id, anchor) for comment_id, anchor in anchors)
    # What stands behind a cut moves into another element, so the last cut of an element comes first; of a start and an
    # end at the same cut the start, for the later mark is set in front.
    for mark in sorted(marks, key=lambda mark: (-mark.cut, mark.is_end)):
        _set(mark)


def _marks(comment_id: int, anchor: Anchor) -> tuple[_Mark, _Mark]:
    return (
        _Mark(anchor.first.element, anchor.first.at, False, comment_id),
        _Mark(anchor.last.element, anchor.last.at + 1, True, comment_id),
    )


def _set(mark: _Mark) -> None:
    piece = _piece_around(mark.element)
    if field := _field_around(piece):
        piece, is_behind = field[-1 if mark.is_end else 0], mark.is_end
    elif piece.tag == _RUN and mark.element.getparent() is piece:
        is_behind = _cut(piece, mark.element, mark.cut)
    else:
        is_behind = mark.is_end
    for element in reversed(_elements(mark)) if is_behind else _elements(mark):
        if is_behind:
            piece.addnext(element)
        else:
            piece.addprevious(element)


def _elements(mark: _Mark) -> list[etree._Element]:
    number = {f"{W}id": str(mark.comment_id)}
    if not mark.is_end:
        return [etree.Element(f"{W}commentRangeStart", number)]
    run = etree.Element(_RUN)
    etree.SubElement(run, f"{W}commentReference", number)
    return [etree.Element(f"{W}commentRangeEnd", number), run]


def _piece_around(element: etree._Element) -> etree._Element:
    """The outermost thing around an element that marks can be set beside, and not within."""
    around = [element, *element.iterancestors()]
    outside = max((index for index, ancestor in enumerate(around) if ancestor.tag == _BOX), default=0)
    paragraph = next(index for index, ancestor in enumerate(around) if index >= outside and ancestor.tag == f"{W}p")
    return next(part for part in reversed(around[:paragraph]) if not _may_hold_marks(part))


def _field_around(piece: etree._Element) -> list[etree._Element]:
    """The runs of the outermost field that a run is part of, from its beginning to its end; none for any other."""
    parent = piece.getparent()
    assert parent is not None, "it stands in a paragraph"
    standing = parent.index(piece)
    begun: list[int] = []
    around: list[etree._Element] = []
    for position, sibling in enumerate(parent):
        for mark in sibling.iterchildren(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            if kind == "begin":
                begun.append(position)
            elif kind == "end" and begun and (first := begun.pop()) <= standing <= position:
                around = parent[first : position + 1]
    return around


def _may_hold_marks(element: etree._Element) -> bool:
    if element.tag == f"{W}sdt":
        return not any(element.find(value) is not None for value in _VALUES)
    return element.tag in _WRAPPERS


def _cut(run: etree._Element, element: etree._Element, cut: int) -> bool:
    """Cut a run before a character of one of its elements; whether the place is then behind the run, not before it."""
    is_within = is_running_text(element) and 0 < cut < len(element.text or "")
    moved = [_halved(element, cut)] if is_within else []
    if not is_within and cut == 0:
        moved.append(element)
    moved += element.itersiblings()
    contents = [child for child in run if child.tag != _PROPERTIES]
    if moved and moved[0] is contents[0]:
        return False
    if moved:
        run.addnext(_like(run, moved))
    return True


def _halved(text: etree._Element, cut: int) -> etree._Element:
    """Take what stands from the cut on out of a text into another one."""
    words = text.text or ""
    rest = etree.Element(text.tag, dict(text.attrib))
    text.text, rest.text = words[:cut], words[cut:]
    if text.tag == _TEXT and (words[cut - 1].isspace() or words[cut].isspace()):
        for half in (text, rest):
            half.set(_SPACE, "preserve")
    return rest


def _like(run: etree._Element, contents: Iterable[etree._Element]) -> etree._Element:
    """A run of the same format with other contents."""
    other = etree.Element(_RUN, dict(run.attrib))
    properties = run.find(_PROPERTIES)
    if properties is not None:
        other.append(_copy(properties))
    other.extend(contents)
    return other


def _copy(element: etree._Element) -> etree._Element:
    copied = deepcopy(element)
    copied.tail = None
    return copied
