"""Fixtures of the checks (核校): the docstring of a test is a miniature plan; it is read and checked for real."""

from textwrap import dedent

import pytest

from taizhang.paper.checks.case import build_case
from taizhang.paper.checks.settings import Settings
from taizhang.paper.documents.opening import open_document
from taizhang.paper.pipeline import understand


@pytest.fixture
def read_plan(tmp_path):
    """Read a miniature plan from its words."""

    def read(words, name="计划.txt"):
        path = tmp_path / name
        path.write_text(dedent(words).strip("\n"), "utf-8")
        return understand(open_document(path))

    return read


@pytest.fixture
def plan(request, read_plan):
    """The plan that the test's docstring is."""
    return read_plan(request.function.__doc__)


@pytest.fixture
def findings_of(plan):
    """What one rule finds in the test's plan."""

    def run(rule, against=(), settings=None):
        return list(rule.check(build_case(plan, tuple(against), settings or Settings())))

    return run
