"""Word lists (词表): the words a rule looks for, kept in the TOML file beside it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

HERE = "taizhang.paper.checks"
RULES = "taizhang.paper.checks.rules"


@cache
def word_lists(name: str, room: str = RULES) -> dict[str, Any]:
    """The lists of ``<name>.toml``, each a list of words unless the file says otherwise."""
    return tomllib.loads(files(room).joinpath(f"{name}.toml").read_text("utf-8"))
