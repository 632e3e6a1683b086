"""Page furniture (网页框架): menus, buttons and notes of a web page, known by name and by wording."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LONGEST_OPENING_LINE = 80
_NAME_PARTS = re.compile(r"[a-z0-9]+")
_BETWEEN_BUTTONS = r"[\s　|｜/\\:：【】\[\]()（）<>《》·•,，、。\-—]*"


@dataclass(frozen=True, slots=True)
class _Furniture:
    names: frozenset[str]
    buttons: re.Pattern[str]
    small_buttons: frozenset[str]
    openings: tuple[str, ...]


def is_furniture_name(name: str) -> bool:
    """Whether a class or id names a menu, a footer, a row of buttons …"""
    lowered = name.lower()
    names = _furniture().names
    return lowered in names or any(part in names for part in _NAME_PARTS.findall(lowered))


def is_furniture_line(line: str) -> bool:
    """Whether a line is a button or a note of the page."""
    furniture = _furniture()
    if len(line) > _LONGEST_OPENING_LINE:
        return False
    if line.startswith(furniture.openings):
        return True
    return line not in furniture.small_buttons and furniture.buttons.fullmatch(line) is not None


@cache
def _furniture() -> _Furniture:
    source = files("taizhang.paper.documents.web").joinpath("furniture.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    words = "|".join(re.escape(word) for word in sorted(data["buttons"], key=len, reverse=True))
    buttons = re.compile(f"{_BETWEEN_BUTTONS}(?:(?>{words}){_BETWEEN_BUTTONS})+")
    return _Furniture(frozenset(data["names"]), buttons, frozenset(data["small_buttons"]), tuple(data["openings"]))
