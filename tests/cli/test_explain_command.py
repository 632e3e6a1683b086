"""The explain command (说明一项核校)."""

import pytest
from click.testing import CliRunner

from taizhang.cli.main import run, taizhang
from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.rules.unbuilt import unbuilt_rules


def explained(*arguments):
    return CliRunner().invoke(taizhang, arguments, standalone_mode=False).output


@pytest.mark.parametrize("code", ["C05", "c05"])
def test_a_check_is_explained_with_example_counterexample_and_what_to_do(code):
    page = explained("explain", code)
    assert page.startswith("# C05 正文与附表增速一致\n")
    assert all(head in page for head in ("**查什么**", "**为什么**", "**有问题**", "**没问题**", "**怎么办**"))


def test_in_english_at_least_name_and_severity():
    page = explained("--lang", "en", "explain", "C05")
    assert page.startswith("# C05 Text and annex give the same growth\n")
    assert "The explanation is in Chinese" in page


@pytest.mark.parametrize("rule", [*ALL_RULES, *unbuilt_rules()], ids=lambda rule: rule.code)
def test_every_check_can_be_explained_in_both_languages(rule):
    assert rule.code in explained("explain", rule.code)
    assert rule.code in explained("--lang", "en", "explain", rule.code)


def test_an_unknown_code_is_wrong_usage_and_names_those_there_are(capsys):
    assert run(["explain", "C99"]) == 3
    complaint = capsys.readouterr().err
    assert "C99" in complaint
    assert "C05" in complaint
    assert len(complaint.strip().splitlines()) == 1
