"""Scopes (统计范围): the region or level of government a name says it speaks of: 全市, 市本级, 全省."""

import re
from collections.abc import Iterable, Mapping

from taizhang.paper.statements.statement import Statement

# The document's own region, all of it: what a name that says nothing is taken for.
WHOLE = "全"
_LEVELS = "省|市|州|盟|区|县|旗|镇|乡|自治[区州县旗]"
_OF_ALL = re.compile(rf"[全我](?P<level>国|{_LEVELS}|域|社会)(?!级)")
_OF_ONE_LEVEL = re.compile(rf"(?:{_LEVELS})?本级|(?:{_LEVELS})(?:级|直)")
_BEFORE = re.compile(r"(?:其\s*中)?[\s:：、，]*")
_ANYWHERE = frozenset({"域", "社会"})


def scope_of(name: str, region: str | None) -> str | None:
    """``WHOLE`` of 全市收入 in a city's document, ``全省`` of 全省收入 there, ``市级`` of 市本级收入; None where nothing is said.

    ``region`` is the document's own; where that is not known, every whole is taken for its.
    """
    before = _BEFORE.match(name)
    place = before.end() if before else 0
    level = _OF_ONE_LEVEL.match(name, place) or _OF_ONE_LEVEL.fullmatch(_in_last_brackets(name))
    if level is not None:
        return level[0].replace("本级", "级")
    whole = _OF_ALL.match(name, place) or _OF_ALL.fullmatch(_in_last_brackets(name))
    if whole is None:
        return None
    return WHOLE if region is None or whole["level"] in _ANYWHERE or region.endswith(whole["level"]) else whole[0]


def scope_of_title(title: str, region: str | None) -> str | None:
    """What the title of a table says of all its rows; None where it names two scopes or none."""
    found = {scope_of(title[match.start() :], region) for match in _OF_ONE_LEVEL.finditer(title)}
    found |= {scope_of(title[match.start() :], region) for match in _OF_ALL.finditer(title)}
    return found.pop() if len(found) == 1 else None


def scopes_of(statements: Iterable[Statement], region: str | None) -> Mapping[int, str | None]:
    """The scope of each statement, by where it starts.

    What is said of 市本级 is said once: 市本级收入20亿元…支出115亿元. So it holds on to the end of the section, or until
    another scope is named. (市级 does not: 市级示范园区 are a rank of parks.)
    """
    scopes: dict[int, str | None] = {}
    held: str | None = None
    section: tuple[str, ...] = ()
    for statement in statements:
        named = scope_of(statement.subject, region)
        if named is not None or statement.section != section:
            held = named if statement.section and "本级" in statement.subject else None
        section = statement.section
        scopes[statement.span.start] = named or held
    return scopes


def are_at_odds(said: str | None, printed: str | None) -> bool:
    """Whether a name that says its scope is about another than the row: 市本级收入 beside 全市收入, or beside 收入."""
    if said is None or said == (printed or WHOLE):
        return False
    both = {said, printed or WHOLE}
    # 本级 alone is the level the document is of.
    return not ("级" in both and all(one.endswith("级") for one in both))


def _in_last_brackets(name: str) -> str:
    match = re.search(r"[（(]([^（）()]*)[)）]$", name)
    return match[1] if match else ""
