"""Predicate (谓语): the words between a subject and its number, read from the number backwards."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from taizhang.paper.periods.scan import year_compared
from taizhang.paper.quantities.bounds import bound_before
from taizhang.paper.quantities.mention import Mention, Writing
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.quantities.units import Family
from taizhang.paper.statements.lexicon import predicates


class Kind(StrEnum):
    """Kind (谓语性质): what the predicate makes of its number."""

    NONE = "none"  # 没有谓语：助老餐厅413个
    RISE = "rise"  # 增长、增加、提高
    FALL = "fall"  # 下降、减少
    ARRIVAL = "arrival"  # 达到、为、提高到
    FROM = "from"  # 由……
    RANK = "rank"  # 居……第3位
    ABOVE = "above"  # 高于全国……
    BELOW = "below"  # 低于全国……


@dataclass(frozen=True, slots=True)
class Predicate:
    """Predicate (谓语).

    Attributes:
        start: offset where it begins; what is measured ends here.
        kind: what it makes of the number.
        is_yoy, is_average, is_since: what growth is counted from (同比, 年均, 累计).
        since: the year of 比2020年, else None.
        deals_out: whether 分别 is among its words: a list of subjects gets one number each.
        deals_same: whether 均 is: each of a list of subjects gets the same number.
        is_done: whether 已 is: it has happened.
        is_share_of: whether the number is a share of something named (完成年度任务的118.2%).
        bound: a hedge that stands before what a share is taken of (不低于平均标准的1.6倍).
    """

    start: int
    kind: Kind
    is_yoy: bool = False
    is_average: bool = False
    is_since: bool = False
    since: str | None = None
    deals_out: bool = False
    deals_same: bool = False
    is_done: bool = False
    bound: Bound | None = None
    is_share_of: bool = False


# 增至2024年的…: the year, or the plan's end, belongs to the number, not to the verb.
_DATED = re.compile(r"(?<![比较与同])(?:(?:19|20)\d\d年[度末底]?|“?十[一二三四五六]五”?(?:时期|期间|期?末|年均))的?$")
_LASTING = re.compile(r"连续([一二三四五六七八九十两\d]{1,2}年)均?$")  # 连续五年均保持在
_RANKS_BEFORE = re.compile(r"(?:第[一二三四五六七八九十]+[位名]?[、和])+$")  # 列全市第一、第2位
_FROM = re.compile(r"(?:由|从)(?:全[国省市区州县]|世界|全球|上年的?|去年的?|年初的?|原来的?|原先的?|过去的?|最初的?)?$")
_COMPARED = re.compile(
    r"(?:(?<!可)比(?![例重值率])|较)((?:(?!比|较)[^，、；：。]){0,14}?)$|与([^，、；：。]{1,14}?)相比$"
)
_PART_OF = re.compile(
    r"(?:超额完成|完成|相当于|达到?|约?为|是|(不低于|不少于|不超过|不高于|超过|高于|低于))[^，、；。]{1,18}的$"
)
_TIMES = ("年", "年末", "年底", "年初", "同期", "月", "季度", "前", "期", "期末", "末")
_WINDOW = 30
_KINDS = frozenset(map(str, Kind))
_DEALT = {"分别", "各自", "依次"}
_MOVEMENTS = {Kind.RISE, Kind.FALL}
_GOALS = {"到", "至", "为"}
_SAME = {"均", "都", "双双"}


def read_predicate(text: str, floor: int, mention: Mention, family: Family) -> Predicate:
    """The predicate of a number, or of a series that ends in a unit of ``family``; it does not reach before ``floor``."""
    end = mention.outer_start
    while end > floor and text[end - 1].isspace():
        end -= 1
    dated = _DATED.search(text, max(floor, end - 10), end)
    end = dated.start() if dated is not None else end
    source = _FROM.search(text, max(floor, end - 10), end)
    if source is not None:
        return _read_words(text, floor, source.start(), Kind.FROM)
    if mention.writing is Writing.RANK:
        earlier = _RANKS_BEFORE.search(text, floor, end)
        end, kind = _outer_kind(text, floor, earlier.start() if earlier is not None else end, (Kind.RANK,))
        return _read_words(text, floor, end, kind)
    if _is_work_done(text, end, mention):
        return Predicate(end, Kind.NONE)
    plain = _read_words(text, floor, end, Kind.NONE)
    if family is Family.POINTS and (points := _read_points(text, floor, plain, end)) is not None:
        return points
    is_share = family in {Family.SHARE, Family.TIMES} and mention.writing is not Writing.MULTIPLE
    if plain.kind is Kind.NONE and is_share and plain.start == end:
        return _read_reference(text, floor, end)
    may_compare = plain.kind in {Kind.RISE, Kind.FALL} or mention.writing is Writing.MULTIPLE
    return _read_comparison(text, floor, plain) if may_compare else plain


def _is_work_done(text: str, end: int, mention: Mention) -> bool:
    """农房风貌提升26.4万户: so many were improved; places in an order (提升3位) do rise."""
    is_counted = mention.family in {Family.COUNT, Family.MEASURE} and mention.unit[-1:] not in {"位", "名", "次", "分"}
    return is_counted and bool(predicates().nominal.suffix(text, end))


def _outer_kind(text: str, floor: int, end: int, kinds: tuple[Kind, ...]) -> tuple[int, Kind]:
    """Shapes that enclose a place: 居全国第3位, 高于全国0.5个百分点."""
    known = predicates()
    patterns = {Kind.RANK: known.rank, Kind.BELOW: known.below, Kind.ABOVE: known.above}
    low = max(floor, end - _WINDOW)
    for kind in kinds:
        match = patterns[kind].search(text, low, end)
        if match is not None:
            return match.start(), kind
    return end, kinds[0] if kinds == (Kind.RANK,) else Kind.NONE


def _read_points(text: str, floor: int, plain: Predicate, end: int) -> Predicate | None:
    """Points told against a place (高于全国…) or of something pulled along (拉动经济增长…)."""
    known = predicates()
    low = max(floor, end - _WINDOW)
    for pattern, kind in ((known.pulled_down, Kind.BELOW), (known.pulled_up, Kind.ABOVE)):
        match = pattern.search(text, low, end)
        if match is not None:
            return _read_words(text, floor, match.start(), kind)
    place, kind = _outer_kind(text, floor, end, (Kind.BELOW, Kind.ABOVE))
    if plain.kind is Kind.NONE and kind is not Kind.NONE:
        return _read_words(text, floor, place, kind)
    return None


def _read_reference(text: str, floor: int, end: int) -> Predicate:
    """A share told of something named: 完成年度任务的118.2%."""
    part = _PART_OF.search(text, max(floor, end - _WINDOW), end)
    if part is not None:
        read = _read_words(text, floor, part.start(), Kind.ARRIVAL)
        bound = bound_before(text, part.end(1))[0] if part[1] else None
        return replace(read, bound=bound, is_share_of=True)
    return Predicate(end, Kind.NONE)


def _read_comparison(text: str, floor: int, plain: Predicate) -> Predicate:
    """比2020年增长…, 比全国高…: what stands before the verb tells what is compared with."""
    match = _COMPARED.search(text, max(floor, plain.start - _WINDOW), plain.start)
    if match is None:
        return plain
    other = match[1] or match[2] or ""
    year = year_compared(other)
    is_time = year is not None or other.endswith(_TIMES)  # of 比计划高 the predicate has taken what is compared with
    kind = plain.kind
    if not is_time:
        kind = Kind.BELOW if kind is Kind.FALL else Kind.ABOVE
    earlier = _read_words(text, floor, match.start(), kind)
    return replace(
        earlier,
        is_yoy=is_time and year is None,
        is_average=plain.is_average or earlier.is_average,
        since=year,
        deals_out=plain.deals_out or earlier.deals_out,
        deals_same=plain.deals_same or earlier.deals_same,
    )


def without_predicate(text: str, floor: int, end: int) -> int:
    """Where the words before ``end`` stop being a predicate: 养老金再次提高 ends with 养老金."""
    return _read_words(text, floor, end, Kind.NONE).start


def without_movement(text: str, floor: int, end: int) -> tuple[int, Kind]:
    """The same, and whether the predicate says that something rose or fell: 纺织业快速增长 ends with 纺织业."""
    predicate = _read_words(text, floor, end, Kind.NONE)
    return predicate.start, predicate.kind


def joins_movement(joint: str) -> bool:
    """Whether what stands between two numbers is 、 and a rise or a fall: 分别增长3%、下降5%."""
    return joint[:1] in {"、", "和"} and predicates().kinds.get(joint[1:]) in _MOVEMENTS


def own_movement(text: str, mention: Mention, predicate: Predicate) -> Predicate:
    """The predicate of a series of rises and falls, with the verb that one number of it has to itself."""
    if predicate.kind not in _MOVEMENTS:
        return predicate
    kind = predicates().kinds.get(predicates().words.suffix(text, mention.outer_start), "")
    return replace(predicate, kind=Kind(kind)) if kind in _MOVEMENTS and kind != predicate.kind else predicate


def without_reference(text: str, floor: int, end: int) -> int:
    """The same where the predicate may name what is compared with: 增速高于全国 ends with 增速."""
    place, _ = _outer_kind(text, floor, end, (Kind.BELOW, Kind.ABOVE))
    return without_predicate(text, floor, place)


def _read_words(text: str, floor: int, end: int, kind: Kind) -> Predicate:
    known = predicates()
    seen: set[str] = set()
    last = ""
    while end > floor:
        end -= _joins_movements(text, end, kind)
        if text[end - 1] in "年均" and (lasting := _LASTING.search(text, max(floor, end - 8), end)):
            end = lasting.start(1)
        word = known.words.suffix(text, end)
        if not word or end - len(word) < floor or len(known.never.suffix(text, end)) > len(word):
            break
        role = known.kinds[word]
        if role == "motion" and last not in _GOALS:
            break
        if role in _KINDS:
            merged = _merge(kind, Kind(role), has_aim="aim" in seen)
            if merged is None:
                break
            kind = merged
        seen.update((role, word))
        last = word
        end -= len(word)
    return Predicate(
        end, kind, is_yoy="yoy" in seen, is_average="average" in seen, is_since="since" in seen,
        deals_out=not seen.isdisjoint(_DEALT), deals_same=not seen.isdisjoint(_SAME),
        is_done=not seen.isdisjoint({"已", "已经"}),
    )  # fmt: skip


def _joins_movements(text: str, end: int, kind: Kind) -> bool:
    """同比转正、增长0.6%: two verbs that say the same of one thing."""
    if text[end - 1] != "、" or kind not in {Kind.RISE, Kind.FALL}:
        return False
    return predicates().kinds.get(predicates().words.suffix(text, end - 1)) == kind


def _merge(kind: Kind, earlier: Kind, *, has_aim: bool) -> Kind | None:
    """The kind of two verbs in a row, the later one given first; None where they do not belong together."""
    if kind is Kind.NONE:
        return earlier
    if kind is Kind.ARRIVAL and earlier in {Kind.RISE, Kind.FALL}:
        return earlier if has_aim else kind
    if kind is Kind.FROM:
        return None
    if earlier is Kind.ARRIVAL or (earlier is Kind.RISE and kind is Kind.RANK):
        return kind
    return kind if earlier is kind else None
