"""Main content of a web page (网页正文): the element that holds the document, furniture taken out."""

import re
from collections.abc import Iterator

from lxml import etree, html

from taizhang.paper.documents.web.furniture import is_furniture_name
from taizhang.paper.documents.web.tables import is_layout, own_rows

_NEVER_TEXT = frozenset({
    *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video", "audio"),
    *("button", "input", "select", "textarea", "nav", "head", "map", "rp", "rt", "del"),
})
# Elements of the page's frame where they stand outside the article.
_FRAME = frozenset({"header", "footer", "aside"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote"})
_BLOCKS = (*_PARAGRAPHS, "div", "section", "article", "table", "tr", "br")
# Signs that running text and tables of figures are full of and menus lack.
_SIGNS = re.compile(r"[0-9０-９，。；：、％%]")
_SENTENCE = 50
# An element called a menu or footer that holds more than this of the page's signs is misnamed.
_MOST_FURNITURE = 0.2
_LEAST_CONTENT = 0.9

Weights = dict[html.HtmlElement, int]


def main_content(root: html.HtmlElement) -> html.HtmlElement:
    """The innermost element with nearly all of the page's text; furniture inside is taken out of the tree."""
    for element in _unseen(root):
        element.drop_tree()
    for element in _misplaced(root, weigh(root)):
        element.drop_tree()
    weights = weigh(root)
    chosen = root
    while weights[root] and (inner := _heaviest_part(chosen, weights, weights[root])) is not None:
        chosen = inner
    return chosen


def weigh(root: html.HtmlElement) -> Weights:
    """How many signs of running text and figures each element holds, links left out."""
    weights: Weights = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        own = len(_SIGNS.findall(element.text or "")) if element.text else 0
        inner = sum(weights[child] + _tail(child) for child in element)
        weights[element] = 0 if element.tag == "a" else own + inner
    return weights


def _tail(element: html.HtmlElement) -> int:
    return len(_SIGNS.findall(element.tail)) if element.tail else 0


def _unseen(root: html.HtmlElement) -> list[html.HtmlElement]:
    """Elements that never show text."""
    return [element for element in root.iter() if element is not root and _is_unseen(element)]


def _is_unseen(element: html.HtmlElement) -> bool:
    return (
        element.tag in _NEVER_TEXT
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def _misplaced(root: html.HtmlElement, weights: Weights) -> list[html.HtmlElement]:
    """Elements of the page's frame by tag, class or id, that hold little of its text."""
    most = _MOST_FURNITURE * weights[root]
    return [
        element
        for element in root.iter()
        if element is not root
        and element.tag not in {"body", "a"}
        and weights.get(element, 0) <= most
        and (element.tag in _FRAME or _is_named_furniture(element))
    ]


def _is_named_furniture(element: html.HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    return any(is_furniture_name(name) for name in names)


def _heaviest_part(element: html.HtmlElement, weights: Weights, whole: int) -> html.HtmlElement | None:
    """The part that holds nearly everything, unless a whole sentence would be lost with the others."""
    parts = list(_parts(element))
    heaviest = max(parts, key=lambda part: weights.get(part, 0), default=None)
    if heaviest is None or weights.get(heaviest, 0) < _LEAST_CONTENT * whole or not _holds_blocks(heaviest):
        return None
    others = (part for part in parts if part is not heaviest)
    loose = (element.text, *(part.tail for part in parts))
    if any(_holds_sentence(text or "") for text in loose) or any(_holds_sentence(_prose(part)) for part in others):
        return None
    return heaviest


def _parts(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """What an element is divided into: children, or for a table that lays out the page its cells."""
    if element.tag != "table":
        yield from element
    elif is_layout(element):
        for row in own_rows(element):
            yield from row.iterchildren("td", "th")


def _holds_blocks(element: html.HtmlElement) -> bool:
    """Whether it is a stretch of a page rather than one paragraph of it."""
    inside = (block for block in element.iter(*_BLOCKS) if block is not element)
    return element.tag not in _PARAGRAPHS and next(inside, None) is not None


def _prose(element: html.HtmlElement) -> str:
    return "" if element.tag == "a" else element.text_content()


def _holds_sentence(text: str) -> bool:
    return any(len(words.rpartition("\n")[2].strip()) >= _SENTENCE for words in text.split("。")[:-1])
