"""Symbols (符号): characters of symbol fonts as the reader sees them, from ``symbols.toml``."""

import tomllib
from functools import cache
from importlib.resources import files


def symbol(font: str, code: str) -> str:
    """The character that a symbol font prints for a hexadecimal code; nothing for an ornament."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return _symbols().get(font, {}).get(f"{number - 0xF000:02X}", "")
    if number <= 0xFF and font in _symbols():
        return _symbols()[font].get(f"{number:02X}", "")
    is_character = 0x20 <= number < 0xD800 or 0xF900 <= number <= 0x10FFFF
    return chr(number) if is_character else ""


@cache
def _symbols() -> dict[str, dict[str, str]]:
    text = files("taizhang.paper.documents.word").joinpath("symbols.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
