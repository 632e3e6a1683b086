"""Roles (角色): who may do what, and how far, read from ``roles.toml``."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from taizhang.office.pages.doors import APPROVED, ASSIGNED, EVERYTHING, OWN

SCOPES = (EVERYTHING, APPROVED, OWN, ASSIGNED)
THROUGH_A_UNIT = {OWN, ASSIGNED}
FILE = Path(__file__).with_suffix(".toml")
WORDS = {"name", "english"}  # keys of an action's table that are no roles


class UnknownPermissionError(LookupError):
    """Unknown permission (未登记的操作): some code asks about an action that ``roles.toml`` does not name."""


class FaultyRolesError(ValueError):
    """Faulty roles (角色表有误): ``roles.toml`` contradicts itself.

    Attributes:
        faults: each in a few words.
    """

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(self.faults))


@dataclass(frozen=True, slots=True)
class Named:
    """Named (有名称的): a code with what people call it.

    Attributes:
        code: as rows and doors hold it.
        zh, en: its name in either language.
    """

    code: str
    zh: str
    en: str

    def __str__(self) -> str:
        return self.en if (get_language() or "").startswith("en") else self.zh


@dataclass(frozen=True, slots=True)
class Role(Named):
    """Role (角色).

    Attributes:
        group: the part of the institution it belongs to.
        alone: whether who holds it holds no other (三员).
        needs_unit: whether it reaches somewhere only through a unit.
    """

    group: Named
    alone: bool
    needs_unit: bool


@dataclass(frozen=True, slots=True)
class Permission(Named):
    """Permission (权限): an action, and how far each role that may goes with it.

    Attributes:
        scopes: role → scopes; a role that is not named may not.
    """

    scopes: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Permissions:
    """Permissions (角色与权限): everything ``roles.toml`` says, in its order."""

    groups: Mapping[str, Named]
    roles: Mapping[str, Role]
    actions: Mapping[str, Permission]

    def of(self, action: str) -> Permission:
        """The action of that code.

        Raises:
            UnknownPermissionError: there is none.
        """
        try:
            return self.actions[action]
        except KeyError:
            raise UnknownPermissionError(action) from None

    def holders(self, action: str) -> tuple[Role, ...]:
        """The roles that may do it, however far."""
        return tuple(self.roles[role] for role in self.of(action).scopes)


@cache
def permissions() -> Permissions:
    """The table, read once."""
    return read_permissions(FILE.read_text("utf-8"))


def read_permissions(written: str) -> Permissions:
    """The table as written.

    Raises:
        FaultyRolesError: it names a role, a scope or a group there is not.
    """
    read = tomllib.loads(written)
    groups = {code: Named(code, table["name"], table["english"]) for code, table in read["groups"].items()}
    faults = [fault for code, table in read["actions"].items() for fault in _faults(code, table, read["roles"])]
    faults += [f"{code}: unknown group" for code, table in read["roles"].items() if table["group"] not in groups]
    if faults:
        raise FaultyRolesError(faults)
    actions = {code: _permission(code, table) for code, table in read["actions"].items()}
    bound = {role for each in actions.values() for role, scopes in each.scopes.items() if scopes & THROUGH_A_UNIT}
    roles = {
        code: Role(
            code=code,
            zh=table["name"],
            en=table["english"],
            group=groups[table["group"]],
            alone=table.get("alone", False),
            needs_unit=code in bound,
        )
        for code, table in read["roles"].items()
    }
    return Permissions(groups, roles, actions)


def _permission(code: str, table: Mapping[str, Any]) -> Permission:
    scopes = {role: _scopes(words) for role, words in table.items() if role not in WORDS}
    return Permission(code, table["name"], table.get("english", table["name"]), scopes)


def _scopes(words: str | list[str]) -> frozenset[str]:
    return frozenset([words] if isinstance(words, str) else words)


def _faults(code: str, table: Mapping[str, Any], roles: Mapping[str, Any]) -> Iterable[str]:
    if "name" not in table:
        yield f"{code}: no name"
    for role, words in table.items():
        if role in WORDS:
            continue
        if role not in roles:
            yield f"{code}: unknown role {role}"
        if not _scopes(words) or not _scopes(words) <= set(SCOPES):
            yield f"{code}: unknown scope {words}"
