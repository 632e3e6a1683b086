"""Office Open XML (OOXML): the parts of docx and xlsx as element trees, and the ties between them."""

import posixpath

from lxml import etree

from taizhang.paper.documents.packages.package import Package
from taizhang.paper.errors import DamagedFileError, UnsafeMarkupError

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The strict variant of the standard differs in the names of its vocabularies only.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
)
_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def parse_part(package: Package, member: str, *, is_whole: bool = False) -> etree._Element | None:
    """Root element of a part, None where the package has no such part.

    Args:
        package: the file.
        member: name of the part.
        is_whole: whether XML comments and the like are kept, for a part that will be written again.

    Raises:
        UnsafeMarkupError: it declares a document type, which OOXML forbids and attacks need.
        DamagedFileError: it is not well-formed.
    """
    if member not in package.names:
        return None
    data = package.read(member)
    if any(declaration in data for declaration in _DECLARATIONS):
        raise UnsafeMarkupError(package.name)
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=not is_whole,
        remove_pis=not is_whole,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedFileError(package.name, package.media) from error


def unparse_part(root: etree._Element, package: Package, main: str) -> bytes:
    """A part that was parsed whole, written again in its own encoding and in the main part's variant of the standard."""
    tree = root.getroottree()
    told = tree.docinfo
    data = etree.tostring(tree, encoding=told.encoding or "UTF-8", xml_declaration=True, standalone=told.standalone)
    source = package.read(main)
    if any(strict in source for strict, _ in _STRICT):
        for strict, transitional in _STRICT:
            data = data.replace(transitional, strict)
    return data


def main_part(package: Package, usual: str) -> str:
    """Name of the part everything hangs on."""
    return related_part(package, "", "officeDocument") or usual


def related_part(package: Package, source: str, kind: str) -> str | None:
    """Name of the part that ``source`` is tied to by the kind of tie (``styles``, ``footnotes`` …)."""
    return next((target for tie, _, target in relationships(package, source) if tie == kind), None)


def relationships(package: Package, source: str) -> tuple[tuple[str, str, str], ...]:
    """Ties of a part as (kind, id, target part); of the package itself for an empty name."""
    folder, file = posixpath.split(source)
    root = parse_part(package, posixpath.join(folder, "_rels", f"{file}.rels"))
    if root is None:
        return ()
    return tuple(
        (tie.get("Type", "").rpartition("/")[2], tie.get("Id", ""), _resolve(folder, tie.get("Target", "")))
        for tie in root.iter(_RELATIONSHIP)
        if tie.get("TargetMode") != "External"
    )


def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
