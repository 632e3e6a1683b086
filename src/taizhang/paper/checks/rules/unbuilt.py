"""Unbuilt rules (不由文件判断的规则): those of the catalogue that no reading of documents can judge, each with the reason."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class UnbuiltRule:
    """Unbuilt rule (不由文件判断的规则).

    Attributes:
        code: its code in the catalogue.
        name: what should hold.
        reason: why documents alone cannot tell, and who can.
    """

    code: str
    name: str
    reason: str


@cache
def unbuilt_rules() -> tuple[UnbuiltRule, ...]:
    """Every rule of the catalogue that is not built, in order."""
    text = files("taizhang.paper.checks.rules").joinpath("unbuilt.toml").read_text("utf-8")
    return tuple(UnbuiltRule(code, entry["name"], entry["reason"]) for code, entry in tomllib.loads(text).items())
