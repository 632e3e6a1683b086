"""Regions (行政区划): the codes of GB/T 2260 we know, and the names of the regions around one."""

import re
import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("regions.toml")
CODE = re.compile(r"[1-9]\d{5}")


@cache
def known_regions() -> dict[str, str]:
    """Code → name, in the order of the codes."""
    held = tomllib.loads(FILE.read_text("utf-8"))
    listed = {**held["provinces"], **held["prefectures"], **held["counties"]}
    return dict(sorted(listed.items()))


def is_region_code(code: str) -> bool:
    """A code we know, or one of a county below a prefecture or province we know."""
    known = known_regions()
    if not CODE.fullmatch(code):
        return False
    return code in known or (not code.endswith("00") and {f"{code[:4]}00", f"{code[:2]}0000"} & known.keys() != set())


def region_names(code: str) -> tuple[str, ...]:
    """Province, prefecture, county, as far as the code reaches and we know their names."""
    around = dict.fromkeys((f"{code[:2]}0000", f"{code[:4]}00", code))
    return tuple(known_regions()[each] for each in around if each in known_regions())


def region_name(code: str) -> str:
    """The region's own name; empty where we do not know it."""
    return known_regions().get(code, "")
