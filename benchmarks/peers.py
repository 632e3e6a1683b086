"""Peers (同类工具): Recognizers-Text and JioNLP behind one shape, so that all are asked the same question."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any


@dataclass(frozen=True)
class Found:
    """Found (所得): a number a tool saw, with what it says of value and unit."""

    start: int
    end: int
    value: str | None
    unit: str | None


def recognizers_text() -> Callable[[str], list[Found]]:
    """Microsoft Recognizers-Text: number and number-with-unit, Chinese."""
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    models = (recognize_currency, recognize_dimension, recognize_percentage, recognize_number)

    def run(text: str) -> list[Found]:
        found = [
            Found(result.start, result.end + 1, _number(result.resolution), _unit(result))
            for model in models
            for result in model(text, Culture.Chinese)
        ]
        return _longest(found)

    return run


def jionlp() -> Callable[[str], list[Found]]:
    """JioNLP: amounts of money and times, the two it extracts."""
    import logging

    import jionlp as jio

    logging.disable(logging.CRITICAL)  # it logs a traceback for each phrase that is no time after all

    def run(text: str) -> list[Found]:
        amounts = jio.ner.extract_money(text, with_parsing=True)
        jio.ner.extract_time(text, with_parsing=True)
        return [
            Found(amount["offset"][0], amount["offset"][1], str(amount["detail"]["num"]), amount["detail"]["case"])
            for amount in amounts
        ]

    return run


def _number(resolution: dict[str, Any] | None) -> str | None:
    value = (resolution or {}).get("value")
    return value.rstrip("%") if isinstance(value, str) else value


def _unit(result: Any) -> str | None:
    return "%" if result.type_name == "percentage" else (result.resolution or {}).get("unit")


def _longest(found: list[Found]) -> list[Found]:
    """Of overlapping results the longest, as a caller who wants one reading would keep it."""
    kept: list[Found] = []
    for candidate in sorted(found, key=lambda item: (item.start, item.start - item.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def same_amount(value: str | None, unit: str | None, wanted_value: str, wanted_unit: str) -> bool:
    """Whether the value is right, read with its magnitude or without (7000万元 as 7000 or as 70000000)."""
    try:
        found = Decimal(value or "")
    except InvalidOperation:
        return False
    wanted = abs(Decimal(wanted_value))
    magnitudes = {"万亿": 12, "亿": 8, "万": 4}
    scale = next((power for word, power in magnitudes.items() if wanted_unit.startswith(word)), 0)
    return abs(found) in {wanted, wanted.scaleb(scale)}


# Recognizers-Text names units in English; each counts as right for the Chinese unit it translates.
ENGLISH_UNITS = {
    "Chinese yuan": "元",
    "Hectare": "公顷",
    "Kilometer": "公里",
    "Meter": "米",
    "Square kilometer": "平方公里",
    "Square meter": "平方米",
    "Cubic meter": "立方米",
    "Ton": "吨",
    "Mu": "亩",
    "Jin": "斤",
}


def same_unit(unit: str | None, wanted_unit: str) -> bool:
    """Whether the unit is right, its magnitude (万、亿) left out."""
    found = ENGLISH_UNITS.get(unit or "", unit or "").replace("％", "%").lstrip("万亿")
    return found == wanted_unit.replace("％", "%").lstrip("万亿")
