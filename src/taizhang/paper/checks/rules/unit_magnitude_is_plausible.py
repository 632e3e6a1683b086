"""The unit's magnitude is plausible (单位数量级合理).

查什么：按指标目录里区县一级的合理范围，数值连同单位是否差了几个数量级；没有数的，看单位本身是否大得用不上。
为什么：万吨写在只有几百吨的减排量后面，亿元写成万元，数字看着对，差的是一万倍。
有问题：一个区的“COD排放削减量”单位是万吨；“城镇新增就业1.8人”；“居民人均可支配收入38620万元”。
没问题：一个区的“VOCs削减量”单位是吨；“城镇新增就业1.8万人”。
怎么办：核对单位；上级文件用万吨的，分解到区县应换算成吨。总量指标只核区县，比率和人均指标各级都核。
"""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.annex import indicator_tables, name_span
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import Indicator, indicators
from taizhang.paper.quantities.magnitudes import in_plain_units
from taizhang.paper.tables.table import TableRow

_DISTRICTS = ("区", "县", "旗")
_NO_DISTRICTS = ("自治区", "地区")
# Units of what does not grow with the size of a region: shares, and amounts a head.
_INTENSIVE = frozenset({"%", "‰", "元", "岁", "年", "天", "倍", "微克/立方米", "万元/人", "吨标准煤/万元"})
# Where the middle of the range would print as 0.0x, nobody would have chosen the unit.
_SMALLEST_SENSIBLE = Decimal("0.05")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each value out of range, and for each row whose unit is too large for any value of it."""
    for fact in case.facts.everything:
        entry = _judged(fact.key, case)
        if entry is not None and fact.role == "level" and not _is_in_range(fact, entry):
            yield _out_of_range(case, fact, entry)
    for row in (row for table in indicator_tables(case.plan) for row in table.rows):
        entry = _judged(row.code, case)
        if entry is not None and _is_too_large(row, entry):
            yield _too_large(case, row, entry)


def _judged(code: str | None, case: Case) -> Indicator | None:
    """The catalogue's entry where it has a range that this document's region falls under."""
    entry = indicators().get(code or "")
    if entry is None or entry.magnitude is None:
        return None
    return entry if entry.units[0] in _INTENSIVE or _is_district(case.plan.outline.front.region) else None


def _is_district(region: str | None) -> bool:
    return region is not None and region.endswith(_DISTRICTS) and not region.endswith(_NO_DISTRICTS)


def _is_in_range(fact: Fact, entry: Indicator) -> bool:
    low, high, plain_unit = _range(entry)
    value, unit = fact.plain
    return unit.replace("％", "%") != plain_unit or low <= value <= high


def _is_too_large(row: TableRow, entry: Indicator) -> bool:
    """Whether a row without any number has a unit nobody would have chosen for one."""
    if not row.unit or any(cell.value is not None for cell in row.cells):
        return False
    low, high, plain_unit = _range(entry)
    one, unit = in_plain_units(Decimal(1), row.unit)
    return unit == plain_unit and low > 0 and (low * high).sqrt() / one < _SMALLEST_SENSIBLE


def _range(entry: Indicator) -> tuple[Decimal, Decimal, str]:
    assert entry.magnitude is not None, "only entries with a range"
    low, plain_unit = in_plain_units(entry.magnitude[0], entry.units[0])
    return low, in_plain_units(entry.magnitude[1], entry.units[0])[0], plain_unit


def _usual(entry: Indicator) -> str:
    assert entry.magnitude is not None, "only entries with a range"
    return f"{entry.magnitude[0]}—{entry.magnitude[1]}{entry.units[0]}"


def _out_of_range(case: Case, fact: Fact, entry: Indicator) -> Finding:
    shown = f"{fact.value}{fact.unit}"
    return report(
        RULE,
        case,
        (fact.span,),
        (
            f"{fact.name}{shown}，超出通常范围（{_usual(entry)}）。请核对数字和单位。",
            f"{fact.name}: {shown} is outside the usual range ({_usual(entry)}). Check the figure and its unit.",
        ),
        computed={"本文": shown, "通常范围": _usual(entry)},
    )


def _too_large(case: Case, row: TableRow, entry: Indicator) -> Finding:
    return report(
        RULE,
        case,
        (name_span(row, case.text),),
        (
            f"附表{row.indicator}的单位是“{row.unit}”，区县一级通常为{_usual(entry)}。请核对单位，宜用“{entry.units[0]}”。",
            f"The annex counts {row.indicator} in {row.unit}; in a district it is usually {_usual(entry)}. Check the unit.",
        ),
        computed={"附表单位": row.unit or "", "通常范围": _usual(entry)},
    )


RULE = Rule(
    code="C32",
    name="单位数量级合理",
    name_en="The unit's magnitude is plausible",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
