"""Name lists (列举): names that stand side by side, joined by 、 and 和, and how many they may be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.paper.checks.prose import Prose
from taizhang.paper.numerals import read_numeral
from taizhang.paper.statements.lexicon import phrases

_ASIDES = re.compile(r"（[^（）]*）|\([^()]*\)|“[^“”]*”|《[^《》]*》")
# 和 within a word (和谐、共和国) joins nothing, nor do 与会, 及时, 普及 and the like.
AND = r"(?<![共饱总温缓柔谐祥])和(?![谐平睦解美善])|(?<!参)与(?![会时者])|以及|(?<![普涉以顾])及(?![时格其以])"
_JOINT = re.compile(f"、|{AND}")
_AND = re.compile(AND)
_CLASSIFIERS = "个家项所处座条大类种区县市省件款国部位名镇村场支只户"
# 高等学校, 同等 and their like end no list.
_COUNT = re.compile(
    rf"(?<![高初平同对优劣均何])(?!(?<=中)等\D)等(?P<noun>[\u4e00-\u9fff“”（）A-Z、]{{0,14}}?)(?P<count>\d+|[一二两三四五六七八九十百]+)(?P<unit>[{_CLASSIFIERS}])"
)
# Without a noun behind it (小学、幼儿园3所) the count is rather that of what the names are kinds of.
_CLOSED = re.compile(
    r"、[^、，,。；：！？\d\n等]{2,16}?(?P<count>\d{1,2}|[三四五六七八九十](?=[个大]))(?P<unit>[个大项类种条家座所处])(?=[\u4e00-\u9fff“])"
    r"(?!以|左右|月|百分|多|球)"
)
_DIGIT = re.compile(r"\d")
_AFTER = 12


@dataclass(frozen=True, slots=True)
class NameList:
    """Name list (列举): 甲、乙等2个项目.

    Attributes:
        names: the names, nearest last; the first may have a verb before it.
        count: how many the text says they are.
        noun: what stands between 等 and the count, and after the count: what the names are names of.
        start, end: from the first name to the classifier, in the prose.
    """

    names: tuple[str, ...]
    count: int
    noun: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The names as one string."""
        return "、".join(self.names)

    @property
    def most(self) -> int:
        """How many names there are at most: a 和 may join two or stand within one."""
        return len(self.names) + joints(self.words)[1]


def counted_lists(prose: Prose) -> Iterator[NameList]:
    """The lists that 等 ends and a count follows, in order."""
    for place, _ in prose.places("等"):
        match = _COUNT.match(prose.text, place)
        if match is None or _is_no_count(match):
            continue
        start = max(prose.clause(place - 1)[0], prose.text.rfind("：", 0, place) + 1)
        names = split_names(prose.text[start:place])
        noun = match["noun"] + prose.text[match.end() : match.end() + _AFTER]
        yield NameList(names, int(read_numeral(match["count"])), noun, start, match.end())


def closed_lists(prose: Prose) -> Iterator[NameList]:
    """The lists without 等 whose names are all there are (甲、乙、丙3个县), in order."""
    for match in _CLOSED.finditer(prose.text):
        place = match.start("count")
        start = max(prose.clause(place - 1)[0], prose.text.rfind("：", 0, place) + 1)
        words = _unquoted(prose.text[start:place])
        # A list that begins behind a number may have lost its first name to it.
        if "等" not in words and not _DIGIT.search(words):
            noun = prose.text[match.end() : match.end() + _AFTER]
            yield NameList(split_names(words), int(read_numeral(match["count"])), noun, start, match.end())


def _unquoted(words: str) -> str:
    """“甲、乙”两大目标, 甲、乙“两个目标”: the names without the quotes around them or behind them.

    做实“两大目标”、发挥“三个作用” are no names at all.
    """
    if words.endswith("”"):
        return words[words.rfind("“") + 1 : -1]
    names = words.removesuffix("“")
    return names if names == words or "“" not in names else ""


def _is_no_count(match: re.Match[str]) -> bool:
    """一个 counts nothing, and a verb between 等 and the number makes it the number of something else."""
    return match["count"] == "一" or phrases().strong.search(match["noun"]) is not None


def split_names(words: str) -> tuple[str, ...]:
    """The names of a list that 、 parts; it begins anew after a number and after another 等, bare verbs are no names."""
    names: list[str] = []
    for name in reversed(without_asides(words).split("、")):
        if names and "等" in name:
            break
        if names and _DIGIT.search(name):
            names.append(_object(name))
            break
        names.append(name.strip())
    return tuple(name for name in reversed(names) if name and name not in phrases().strong_words)


def _object(words: str) -> str:
    """投资4.5亿元建设了文化馆 → 文化馆: what a verb behind the number is about, empty where there is none."""
    rest = words[[*_DIGIT.finditer(words)][-1].end() :]
    verbs = [verb for verb in phrases().strong.finditer(rest) if verb[1]]
    return rest[verbs[-1].end() :].removeprefix("了") if verbs else ""


def without_asides(words: str) -> str:
    """The words with what stands in brackets and quotes replaced by a mark of the same meaning: one name."""
    return _ASIDES.sub("□", words)


def joints(words: str) -> tuple[int, int]:
    """How often 、 and how often 和 and its like join the words outside brackets and quotes."""
    plain = without_asides(words)
    return plain.count("、"), len(_AND.findall(plain))


def joins_names(words: str) -> bool:
    """Whether anything is joined in the words."""
    return _JOINT.search(without_asides(words)) is not None


def split_at_joints(words: str) -> list[str]:
    """The names that 、 and 和 part."""
    return _JOINT.split(without_asides(words))
