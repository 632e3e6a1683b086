"""Comments part (批注部件): the comments of a Word file, those already there kept with their numbers."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from lxml import etree

from taizhang.paper.documents.packages.ooxml import parse_part, related_part, unparse_part
from taizhang.paper.documents.packages.package import Package
from taizhang.paper.documents.word.styles import W, to_int
from taizhang.paper.reports.word_comments.comment import Comment
from taizhang.paper.reports.word_comments.xml_words import writable

AUTHOR, INITIALS = "台账核校", "核"

_TYPES, _TYPES_PART = "http://schemas.openxmlformats.org/package/2006/content-types", "[Content_Types].xml"
_TIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_TIE_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
# Small, and free of the indents and fixed line heights of the text the comment stands on.
_PLAIN = {"spacing": {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}, "jc": {"val": "left"}}
_UNINDENTED = {"left": "0", "right": "0", "firstLineChars": "0", "firstLine": "0"}
_HALF_POINTS = "18"


@dataclass(frozen=True, slots=True)
class CommentsPart:
    """Comments part (批注部件).

    Attributes:
        name: name of the part.
        root: its tree, comments already there among its children.
        is_new: whether the file had none.
        first_id: the first number that is free.
    """

    name: str
    root: etree._Element
    is_new: bool
    first_id: int


def open_comments(package: Package, main: str) -> CommentsPart:
    """The part that holds the comments of a file, or an empty one."""
    name = related_part(package, main, "comments")
    root = parse_part(package, name, is_whole=True) if name else None
    if name and root is not None:
        taken = [to_int(comment.get(f"{W}id")) or 0 for comment in root.iterchildren(f"{W}comment")]
        return CommentsPart(name, root, False, max(taken, default=-1) + 1)
    free = (posixpath.join(posixpath.dirname(main), f"comments{number or ''}.xml") for number in count())
    name = next(name for name in free if name not in package.names)
    return CommentsPart(name, etree.Element(f"{W}comments", nsmap={"w": W.strip("{}")}), True, 0)


def write_comments(part: CommentsPart, comments: Iterable[tuple[int, Comment]], written_at: datetime | None) -> None:
    """Add comments to the part, each under its number."""
    for number, comment in comments:
        _write(part.root, number, comment, written_at)


def parts_changed(package: Package, main: str, part: CommentsPart) -> Mapping[str, bytes]:
    """The part, and where it is new what ties it to the file, as bytes by name."""
    if not part.is_new:
        return {part.name: unparse_part(part.root, package, main)}
    ties = posixpath.join(posixpath.dirname(main), "_rels", f"{posixpath.basename(main)}.rels")
    return {
        part.name: unparse_part(part.root, package, main),
        ties: _tied(package, main, ties, part.name),
        _TYPES_PART: _typed(package, main, part.name),
    }


def _write(root: etree._Element, number: int, comment: Comment, written_at: datetime | None) -> None:
    told = {"id": str(number), "author": AUTHOR, "initials": INITIALS}
    if written_at is not None:
        told["date"] = written_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    element = _add(root, "comment", told)
    for index, line in enumerate((comment.head, *comment.lines)):
        paragraph = _add(element, "p")
        properties = _add(paragraph, "pPr")
        _add(properties, "spacing", _PLAIN["spacing"])
        _add(properties, "ind", _UNINDENTED)
        _add(properties, "jc", _PLAIN["jc"])
        if not index:
            _add(_add(paragraph, "r"), "annotationRef")
        _write_line(paragraph, line, is_bold=not index)


def _write_line(paragraph: etree._Element, line: str, *, is_bold: bool) -> None:
    run = _add(paragraph, "r")
    properties = _add(run, "rPr")
    if is_bold:
        _add(properties, "b")
    _add(properties, "sz", {"val": _HALF_POINTS})
    _add(properties, "szCs", {"val": _HALF_POINTS})
    text = _add(run, "t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = writable(line)


def _add(parent: etree._Element, name: str, told: Mapping[str, str] | None = None) -> etree._Element:
    return etree.SubElement(parent, f"{W}{name}", {f"{W}{key}": value for key, value in (told or {}).items()})


def _tied(package: Package, main: str, ties: str, name: str) -> bytes:
    root = parse_part(package, ties, is_whole=True)
    if root is None:
        root = etree.Element(f"{{{_TIES}}}Relationships", nsmap={None: _TIES})
    taken = {tie.get("Id") for tie in root}
    number = next(f"rId{number}" for number in count(len(taken) + 1) if f"rId{number}" not in taken)
    target = posixpath.relpath(name, posixpath.dirname(main) or ".")
    etree.SubElement(root, f"{{{_TIES}}}Relationship", {"Id": number, "Type": _TIE_KIND, "Target": target})
    return unparse_part(root, package, main)


def _typed(package: Package, main: str, name: str) -> bytes:
    root = parse_part(package, _TYPES_PART, is_whole=True)
    if root is None:
        root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    etree.SubElement(root, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _CONTENT})
    return unparse_part(root, package, main)
