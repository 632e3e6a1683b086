"""No name in two counted lists (同名不重复计数).

查什么：同一个名称出现在两份带个数的同类列举里，例如既在“3个试点片区”里又在“7个片区”里。
为什么：两处各算一次，汇总和验收时会重复计数。
有问题：推进东湖、南苑等3个试点片区更新；实施南苑、西园等7个片区老旧小区改造。
没问题：推进东湖、北苑等3个试点片区更新；实施南苑、西园等7个片区老旧小区改造。
怎么办：确为两项不同任务的，写明各自范围；重复的，只留一处或调减个数。
"""

from collections.abc import Iterator
from itertools import combinations, product

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.name_lists import NameList
from taizhang.paper.checks.rule import Rule, report

_SHORTEST_NAME = 2
# The names are followed by what they are names of within so many characters.
_NOUN = 8


def check(case: Case) -> Iterator[Finding]:
    """One finding for each two lists of the same sort of things that share a name."""
    lists = [one for one in case.counted_lists if one.names]
    for first, second in combinations(lists, 2):
        names = _shared(first, second)
        if (
            names
            and _are_alike(first, second)
            and not _are_one(first, second, names)
            and _set_alike(case, first, second)
        ):
            yield _finding(case, names, first, second)


def _shared(first: NameList, second: NameList) -> tuple[str, ...]:
    """Names in common; the first name of a list may stand behind a verb."""
    if not any(name in first.words for name in second.names) and not any(name in second.words for name in first.names):
        return ()
    pairs = product(enumerate(first.names), enumerate(second.names))
    return tuple(min(one, other, key=len) for (at, one), (place, other) in pairs if _is_same(one, other, at, place))


def _is_same(one: str, other: str, at: int, place: int) -> bool:
    if min(len(one), len(other)) < _SHORTEST_NAME:
        return False
    return one == other or (at == 0 and one.endswith(other)) or (place == 0 and other.endswith(one))


def _are_alike(first: NameList, second: NameList) -> bool:
    """Whether both count the same sort of thing: two characters of the noun in common."""
    noun = first.noun[:_NOUN]
    return any(noun[at : at + 2] in second.noun[:_NOUN] for at in range(len(noun) - 1))


def _are_one(first: NameList, second: NameList, names: tuple[str, ...]) -> bool:
    """Whether the second only speaks of the first again: as many, and none but the same names."""
    return first.count == second.count and len(names) >= min(len(first.names), len(second.names))


def _set_alike(case: Case, first: NameList, second: NameList) -> bool:
    return case.prose.sets_targets(first.start) == case.prose.sets_targets(second.start)


def _finding(case: Case, names: tuple[str, ...], first: NameList, second: NameList) -> Finding:
    name = "、".join(names)
    spans = (case.prose.span(second.start, second.end), case.prose.span(first.start, first.end))
    return report(
        RULE,
        case,
        spans,
        (
            f"“{name}”既在“等{first.count}个”里，又在“等{second.count}个”里，可能重复计数。请写明两项任务各自的范围，或只留一处。",
            f"{name} stands in two counted lists ({first.count} and {second.count}) and may be counted twice. Tell them apart.",
        ),
    )


RULE = Rule(
    code="C25",
    name="同名不重复计数",
    name_en="No name in two counted lists",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
