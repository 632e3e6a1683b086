"""Search (检索): what finding a commitment by its words takes among 50,000, three ways, on SQLite and on PostgreSQL.

usage: python -m benchmarks.searching

``search`` looks for folded words in one folded column and ranks everything it finds; beside it stand the columns of the commitment themselves, looked
through with ``icontains``, and a table of every pair of neighbouring characters with an index. Those two stop at the
first fifty, in no order of worth. Bar: no query of ``search`` takes a second.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from functools import reduce
from itertools import islice
from operator import and_, or_
from statistics import median

import django

COMMITMENTS = 50_000
ROUNDS = 5
BAR_MS = 1000.0
HERE = "--here"
AT_ONCE = 2_000
COLUMNS = ("title", "subject", "sentence", "section")
# A name of a unit, a rare phrase, common words, words in several places, what is not there.
QUERIES = ("数据中心", "养老服务设施", "项目", "改造 项目 13", "没有的词语")
PLACES = tuple("东西南北中上下前后新")
WORKS = (
    "数据中心",
    "养老服务设施",
    "改造项目",
    "物流园",
    "水厂扩建",
    "学校迁建",
    "道路提升",
    "绿地建设",
    "企业培育",
    "就业增收",
)


def main() -> None:
    from tests.postgresql import FIRST_DATABASE, running_server

    failed = measure_elsewhere("SQLite", "")
    with running_server() as server:
        failed |= measure_elsewhere("PostgreSQL", server.address(FIRST_DATABASE))
    sys.exit(failed)


def measure_elsewhere(name: str, address: str) -> int:
    """In a process of its own, for Django's settings are read once."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"TAIZHANG_DATABASE": address, "TAIZHANG_HOME": home}
        print(f"\n{name}, ms, median of {ROUNDS}{'search':>12}{'icontains':>12}{'pairs':>12}{'found':>9}", flush=True)
        return subprocess.run(
            [sys.executable, "-m", "benchmarks.searching", HERE], env=environment, check=False
        ).returncode


def measure_here() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "taizhang.office.config.settings"
    from taizhang.office.config.home import locate, prepare

    prepare(locate())
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    fill()
    spent = fill_pairs()
    slowest = max(measure(query) for query in QUERIES)
    print(
        f"  pairs took {spent:.0f} s to write for {COMMITMENTS} commitments; slowest search {slowest:.0f} ms, bar {BAR_MS:.0f}"
    )
    sys.exit(slowest > BAR_MS)


def measure(query: str) -> float:
    from taizhang.office.commitments.selectors.search import search
    from taizhang.office.pages.doors import Grant

    everything = Grant("commitments.view", frozenset({"all"}))
    ways = (lambda: search(query, everything), lambda: by_columns(query), lambda: by_pairs(query))
    times = [median(took(way) for _ in range(ROUNDS)) for way in ways]
    print(f"  {query:<22}{times[0]:14.1f}{times[1]:12.1f}{times[2]:12.1f}{len(ways[0]()):9}", flush=True)
    return times[0]


def took(way) -> float:
    before = time.perf_counter()
    way()
    return (time.perf_counter() - before) * 1000


def by_columns(query: str) -> list[int]:
    from django.db.models import Q

    from taizhang.office.commitments.models import Commitment

    wanted = (reduce(or_, (Q(**{f"{column}__icontains": word}) for column in COLUMNS)) for word in query.split())
    return list(Commitment.objects.filter(reduce(and_, wanted)).order_by("id").values_list("id", flat=True)[:50])


def by_pairs(query: str) -> list[tuple[int]]:
    from django.db import connection

    pairs = [pair for word in query.split() for pair in pairs_of(word)]
    each = "SELECT commitment FROM pair_index WHERE pair = %s"
    with connection.cursor() as cursor:
        cursor.execute(f"{' INTERSECT '.join([each] * len(pairs))} ORDER BY 1 LIMIT 50", pairs)
        return cursor.fetchall()


def pairs_of(words: str) -> set[str]:
    return {words[place : place + 2] for place in range(len(words) - 1)}


def fill() -> None:
    from taizhang.office.accounts.models import User
    from taizhang.office.commitments.deeds import make_findable
    from taizhang.office.commitments.models import Commitment
    from taizhang.office.plans.models import Plan, PlanVersion

    clerk = User.objects.create_user("clerk", "办事员甲", "a long pass phrase")
    plan = Plan.objects.create(title="云岭县计划", year="2024")
    version = PlanVersion.objects.create(plan=plan, name="云岭县计划.txt", size=1, sha256="0" * 64, received_by=clerk)
    dice = random.Random(4)
    for first in range(0, COMMITMENTS, AT_ONCE):
        made = Commitment.objects.bulk_create(
            commitment(number, version, clerk, dice) for number in range(first, first + AT_ONCE)
        )
        make_findable(made)


def commitment(number: int, version, clerk, dice):
    from taizhang.office.commitments.models import Commitment

    title = thing(dice)
    sentence = "，".join((title, *(thing(dice) for _ in range(7)))) + "。"
    return Commitment(
        version=version,
        kind="quantity",
        title=title,
        subject=title[2:],
        target_kind="flow",
        sentence=sentence,
        sentence_start=0,
        sentence_end=len(sentence),
        clause_start=0,
        clause_end=len(title),
        section=[f"{dice.choice('一二三四五')}、重点任务", thing(dice)],
        position=number,
        status="adopted",
        decided_by=clerk,
    )


def thing(dice) -> str:
    name = "".join(chr(dice.randrange(0x4E00, 0x5E00)) for _ in range(3))
    return f"推进{dice.choice(PLACES)}{name}{dice.choice(WORKS)}{dice.randrange(1, 200)}个"


def fill_pairs() -> float:
    """The third way: how long the index takes to write is part of what it costs."""
    from django.db import connection

    from taizhang.office.commitments.models import SearchText

    before = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE pair_index (pair varchar(2), commitment bigint)")
        rows = ((pair, text.pk) for text in SearchText.objects.iterator(AT_ONCE) for pair in pairs_of(text.words))
        while some := list(islice(rows, AT_ONCE)):
            places = ", ".join(["(%s, %s)"] * len(some))
            cursor.execute(f"INSERT INTO pair_index VALUES {places}", [value for row in some for value in row])
        cursor.execute("CREATE INDEX pair_index_pair ON pair_index (pair, commitment)")
    return time.perf_counter() - before


if __name__ == "__main__":
    measure_here() if HERE in sys.argv else main()
