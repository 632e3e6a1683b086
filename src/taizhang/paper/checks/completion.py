"""Completion (完成率): a rate of completion, what was done, and the task it is a rate of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from taizhang.paper.checks.facts import Fact, Facts
from taizhang.paper.checks.intervals import HUNDRED, Interval, Mode, allowed
from taizhang.paper.checks.latitude import latitude, printed
from taizhang.paper.checks.pairs import nearest_before
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.spans import Span

# “完成年度任务的”, “占调整预算”, “为预算的” right before the rate.
_OF_THE_TASK = re.compile(
    r"(?:完成|占|为|达到?|是)了?(?:[全年度初本市省区县委下达上级人大批准考核调整变动后的一二三四季上半]{0,12})"
    r"(?:计划|目标|任务|预算|指标)(?:[数额值投资]{0,2})的?(?:约|近|超)?$"
)
_RATE_NAMES = ("投资完成率", "计划完成率", "任务完成率", "目标完成率", "预算完成率")
_TASK_BEFORE = re.compile(r"(?:计划|目标|任务|预算|调整)(?:总?投资|收入|支出|合计|共计|为|数|额|是)*$")
_RATE_HEADS = re.compile(r"(?:占|为|完成).{0,6}(?:计划|目标|任务|预算)")
_REACH = 24
# Another sentence part has begun: what follows is a rate of something else.
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_BREAKS = re.compile(r"[；;（(]|其中")


@dataclass(frozen=True, slots=True)
class Completion:
    """Completion (完成率).

    Attributes:
        rate: the rate in %.
        bound: its hedge.
        printed: the rate as printed.
        span: where it stands.
        done: what was done, None where the sentence does not tell.
        task: what was to be done, None where it is not stated beside it.
    """

    rate: Decimal
    bound: Bound
    printed: str
    span: Span
    done: Fact | None
    task: Fact | None

    def allowed(self, mode: Mode = Mode.ROUNDED) -> Interval:
        """What the printed rate allows, in %."""
        return allowed(self.rate, self.bound, mode)

    @property
    def implied_task(self) -> Interval | None:
        """What was to be done, as done and rate imply, in plain units."""
        percent = self.allowed()
        if self.done is None or percent.low <= 0:
            return None
        return latitude(self.done) / percent.scaled(1 / HUNDRED)


def find_completions(facts: Facts, text: str) -> tuple[Completion, ...]:
    """Every rate of completion of the running text, then of the indicator tables."""
    return (*_in_text(facts, text), *_in_tables(facts))


def _in_text(facts: Facts, text: str) -> Iterator[Completion]:
    for sentence in facts.by_sentence.values():
        for rate in sentence:
            if rate.unit == "%" and rate.role == "level" and rate.modality == "actual" and _is_rate(text, rate):
                done = _done(text, sentence, rate)
                task = _task(text, sentence, done)
                yield Completion(rate.value, rate.bound, printed(rate), rate.span, done, task)


def _is_rate(text: str, rate: Fact) -> bool:
    if rate.name.endswith(_RATE_NAMES):
        return True
    before = text[max(0, rate.span.start - _REACH) : rate.span.start]
    return _OF_THE_TASK.search(before) is not None


def _done(text: str, sentence: tuple[Fact, ...], rate: Fact) -> Fact | None:
    """The amount of the clause right before the rate: 完成144.8亿元，占预算的100%."""
    amounts = tuple(fact for fact in sentence if fact.role == "level" and fact.unit not in {"%", "‰", ""})
    for fact in reversed([one for one in amounts if one.span.end <= rate.span.start]):
        between = _BRACKETED.sub("", text[fact.span.end : rate.span.start])
        if not between.count("）") and not _is_task(text, fact):
            is_near = len(between) <= _REACH and not _BREAKS.search(between)
            return fact if is_near else None
    return None


def _task(text: str, sentence: tuple[Fact, ...], done: Fact | None) -> Fact | None:
    """The planned amount nearest before what was done: 预算127.4亿元，调整为129.2亿元，实际完成139.3亿元."""
    tasks = [fact for fact in sentence if done and fact.plain[1] == done.plain[1] and _is_task(text, fact)]
    return nearest_before(tuple(tasks), done) if done is not None else None


def _is_task(text: str, fact: Fact) -> bool:
    return (
        fact.role == "level" and _TASK_BEFORE.search(text[max(0, fact.span.start - 10) : fact.span.start]) is not None
    )


def _in_tables(facts: Facts) -> Iterator[Completion]:
    levels: dict[int, list[Fact]] = {}
    for fact in facts.everything:
        if fact.row is not None and fact.role == "level":
            levels.setdefault(fact.row.span.start, []).append(fact)
    for row in levels.values():
        tasks = [fact for fact in row if fact.modality == "target"]
        done = [fact for fact in row if fact.modality == "actual" and tasks and fact.period == tasks[0].period]
        first = row[0].row
        if first is None or len(tasks) != 1 or len(done) != 1:
            continue
        for attribute in first.attributes:
            value = _number(attribute.text) if _RATE_HEADS.search(attribute.head) else None
            if value is not None:
                told = f"{value}%"
                yield Completion(value, Bound.EXACT, told, attribute.span, done[0], tasks[0])


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().rstrip("%％"))
    except InvalidOperation:
        return None
