"""Checking (核校): what it costs beside reading the same documents — processor time, one process, one run.

usage: python benchmarks/checking.py

The sample plan and, where ../shared is present, the plans there. Bar: for no document does checking take more than half
the time of reading it. Both are medians of several rounds, after one that warms data files and patterns.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from taizhang.paper.checks.case import build_case
from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.run import check_plan
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.pipeline import understand

SHARED = Path(__file__).parents[2] / "shared" / "plans"
ROUNDS = 15
BAR = 0.5
SLOWEST = 8


def main() -> None:
    papers = documents()
    print(f"CPU ms, median of {ROUNDS}{'reading':>14}{'checking':>10}{'share':>8}")
    costs = {name: cost(name, data) for name, data in papers.items()}
    for name, (reading, checking) in costs.items():
        print(f"{reading * 1000:33.1f}{checking * 1000:10.1f}{checking / reading:8.2f}   {name}")
    reading, checking = (sum(part) for part in zip(*costs.values(), strict=True))
    worst = max(checking / reading for reading, checking in costs.values())
    print(f"{reading * 1000:33.1f}{checking * 1000:10.1f}{checking / reading:8.2f}   all; worst {worst:.2f}, bar {BAR}")
    print_slowest(papers)
    sys.exit(worst > BAR)


def documents() -> dict[str, bytes]:
    from taizhang.office.demonstration.sample_plan import compose_sample_plan

    found = {path.name: path.read_bytes() for path in sorted(SHARED.glob("*.txt"))}
    return {"sample plan.docx": compose_sample_plan(), **found}


def cost(name: str, data: bytes) -> tuple[float, float]:
    """Processor time of reading and of checking one document, side by side so that a busy machine slows both."""
    plan = understand(open_bytes(name, data))
    check_plan(plan)
    rounds = [(cpu(lambda: understand(open_bytes(name, data))), cpu(lambda: check_plan(plan))) for _ in range(ROUNDS)]
    return median(reading for reading, _ in rounds), median(checking for _, checking in rounds)


def print_slowest(papers: dict[str, bytes]) -> None:
    """Which rules take the time, and what building the case takes before any of them."""
    plans = [understand(open_bytes(name, data)) for name, data in papers.items()]
    building = median(cpu(lambda: [build_case(plan) for plan in plans]) for _ in range(ROUNDS))
    spent = {rule.code: 0.0 for rule in ALL_RULES}
    for plan in plans:
        case = build_case(plan)
        for rule in ALL_RULES:
            spent[rule.code] += cpu(lambda rule=rule, case=case: list(rule.check(case)))
    slowest = sorted(spent, key=spent.__getitem__, reverse=True)[:SLOWEST]
    print(
        f"building the cases {building * 1000:.1f} ms; "
        + ", ".join(f"{code} {spent[code] * 1000:.1f}" for code in slowest)
    )


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
