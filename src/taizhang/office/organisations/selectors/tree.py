"""The tree (单位树): who stands under whom on a day, searched and filtered; whoever is above a match is shown with it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.regions import region_name
from taizhang.office.organisations.registry import Registry, Unit
from taizhang.office.organisations.selectors.holding import load_registry

ROOT = 0


@dataclass(frozen=True, slots=True)
class TreeFilter:
    """Tree filter (筛选): whose name has these words, of which kind, on which day, with or without those closed by then."""

    on: date
    words: str = ""
    kind: str = ""
    with_closed: bool = False

    @property
    def narrows(self) -> bool:
        """Whether not everyone is asked for."""
        return bool(self.words or self.kind)


@dataclass(frozen=True, slots=True)
class Node:
    """Node (节点): a unit in the tree.

    Attributes:
        is_match: whether it was asked for, or is only there for those below it.
        answered_by: the name, other than the one shown, that has the words asked for.
        ended_on: the first day on which it is there no more, if that is not after the day asked about.
    """

    id: int
    name: str
    short_name: str
    kind: str
    kind_label: str
    region: str
    aliases: tuple[str, ...]
    is_match: bool
    answered_by: str
    ended_on: date | None
    is_demonstration: bool
    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class KindCount:
    """Kind with its count (类别计数)."""

    kind: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Tree:
    """Tree (单位树).

    Attributes:
        found: how many were asked for and are there.
        total: how many there are on that day without any filter.
    """

    roots: tuple[Node, ...]
    found: int
    total: int
    kinds: tuple[KindCount, ...]


def get_tree(wanted: TreeFilter) -> Tree:
    """The tree of that day, from the database."""
    return grow_tree(load_registry(), wanted)


def grow_tree(registry: Registry, wanted: TreeFilter) -> Tree:
    """The tree of that day."""
    there = [unit for unit in registry.ordered if _is_there(unit, wanted)]
    known = {unit.id for unit in there}
    below: dict[int, list[Unit]] = defaultdict(list)
    for unit in there:
        parent = unit.parent_id(wanted.on)
        below[parent if parent in known else ROOT].append(unit)
    roots = _branch(below, ROOT, wanted)
    kinds = Counter(unit.kind for unit in there)
    return Tree(
        roots=roots,
        found=sum(map(_count_matches, roots)),
        total=len(there),
        kinds=tuple(KindCount(kind, str(Kind(kind).label), kinds[kind]) for kind in Kind.values if kinds[kind]),
    )


def _is_there(unit: Unit, wanted: TreeFilter) -> bool:
    if unit.lives(wanted.on):
        return True
    end = unit.period.end
    return wanted.with_closed and end is not None and end <= wanted.on and not unit.period.empty


def _branch(below: dict[int, list[Unit]], parent: int, wanted: TreeFilter) -> tuple[Node, ...]:
    nodes = (_node(unit, _branch(below, unit.id, wanted), wanted) for unit in below[parent])
    return tuple(node for node in nodes if node.is_match or node.children)


def _node(unit: Unit, children: tuple[Node, ...], wanted: TreeFilter) -> Node:
    name, answered_by = unit.name(wanted.on), _answers(unit, wanted)
    short = unit.short_name(wanted.on)
    return Node(
        id=unit.id,
        name=name,
        short_name="" if short == name else short,
        kind=unit.kind,
        kind_label=str(Kind(unit.kind).label),
        region=region_name(unit.region_code) or unit.region_code,
        aliases=unit.aliases(wanted.on),
        is_match=(not wanted.kind or wanted.kind == unit.kind) and (not wanted.words or bool(answered_by)),
        answered_by="" if answered_by in {name, short} else answered_by,
        ended_on=None if unit.lives(wanted.on) else unit.period.end,
        is_demonstration=unit.is_demonstration,
        children=children,
    )


def _answers(unit: Unit, wanted: TreeFilter) -> str:
    """The name, of any time but rather of that day, that has the words asked for."""
    key = key_of(wanted.words)
    if not key:
        return ""
    of_the_day_first = sorted(unit.names, key=lambda name: not name.period.holds(wanted.on))
    return next((name.words for name in of_the_day_first if key in name.key and not name.period.empty), "")


def _count_matches(node: Node) -> int:
    return node.is_match + sum(map(_count_matches, node.children))
