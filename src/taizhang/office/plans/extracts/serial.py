"""Serial (摘录编号): how the number of an extract is written, and found again in what somebody typed."""

import re

TYPED = re.compile(r"(?:〔?(?P<year>\d{4})〕)?\s*(?P<number>\d{1,8})\s*号?$")


def serial(year: int, number: int) -> str:
    """摘〔2024〕3号."""
    return f"摘〔{year}〕{number}号"


def number_in(words: str) -> int | None:
    """The number that was typed, with or without the year and 号."""
    match = TYPED.search(words.strip())
    return int(match["number"]) if match else None
