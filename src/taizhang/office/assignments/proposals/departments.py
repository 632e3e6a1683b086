"""Departments (主管部门): by which names the department that usually answers for something may stand in the registry."""

import re
import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("departments.toml")


def candidates(department: str) -> tuple[str, ...]:
    """Names to look for, the usual one first."""
    return _names().get(department, (department,))


def departments_of(catalogued: str) -> tuple[str, ...]:
    """The departments that the catalogue of indicators names, in its order: the first leads."""
    return tuple(filter(None, re.split("[、/，]", catalogued)))


def department_for(words: str) -> tuple[str, str] | None:
    """The department that usually has to do with what the words say, and the word that tells; None where none does.

    The longest word decides; of equals the one that stands first.
    """
    found = [(topic, department) for topic, department in _topics() if topic in words]
    if not found:
        return None
    topic, department = min(found, key=lambda each: (-len(each[0]), words.find(each[0])))
    return department, topic


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {name: tuple(listed) for name, listed in tomllib.loads(FILE.read_text("utf-8"))["names"].items()}


@cache
def _topics() -> tuple[tuple[str, str], ...]:
    held = tomllib.loads(FILE.read_text("utf-8"))["topics"]
    return tuple((topic, department) for department, topics in held.items() for topic in topics)
