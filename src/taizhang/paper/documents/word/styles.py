"""Styles of a docx (样式): what a paragraph style says of name, outline level, numbering and visibility."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"

_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
# Word stops at eleven.
_LONGEST_ANCESTRY = 20
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Style:
    """Style (样式): one style, with what it inherits filled in.

    Attributes:
        name: as a person sees it.
        outline_level: 1 for the highest heading, else None.
        number: numbering it carries as (list id, level), else None.
        is_hidden: whether its words are hidden text.
    """

    name: str
    outline_level: int | None = None
    number: tuple[str, int] | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """Styles (样式表): every style by its id.

    Attributes:
        by_id: the styles.
        usual: id of the style of paragraphs that name none.
    """

    by_id: dict[str, Style]
    usual: str | None = None

    def id_of(self, properties: etree._Element | None) -> str:
        """Id of the style of a paragraph with these properties."""
        return value(properties, "pStyle") or self.usual or ""

    def of_paragraph(self, properties: etree._Element | None) -> Style | None:
        """Style of a paragraph with these properties."""
        return self.by_id.get(self.id_of(properties))

    def of_run(self, properties: etree._Element | None) -> Style | None:
        """Character style of a run with these properties."""
        return self.by_id.get(value(properties, "rStyle") or "")


def value(properties: etree._Element | None, name: str) -> str | None:
    """The value of a property, ``""`` where it stands without one, None where it does not stand."""
    element = None if properties is None else properties.find(f"{W}{name}")
    return None if element is None else element.get(VAL, "")


def switch(properties: etree._Element | None, name: str) -> bool | None:
    """An on–off property; None where nothing is said."""
    said = value(properties, name)
    return None if said is None else said not in _OFF


def number_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """Numbering given directly as (list id, level); list ``0`` means none on purpose."""
    given = None if properties is None else properties.find(f"{W}numPr")
    list_id = value(given, "numId")
    return None if list_id is None else (list_id, to_int(value(given, "ilvl")) or 0)


def outline_level_of(properties: etree._Element | None) -> int | None:
    """Outline level from 1; 0 where the format says body text, None where it says nothing."""
    said = to_int(value(properties, "outlineLvl"))
    if said is None:
        return None
    return said + 1 if 0 <= said < 9 else 0


def to_int(digits: str | None) -> int | None:
    """A whole number, None where it is none or absurdly long."""
    return int(digits) if digits and re.fullmatch(r"-?\d{1,9}", digits, re.ASCII) else None


def read_styles(root: etree._Element | None) -> Styles:
    """Every style of the styles part; no styles where there is no such part."""
    if root is None:
        return Styles({})
    elements = {element.get(f"{W}styleId", ""): element for element in root.iter(f"{W}style")}
    usual = next((key for key, element in elements.items() if _is_usual(element)), None)
    return Styles({key: _style(key, elements) for key in elements}, usual)


def _is_usual(element: etree._Element) -> bool:
    return element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true"}


def _style(key: str, elements: dict[str, etree._Element]) -> Style:
    name = value(elements[key], "name") or key
    ancestry = tuple(_ancestry(key, elements))
    paragraphs = [element.find(f"{W}pPr") for element in ancestry]
    level = next((found for found in map(outline_level_of, paragraphs) if found is not None), None)
    if level is None and (heading := _HEADING_NAME.fullmatch(name)):
        level = int(heading[1])
    number = next((found for found in map(number_of, paragraphs) if found is not None), None)
    hidden = next(
        (said for element in ancestry if (said := switch(element.find(f"{W}rPr"), "vanish")) is not None), False
    )
    return Style(name, level or None, number, hidden)


def _ancestry(key: str | None, elements: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """The style and those it is based on, nearest first."""
    for _ in range(_LONGEST_ANCESTRY):
        if key not in elements:
            return
        yield elements[key]
        key = value(elements[key], "basedOn")
