"""Tasks are measurable (任务可衡量).

查什么：任务部分有多少句没有任何数字，只用“加快、推进、积极、探索”一类动词；统计各词次数。
为什么：没有数量、时限、成果形式的任务，分解下去无从督查，年底怎么说都算完成。
有问题：积极推进产业转型，探索建立长效机制。
没问题：建成3个产业园，6月底前出台长效机制办法。
怎么办：重点任务补数量、时限或成果形式；其余在责任分解时补。
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import MOST_PLACES
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.checks.word_lists import word_lists

# A heading in a line of its own ends without a mark.
_END = re.compile(r"[。；\n]")
_DIGIT = re.compile(r"\d")
_DATES = ("月底前", "年底前", "季度")
_SHORTEST = 10
_MOST_NAMED = 6


def check(case: Case) -> Iterator[Finding]:
    """One finding for the tasks as a whole, where fewer than half of their sentences hold a figure."""
    sentences = list(_task_sentences(case))
    bare = [place for place in sentences if not _is_measured(case.prose.text, *place)]
    if len(bare) * 2 > len(sentences):
        loose, counts = _loose(case, bare)
        if loose:
            yield _finding(case, loose, counts, (len(sentences), len(sentences) - len(bare)))


def _task_sentences(case: Case) -> Iterator[tuple[int, int]]:
    prose = case.prose
    for start, paragraph in zip(prose.starts, prose.paragraphs, strict=True):
        end = start + len(paragraph.text)
        if end - start >= _SHORTEST and prose.sets_targets(start):
            yield from (place for place in _sentences(prose.text, start, end) if _is_task(prose.text, place))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for mark in _END.finditer(text, start, end):
        if mark[0] != "\n":
            yield start, mark.start()
        start = mark.end()


def _is_task(text: str, place: tuple[int, int]) -> bool:
    """A heading such as （一）… sets nothing to be measured."""
    return place[1] - place[0] >= _SHORTEST and text[place[0]] not in "（("


def _is_measured(text: str, start: int, end: int) -> bool:
    return _DIGIT.search(text, start, end) is not None or any(text.find(word, start, end) >= 0 for word in _DATES)


def _loose(case: Case, bare: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], Counter[str]]:
    """The sentences that have nothing but such words, and how often each word stands in them."""
    starts = [start for start, _ in bare]
    loose: dict[tuple[int, int], None] = {}
    counts: Counter[str] = Counter()
    for start, end in case.prose.places(*word_lists("tasks_are_measurable")["words"]):
        index = bisect_right(starts, start) - 1
        if index >= 0 and end <= bare[index][1]:
            loose[bare[index]] = None
            counts[case.prose.text[start:end]] += 1
    return list(loose), counts


def _finding(case: Case, loose: list[tuple[int, int]], counts: Counter[str], measured: tuple[int, int]) -> Finding:
    total, with_figure = measured
    named = "、".join(f"{word}{count}次" for word, count in counts.most_common(_MOST_NAMED))
    return report(
        RULE,
        case,
        tuple(case.prose.span(*place) for place in loose[:MOST_PLACES]),
        (
            f"任务部分{total}句中有数字或时限的{with_figure}句；没有的多用{named}。重点任务请补数量、时限或成果形式。",
            f"Of {total} sentences of tasks {with_figure} hold a figure or a date. Give the important ones a number, a date or a product.",
        ),
        computed={
            "任务句数": str(total),
            "有数字或时限": str(with_figure),
            **{word: str(n) for word, n in counts.items()},
        },
    )


RULE = Rule(
    code="C66",
    name="任务可衡量",
    name_en="Tasks are measurable",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
