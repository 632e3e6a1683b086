"""Tasks are measurable (任务可衡量).

查什么：任务部分有多少句没有任何数字，只用“加快、推进、积极、探索”一类动词；统计各词次数。
为什么：没有数量、时限、成果形式的任务，分解下去无从督查，年底怎么说都算完成。
有问题：积极推进产业转型，探索建立长效机制。
没问题：建成3个产业园，6月底前出台长效机制办法。
怎么办：重点任务补数量、时限或成果形式；其余在责任分解时补。
"""

import re
from collections import Counter
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import MOST_PLACES
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.checks.word_lists import word_lists

_SENTENCE = re.compile(r"[^。；\n]+")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十两]月底?前|年底前|季度")
_SHORTEST = 10
_MOST_NAMED = 6


def check(case: Case) -> Iterator[Finding]:
    """One finding for the tasks as a whole, where fewer than half of their sentences hold a figure."""
    words = word_lists("tasks_are_measurable")["words"]
    sentences = list(_task_sentences(case))
    bare = [place for place in sentences if not _FIGURE.search(case.prose.text, *place)]
    loose = [place for place in bare if any(case.prose.text.find(word, *place) >= 0 for word in words)]
    if loose and len(bare) * 2 > len(sentences):
        yield _finding(case, loose, len(sentences), len(sentences) - len(bare))


def _task_sentences(case: Case) -> Iterator[tuple[int, int]]:
    prose = case.prose
    for start, paragraph in zip(prose.starts, prose.paragraphs, strict=True):
        if len(paragraph.text) >= _SHORTEST and prose.sets_targets(start):
            for match in _SENTENCE.finditer(prose.text, start, start + len(paragraph.text)):
                if match.end() - match.start() >= _SHORTEST:
                    yield match.span()


def _finding(case: Case, loose: list[tuple[int, int]], total: int, measured: int) -> Finding:
    words = word_lists("tasks_are_measurable")["words"]
    counts = Counter({word: sum(case.prose.text.count(word, *place) for place in loose) for word in words})
    named = "、".join(f"{word}{count}次" for word, count in counts.most_common(_MOST_NAMED) if count)
    return report(
        RULE,
        case,
        tuple(case.prose.span(*place) for place in loose[:MOST_PLACES]),
        (
            f"任务部分{total}句中有数字或时限的{measured}句；没有的多用{named}。重点任务请补数量、时限或成果形式。",
            f"Of {total} sentences of tasks {measured} hold a figure or a date. Give the important ones a number, a date or a product.",
        ),
        computed={"任务句数": str(total), "有数字或时限": str(measured), **{word: str(n) for word, n in counts.items() if n}},
    )


RULE = Rule(
    code="C66",
    name="任务可衡量",
    name_en="Tasks are measurable",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
