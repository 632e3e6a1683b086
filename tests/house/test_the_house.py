"""The house (房子的规矩): what linters cannot see."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "taizhang"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
NOUNS = [path for path in MODULES if SOURCE / "paper" in path.parents and not path.name.endswith("errors.py")]
DOOR_PLATE = re.compile(r"[^\n]*?[A-Za-z][^\n]*?[\(（][^)）]*[\u4e00-\u9fff][^)）]*[\)）]", re.DOTALL)
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_module_outgrows_its_room(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_function_is_longer_than_a_page(path):
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {
        node.name: node.end_lineno - node.lineno
        for node in functions
        if node.end_lineno - node.lineno > LONGEST_FUNCTION
    }
    assert not long


@pytest.mark.parametrize("path", NOUNS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_every_public_noun_of_paper_bears_its_chinese_term(path):
    tree = ast.parse(path.read_text("utf-8"))
    nouns = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    bare = [node.name for node in nouns if not DOOR_PLATE.match(ast.get_docstring(node) or "")]
    assert not bare


def test_the_glossary_says_what_the_code_says():
    printed = subprocess.run(
        [sys.executable, ROOT / "docs" / "glossary.py"], capture_output=True, text=True, check=True
    )
    assert printed.stdout == (ROOT / "GLOSSARY.md").read_text("utf-8"), "run `make glossary`"


def test_nothing_we_ship_names_a_place_on_the_network():
    """Pages, styles and scripts must not ask the network for anything (design rule 10)."""
    address = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[a-z0-9.-]+\.[a-z]{2,}", re.IGNORECASE)
    served = [path for suffix in ("html", "css", "js", "svg") for path in (SOURCE / "office").rglob(f"*.{suffix}")]
    assert served
    faults = {path.name: address.findall(path.read_text("utf-8")) for path in served}
    assert not {name: found for name, found in faults.items() if found}


def test_reading_imports_no_django():
    code = "import sys, taizhang.paper.pipeline, taizhang.paper.reports.as_xlsx, taizhang.cli; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_help_imports_neither_readers_nor_django():
    code = (
        "import sys; from taizhang.cli.main import run; run(['--help']);"
        "sys.exit(any(name in sys.modules for name in ('django', 'lxml', 'openpyxl', 'taizhang.paper.pipeline')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
