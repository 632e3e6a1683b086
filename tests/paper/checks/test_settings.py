"""Settings (地区设置)."""

import re
from decimal import Decimal
from importlib.resources import as_file, files

import pytest

from taizhang.paper.checks.finding import Severity
from taizhang.paper.checks.rules.actual_growth_fits_last_years_actual import REVISION
from taizhang.paper.checks.rules.extreme_completion_is_explained import HIGH, LOW
from taizhang.paper.checks.settings import Settings, SettingsError, load_settings


@pytest.fixture
def write(tmp_path):
    def write(words):
        path = tmp_path / "设置.toml"
        path.write_text(words, "utf-8")
        return path

    return write


def test_a_region_sets_severities_tolerances_and_what_it_expects(write):
    settings = load_settings(
        write(
            """
            [severity]
            C33 = "off"
            C05 = "warning"
            [tolerance]
            income_growth = 0.3
            [expected]
            indicators = ["pm25"]
            [upper_level]
            gdp = "6%左右"
            [[suppress]]
            code = "C05"
            quote = "0.4%"
            reason = "统计局已核实"
            """
        )
    )
    assert settings.severity == {"C33": None, "C05": Severity.WARNING}
    assert settings.tolerance["income_growth"] == Decimal("0.3")
    assert settings.suppressions[0].reason == "统计局已核实"


@pytest.mark.parametrize(
    "words",
    [
        "[severity]\nC05 = 'loud'",
        "[severty]\nC05 = 'off'",
        "[[suppress]]\ncode = 'C05'",
        "[tolerance]\nx = 'many'",
        "[expected]\nindicators = ['happiness']",
        "[upper_level]\ngdp = '力争更好'",
        "not toml [",
    ],
)
def test_a_settings_file_that_says_something_unknown_is_refused_in_one_sentence(write, words):
    with pytest.raises(SettingsError) as refused:
        load_settings(write(words))
    assert "设置.toml" in refused.value.zh
    assert "\n" not in refused.value.zh


def test_the_example_a_region_copies_loads_and_changes_nothing():
    with as_file(files("taizhang.paper.checks") / "settings.toml") as path:
        settings = load_settings(path)
    assert settings == Settings(tolerance=settings.tolerance)
    assert settings.tolerance["target_jump"] == 2


def test_what_the_example_leaves_commented_out_loads_too(tmp_path):
    words = (files("taizhang.paper.checks") / "settings.toml").read_text("utf-8")
    words = re.sub(r"^# (?=\w+ = |\[\[)", "", words, flags=re.MULTILINE | re.ASCII)
    path = tmp_path / "settings.toml"
    path.write_text(words, "utf-8")
    settings = load_settings(path)
    assert settings.severity["C33"] is None
    assert settings.upper_level["gdp"] == "6%左右"
    assert settings.suppressions[0].code == "C05"


def test_the_tolerances_of_the_sample_file_are_those_the_rules_have():
    with as_file(files("taizhang.paper.checks").joinpath("settings.toml")) as path:
        assert load_settings(path).tolerance == {
            "target_jump": 2,
            "revision_band": REVISION,
            "completion_high": HIGH,
            "completion_low": LOW,
        }
