"""Every check of the catalogue is built or says why not, and has its page in docs/rules."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.rules.unbuilt import unbuilt_rules

ROOT = Path(__file__).parents[2]
CATALOGUE = {f"C{number:02}" for number in range(1, 69)}


def test_every_code_of_the_catalogue_is_built_or_given_up_with_a_reason_once():
    codes = Counter(rule.code for rule in (*ALL_RULES, *unbuilt_rules()))
    assert codes == dict.fromkeys(CATALOGUE, 1)
    assert all(rule.reason.strip() for rule in unbuilt_rules())


def test_rules_stand_in_the_order_of_the_catalogue():
    codes = [rule.code for rule in ALL_RULES]
    assert codes == sorted(codes)


def test_the_pages_say_what_the_rules_say():
    command = [sys.executable, ROOT / "docs" / "rules.py", "--check"]
    stale = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert stale.strip() == "", "run `python docs/rules.py`"


def test_every_rule_has_its_test():
    rules = ROOT / "src" / "taizhang" / "paper" / "checks" / "rules"
    tests = ROOT / "tests" / "paper" / "checks" / "rules"
    rooms = [path.stem for path in rules.glob("*.py") if path.stem not in {"__init__", "unbuilt"}]
    assert [room for room in rooms if not (tests / f"test_{room}.py").exists()] == []
