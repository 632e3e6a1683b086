"""The audit command (审计): a real process over a real site, at which many write at once and one person tampers."""

import json
import os
import sqlite3
import subprocess
import sys

import pytest

WRITE = """
import os, sys, threading
os.environ["DJANGO_SETTINGS_MODULE"] = "taizhang.office.config.settings"
import django; django.setup()
from django.db import connection, transaction
from taizhang.office.accounts.models import User
from taizhang.office.audit.services import record
from taizhang.office.pages.trail import Act, Matter

def work(writer):
    for number in range(20):
        try:
            with transaction.atomic():
                User.objects.create_user(f"{writer}-{number}", "某人")
                record(Act("plans.received", None, Matter("plan", str(number), f"计划{writer}")))
                if number % 5 == 4:
                    raise KeyError
        except KeyError:
            pass
    connection.close()

threads = [threading.Thread(target=work, args=(f"{sys.argv[1]}-{each}",)) for each in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


@pytest.fixture
def site(tmp_path):
    return os.environ | {"TAIZHANG_HOME": str(tmp_path / "home"), "PYTHONUTF8": "1"}


@pytest.fixture
def taizhang(site):
    def run(*arguments):
        command = [sys.executable, "-m", "taizhang", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=site, check=False)

    return run


@pytest.fixture
def written(site, taizhang):
    """A chain that eight threads of two processes wrote together; every fifth of their acts failed and left nothing."""
    assert taizhang("migrate").returncode == 0
    writers = [subprocess.Popen([sys.executable, "-c", WRITE, each], env=site) for each in "ab"]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    return sqlite3.connect(f"{site['TAIZHANG_HOME']}/taizhang.sqlite3", isolation_level=None)


def test_many_writers_make_one_chain_and_tampering_is_told(written, taizhang, tmp_path):
    (numbers,) = zip(*written.execute("SELECT sequence FROM audit_auditentry ORDER BY sequence"), strict=True)
    assert numbers == tuple(range(1, 129))
    assert written.execute("SELECT count(*) FROM accounts_user").fetchone() == (128,)

    sound = taizhang("audit", "verify")
    assert (sound.returncode, sound.stderr) == (0, "")
    assert "128 条" in sound.stdout

    kept = tmp_path / "anchors.jsonl"
    kept.write_text(taizhang("audit", "anchor").stdout, "utf-8")
    assert json.loads(kept.read_text("utf-8"))["sequence"] == 128
    assert taizhang("audit", "verify", "--anchor", kept).returncode == 0

    written.execute("UPDATE audit_auditentry SET title = '别的' WHERE sequence = 77")
    broken = taizhang("audit", "verify")
    assert (broken.returncode, broken.stdout) == (1, "第 77 号记录的内容在记下之后被改过：与它的摘要不符。\n")
    assert "Entry 77 was changed" in taizhang("--lang", "en", "audit", "verify").stdout

    written.execute("DELETE FROM audit_auditentry WHERE sequence > 70")
    written.execute(
        "UPDATE audit_chainhead SET sequence = 70, digest = (SELECT digest FROM audit_auditentry WHERE sequence = 70)"
    )
    assert taizhang("audit", "verify").returncode == 0  # a tail cut off: only the anchor knows
    told = taizhang("audit", "verify", "--anchor", kept)
    assert told.returncode == 1
    assert "其后的记录被截去了" in told.stdout


def test_what_cannot_be_verified_is_told_in_one_sentence(taizhang, tmp_path):
    nothing = taizhang("audit", "verify")
    assert nothing.returncode == 2
    assert "taizhang migrate" in nothing.stderr
    assert taizhang("audit", "verify", "--anchor", tmp_path / "none").returncode == 3
    taizhang("migrate")
    other = tmp_path / "other.txt"
    other.write_text("别的", "utf-8")
    refused = taizhang("audit", "verify", "--anchor", other)
    assert refused.returncode == 2
    assert "这不是锚点文件" in refused.stderr
    assert "Traceback" not in refused.stderr
