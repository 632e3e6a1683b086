"""Settings (地区设置): what a region decides for itself — severities, tolerances, expected indicators, upper-level targets."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from taizhang.paper.checks.finding import Severity
from taizhang.paper.errors import PaperError
from taizhang.paper.indicators.catalogue import indicators
from taizhang.paper.spans import Span
from taizhang.paper.tables.cells import is_number

OFF = "off"


class SettingsError(PaperError):
    """Settings error (设置文件不能用): it cannot be read, or says something we do not know."""

    def __init__(self, path: Path, zh: str, en: str) -> None:
        super().__init__(f"设置文件“{path.name}”不能用：{zh}", f"Settings file {path.name} cannot be used: {en}")
        self.path = path


@dataclass(frozen=True, slots=True)
class Suppression:
    """Suppression (不计): a finding someone has looked into and let stand, with the reason.

    Attributes:
        code: rule whose finding it is.
        reason: why; never empty.
        quote: words the finding must rest on; None for any.
        span: where in the document the finding must rest, for a suppression written there; None for anywhere.
    """

    code: str
    reason: str
    quote: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings (地区设置); the defaults are those of the domain brief, each explained in ``settings.toml``.

    Attributes:
        severity: rule code → severity, or None for a rule that is switched off.
        tolerance: named tolerances, as decimals.
        expected: indicator codes the plan must carry (约束性指标 of the upper level).
        upper_level: indicator code → the upper level's target as printed (``6%左右``).
        suppressions: findings let stand.
    """

    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    tolerance: Mapping[str, Decimal] = field(default_factory=dict)
    expected: tuple[str, ...] = ()
    upper_level: Mapping[str, str] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()


def load_settings(path: Path) -> Settings:
    """Settings of a region from its TOML file.

    Raises:
        SettingsError: it cannot be read, or says something we do not know; the message names it.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as problem:
        raise SettingsError(path, "文件打不开，请检查路径和权限。", "it cannot be opened.") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SettingsError(path, f"不是有效的 TOML（{problem}）。", f"not valid TOML ({problem}).") from problem
    _refuse_unknown(path, data)
    return Settings(
        severity={code: _severity(path, code, word) for code, word in data.get("severity", {}).items()},
        tolerance={name: _decimal(path, name, value) for name, value in data.get("tolerance", {}).items()},
        expected=tuple(_known(path, code) for code in data.get("expected", {}).get("indicators", ())),
        upper_level={
            _known(path, code): _target(path, code, words) for code, words in data.get("upper_level", {}).items()
        },
        suppressions=tuple(_suppression(path, entry) for entry in data.get("suppress", ())),
    )


def _refuse_unknown(path: Path, data: Mapping[str, Any]) -> None:
    known = {item.name for item in fields(Settings)} - {"suppressions"} | {"suppress"}
    for name in data:
        if name not in known:
            raise SettingsError(path, f"没有“{name}”这一节。", f"there is no section {name}.")


def _severity(path: Path, code: str, word: str) -> Severity | None:
    if word == OFF:
        return None
    try:
        return Severity(word)
    except ValueError as problem:
        choices = "、".join([*Severity, OFF])
        raise SettingsError(
            path, f"{code} 的等级“{word}”应为 {choices} 之一。", f"{code}: unknown severity {word}."
        ) from problem


def _known(path: Path, code: str) -> str:
    if code not in indicators():
        raise SettingsError(path, f"指标目录里没有“{code}”。", f"the catalogue has no indicator {code}.")
    return code


def _target(path: Path, code: str, words: str) -> str:
    if not is_number(words):
        raise SettingsError(path, f"{code} 的上级目标“{words}”里没有数。", f"{code}: no number in {words}.")
    return words


def _decimal(path: Path, name: str, value: object) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation as problem:
        raise SettingsError(path, f"容差 {name} 应为数字。", f"tolerance {name} must be a number.") from problem


def _suppression(path: Path, entry: Mapping[str, str]) -> Suppression:
    if not entry.get("code") or not entry.get("reason"):
        raise SettingsError(path, "每条 suppress 都要写 code 和 reason。", "each suppress needs code and reason.")
    return Suppression(entry["code"], entry["reason"], entry.get("quote"))
