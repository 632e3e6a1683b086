"""Baselines (基数): last year's figure of the same thing, from the annex row itself or from the review in the text."""

import re
from collections.abc import Sequence

from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.figures import action_of
from taizhang.office.commitments.suggestions.material import AnnexRow, Material, about
from taizhang.office.commitments.suggestions.suggestion import Baseline, Origin, Place
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.commitments.suggestions.words import words
from taizhang.office.plans.models import Aspect, Modality, StatementRecord, TableCellRecord

PERCENT = "%"
REACH = 20  # code points before a number among which its verb stands
# 与经济增长同步, 增速高于全市平均: two growths are compared, and an amount is nothing to compare with.
KEEPS_PACE = re.compile(
    r"同步|(?:增长|增速|增幅|经济).{0,6}(?:相当|一致|持平|匹配)|(?:高于|快于|优于|不低于|跑赢).{0,8}(?:增长|增速|增幅|平均|经济)"
)


def cell_unit(row: AnnexRow, cell: TableCellRecord) -> str:
    """Growth is in percent; a level in the unit of its row."""
    return PERCENT if cell.role == Aspect.GROWTH else row.record.unit


def cell_origin(cell: TableCellRecord) -> Origin:
    """Where a table cell stands."""
    return Origin(Place.CELL, cell.id, Stretch(cell.start, cell.end), cell.text)


def annex_baseline(row: AnnexRow, aspect: str, expression: str = "") -> Baseline | None:
    """The latest result in the same row; for growth its own last growth, else the level it grows from.

    A target in words that keeps pace with another growth starts from last year's growth, or from nothing we know.
    """
    results = [cell for cell in row.cells if cell.modality == Modality.ACTUAL and cell.value is not None]
    for wanted in (Aspect.GROWTH,) if KEEPS_PACE.search(expression) else _preference(aspect):
        same = [cell for cell in results if cell.role == wanted]
        if same:
            cell = max(same, key=lambda each: each.year)
            assert cell.value is not None
            return Baseline(cell.value, cell_unit(row, cell), cell.year, cell_origin(cell))
    return None


def text_baseline(material: Material, statement: StatementRecord, target: Target) -> Baseline | None:
    """The review's figure of the same thing, told the same way; none where several could be meant."""
    name = about(statement)
    results = material.results.get(name, []) if name else []
    for wanted in _preference(target.aspect):
        same = [each for each in results if each.aspect == wanted and _comparable(material, each, target)]
        if len(same) == 1:
            found = same[0]
            origin = Origin(Place.STATEMENT, found.id, Stretch(found.start, found.end), found.quote)
            return Baseline(found.value, found.unit, found.period, origin)
    return None


def _preference(aspect: str) -> Sequence[str]:
    return (Aspect.GROWTH, Aspect.LEVEL) if aspect == Aspect.GROWTH else (aspect,)


def _comparable(material: Material, result: StatementRecord, target: Target) -> bool:
    """A stock with a stock, what was added with what is to be added; growth starts from any amount of the thing."""
    if target.aspect == Aspect.GROWTH:
        return result.aspect == Aspect.GROWTH or result.unit != PERCENT
    action = action_of(material.text, result, Stretch(max(0, result.start - REACH), result.start))
    return result.unit == target.unit and (action in words().stocks) == (target.action in words().stocks)
