"""Reading (读文件): speed and quality beside Recognizers-Text and JioNLP — one process, the same texts, one run.

usage: make benchmark     (or: python benchmarks/reading.py, where both peers are installed)

Whole documents, processor time of this process. Ours is everything: opening the file, blocks, outline, tables and
statements; theirs is finding numbers. The annotated texts in ../shared are used where present, else the sample plan.
"""

import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parent))
from peers import Found, jionlp, recognizers_text, same_amount, same_unit

from taizhang.paper.documents.opening import open_document
from taizhang.paper.pipeline import read, understand
from taizhang.paper.reports.records import statement_record

SHARED = Path(__file__).parents[2] / "shared"
ROUNDS = 5


def main() -> None:
    plans = sorted((SHARED / "plans").glob("*.txt"))
    if not plans:
        print("../shared is absent: there is nothing to compare on.")
        raise SystemExit(1)
    peers = {"Recognizers-Text": recognizers_text(), "JioNLP": jionlp()}
    print_speed(plans, peers)
    print_growth(SHARED / "plans" / "zhangdian-2023.txt")
    print_quality(peers)


def print_speed(plans: list[Path], peers: dict[str, Callable[[str], list[Found]]]) -> None:
    texts = {path: path.read_text("utf-8") for path in plans}
    total = sum(map(len, texts.values()))
    for path in plans:
        read(path)  # warm: data files and patterns are read once in a process
    for run in peers.values():
        run(texts[plans[0]][:500])
    ours = median(cpu(lambda: [read(path) for path in plans]) for _ in range(ROUNDS))
    print(f"{len(plans)} documents, {total} characters, CPU seconds (ours: median of {ROUNDS})")
    print(f"  {'Taizhang':18}{ours:8.3f} s{total / ours:12,.0f} characters/s")
    for name, run in peers.items():
        theirs = cpu(lambda run=run: [run(text) for text in texts.values()])
        print(f"  {name:18}{theirs:8.3f} s{total / theirs:12,.0f} characters/s   {theirs / ours:6.1f} × ours")


def print_growth(plan: Path) -> None:
    """Cost of ten times the text against once: linear reading gives 10."""
    text = plan.read_text("utf-8")
    once, tenfold = (open_in_memory(text * times) for times in (1, 10))
    ratios = [cpu(lambda: understand(tenfold)) / cpu(lambda: understand(once)) for _ in range(ROUNDS)]
    print(f"ten times the founding plan against once: {median(ratios):.2f} × (median of {ROUNDS})")


def open_in_memory(text: str):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        path.write_text(text, "utf-8")
        return open_document(path)


def print_quality(peers: dict[str, Callable[[str], list[Found]]]) -> None:
    score = load_scorer()
    windows = [annotated_window(path) for path in sorted((SHARED / "reading" / "gold").glob("*.jsonl"))]
    print(f"on {len(windows)} annotated texts: detection, and of the detected those with the right value and unit")
    print(f"  {'':18}{'precision':>10}{'recall':>10}{'F1':>8}{'value':>8}{'unit':>8}{'strict F1':>11}")
    ours = [our_statements(path, first, last) for path, first, last, _, _ in windows]
    print_row("Taizhang", score, windows, ours, strict=True)
    for name, run in peers.items():
        guesses = [[as_guess(item) for item in run(text)] for _, _, _, text, _ in windows]
        print_row(name, score, windows, guesses)


def print_row(name: str, score: ModuleType, windows: list, guesses: list[list[dict]], strict: bool = False) -> None:
    wanted = guessed = hits = values = units = exact = 0
    for (_, _, _, _, gold), found in zip(windows, guesses, strict=True):
        matched = score.match(gold, found)
        counted = [(gold[i], found[j]) for i, j in matched if not gold[i].get("optional")]
        wanted += sum(not item.get("optional") for item in gold)
        guessed += len(found) - (len(matched) - len(counted))
        hits += len(counted)
        values += sum(same_amount(b.get("value"), b.get("unit"), a["value"], a["unit"]) for a, b in counted)
        units += sum(same_unit(b.get("unit"), a["unit"]) for a, b in counted)
        if strict:
            exact += sum(all(score.agrees(field, a, b) for field in score.FIELDS) for a, b in counted)
    detected = score.f1(hits, guessed, wanted)
    shares = f"{values / hits:8.3f}{units / hits:8.3f}" if hits else f"{'-':>8}{'-':>8}"
    whole = f"{score.f1(exact, guessed, wanted)['f1']:11.3f}" if strict else f"{'-':>11}"
    print(f"  {name:18}{detected['precision']:10.3f}{detected['recall']:10.3f}{detected['f1']:8.3f}{shares}{whole}")


def annotated_window(path: Path) -> tuple[Path, int, int, str, list[dict]]:
    """The document, the window's ends, its text and its annotations."""
    named = re.fullmatch(r"(.+?)(?:\.(\d+)-(\d+))?\.jsonl", path.name)
    assert named is not None
    document = SHARED / "plans" / f"{named[1]}.txt"
    text = document.read_text("utf-8")
    first, last = (int(named[2]), int(named[3])) if named[2] else (0, len(text))
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return document, first, last, text[first:last], gold


def our_statements(path: Path, first: int, last: int) -> list[dict]:
    records = (statement_record(statement) for statement in read(path).statements)
    return [
        {**record, "start": record["start"] - first, "end": record["end"] - first}
        for record in records
        if first <= record["start"] < last
    ]


def as_guess(item: Found) -> dict:
    return {"start": item.start, "end": item.end, "value": item.value, "unit": item.unit}


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "reading" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
