"""Words of a docx paragraph (段落文字): what a reader of the accepted document sees of its runs."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from taizhang.paper.documents.typesetting import INVISIBLE
from taizhang.paper.documents.word.styles import Style, Styles, W, switch
from taizhang.paper.documents.word.symbols import symbol

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BOX = f"{W}txbxContent"

# Wrappers whose content belongs to what is around them. Whatever is not named anywhere here is not seen: the deleted
# (w:del, w:moveFrom), instructions of fields, properties, the reading aid of a ruby.
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        *("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo"),
        *("ruby", "rubyBase"),
    )
)
_PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_RUNNING_TEXT = frozenset({f"{W}t", f"{_MATH}t"})
# Line breaks within w:t are layout of the XML.
_UNSEEN = {0x0A: " ", 0x0D: None, **INVISIBLE}


@dataclass(slots=True)
class Fields:
    """Fields (域): the fields the reading is inside of, outermost first; each shows its result only.

    Attributes:
        shows_result: for each open field whether its result has begun.
    """

    shows_result: list[bool] = field(default_factory=list)

    def is_silent(self) -> bool:
        """Whether the reading is inside an instruction rather than a result."""
        return not all(self.shows_result)

    def pass_mark(self, kind: str | None) -> None:
        """Take note of a field mark: begin, separate or end."""
        if kind == "begin":
            self.shows_result.append(False)
        elif kind == "separate" and self.shows_result:
            self.shows_result[-1] = True
        elif kind == "end" and self.shows_result:
            self.shows_result.pop()

    def end_paragraph(self) -> None:
        """An instruction never runs over a paragraph's end: one that seems to has lost its end mark."""
        self.shows_result = [shows for shows in self.shows_result if shows]


@dataclass(slots=True)
class Words:
    """Words (文字): those of one paragraph, collected as its runs are walked.

    Attributes:
        styles, fields: what the document knows beyond the paragraph.
        parts: the text so far.
        boxes: contents of the text boxes anchored here.
    """

    styles: Styles
    fields: Fields
    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def take(self, element: etree._Element, is_hidden: bool) -> None:
        """Take in what stands under an element, in order."""
        for child in element:
            if child.tag == f"{W}r":
                self.take(child, self._is_hidden(child, is_hidden))
            elif child.tag == f"{W}fldChar":
                self.fields.pass_mark(child.get(f"{W}fldCharType"))
            elif child.tag in _PICTURES:
                self.boxes += _outermost_boxes(child)
            elif (inside := unwrapped(child)) is not None:
                self.take(inside, is_hidden)
            elif not is_hidden and not self.fields.is_silent():
                self.put(child)

    def put(self, element: etree._Element) -> None:
        """Keep what an element prints."""
        self.parts.append(printed(element))

    def _is_hidden(self, run: etree._Element, is_hidden: bool) -> bool:
        properties = run.find(f"{W}rPr")
        said = switch(properties, "vanish")
        if said is not None:
            return said
        style = self.styles.of_run(properties)
        return is_hidden or (style is not None and style.is_hidden)


def read_words(paragraph: etree._Element, styles: Styles, style: Style | None, fields: Fields) -> Words:
    """The words of a paragraph, tracked changes accepted."""
    words = Words(styles, fields)
    words.take(paragraph, is_hidden=style is not None and style.is_hidden)
    fields.end_paragraph()
    return words


def unwrapped(element: etree._Element) -> etree._Element | None:
    """The element whose children count in place of a wrapper; None for what is no wrapper."""
    if element.tag == f"{W}sdt":
        is_placeholder = element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        return None if is_placeholder else element.find(f"{W}sdtContent")
    if element.tag == _ALTERNATIVES:
        return next(iter(element), None)  # the first is for programs that know everything, the others for old ones
    is_formula = str(element.tag).startswith(_MATH) and element.tag != f"{_MATH}t"
    return element if element.tag in _WRAPPERS or is_formula else None


def is_running_text(element: etree._Element) -> bool:
    """Whether an element holds words, rather than being one sign."""
    return element.tag in _RUNNING_TEXT


def printed(element: etree._Element) -> str:
    """What an element of a run prints; empty for one that prints nothing."""
    if is_running_text(element):
        return seen(element.text or "")
    if element.tag == f"{W}sym":
        return symbol(element.get(f"{W}font", ""), element.get(f"{W}char", ""))
    return _SIGNS.get(str(element.tag), "")


def seen(words: str) -> str:
    """The words as a reader sees them: nothing invisible, no line break of the XML."""
    return words.translate(_UNSEEN)


def _outermost_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Contents of text boxes, in order; a box within a box is left to the reading of the outer one."""
    waiting = [element]
    while waiting:
        found = waiting.pop()
        if found.tag == _BOX:
            yield found
        elif found.tag == _ALTERNATIVES:
            waiting += found[:1]
        else:
            waiting += reversed(found)
