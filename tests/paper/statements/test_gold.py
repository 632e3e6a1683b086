"""Real plans against their annotations; skipped where they are not at hand. None of their words are kept here."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.documents.opening import open_document
from taizhang.paper.outline.build import build_outline
from taizhang.paper.statements.extract import extract_statements

SHARED = Path(__file__).parents[4] / "shared"
READING = SHARED / "reading"
PLANS = SHARED / "plans"
FIELDS = ("quote", "subject", "aspect", "unit", "bound", "period", "modality")

pytestmark = pytest.mark.skipif(
    not READING.is_dir(),
    reason="no ../shared beside the repository: annotations and published plans are not part of it",
)


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("score", READING / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path):
    document = open_document(path)
    for statement in extract_statements(build_outline(assemble_blocks(document), document.text), document.text):
        yield {
            "start": statement.span.start,
            "end": statement.span.end,
            "value": str(statement.value),
            "value_high": None if statement.value_high is None else str(statement.value_high),
            **{field: getattr(statement, field) for field in FIELDS},
        }


def report(scorer, gold, path, first=0, last=10**9):
    guesses = [
        {**row, "start": row["start"] - first, "end": row["end"] - first}
        for row in rows(path)
        if first <= row["start"] < last
    ]
    return scorer.score([json.loads(line) for line in gold.read_text("utf-8").splitlines()], guesses, misses=1000)


def test_the_founding_plan_is_read_as_annotated(scorer):
    result = report(scorer, READING / "gold" / "zhangdian-2023.jsonl", PLANS / "zhangdian-2023.txt")
    assert result["strict"]["f1"] >= 0.97, result["wrong"]


def test_provincial_reports_are_read_as_annotated(scorer):
    detected = strict = guessed = wanted = 0
    for gold in sorted((READING / "gold").glob("2026-*.jsonl")):
        name, first, last = re.fullmatch(r"(.*)\.(\d+)-(\d+)\.jsonl", gold.name).groups()
        result = report(scorer, gold, PLANS / f"{name}.txt", int(first), int(last))
        hits = round(result["detected"]["precision"] * result["guessed"])
        detected, strict = detected + hits, strict + hits - len(result["wrong"])
        guessed, wanted = guessed + result["guessed"], wanted + result["wanted"]
    assert scorer.f1(detected, guessed, wanted)["f1"] >= 0.98
    assert scorer.f1(strict, guessed, wanted)["f1"] >= 0.92
