"""A folder at once (文件夹): every document named, none lost, and nothing left running behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from taizhang.cli.main import run

SENTENCE = "地区生产总值完成512.6亿元，增长5.8%，新增企业30家。\n"
PATIENCE = 20


@pytest.fixture
def folder(tmp_path):
    """Enough documents to be still at work when something happens."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(SENTENCE * 3_000, "utf-8")
    return folder


@pytest.fixture
def at_work(folder, tmp_path):
    """A command that is reading the folder with two processes of its own."""
    command = [sys.executable, "-m", "taizhang", "read", folder, "--jobs", "2", "--format", "jsonl"]
    process = subprocess.Popen(
        [*command, "-o", tmp_path / "out.jsonl"], stderr=subprocess.PIPE, start_new_session=True, cwd=tmp_path
    )
    wait_until(lambda: len(children(process)) >= 2)
    yield process
    process.kill()
    process.wait()


def children(process):
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


def wait_until(happens):
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_running(number):
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes through /proc")


@needs_proc
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_readers_end_with_the_command_that_started_them(at_work, end):
    readers = children(at_work)
    at_work.send_signal(end)
    at_work.wait(PATIENCE)
    wait_until(lambda: not any(map(is_running, readers)))


@needs_proc
def test_a_reader_that_is_lost_is_one_sentence_and_status_2(at_work, tmp_path):
    os.kill(int(children(at_work)[0]), signal.SIGKILL)
    _, said = at_work.communicate(timeout=PATIENCE)
    assert at_work.returncode == 2
    assert len(said.decode().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["plans"]


def test_no_progress_is_shown_where_nobody_watches(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    assert run(["read", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


def test_text_is_one_line_a_document_whatever_its_name(tmp_path, capsys):
    for name in ("a\nb.txt", "c\td.txt", "\x1b[31me.txt", os.fsdecode(b"\xff.txt")):
        (tmp_path / name).write_text(SENTENCE, "utf-8")
    assert run(["read", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert all(line.count("\t") == 4 for line in lines)
    assert not any("\x1b" in line for line in lines)


def test_jsonl_names_a_file_of_any_name(tmp_path, capsys):
    names = {"a\nb.txt", "“引”'\".txt", "全　角.txt"}
    for name in names:
        (tmp_path / name).write_text(SENTENCE, "utf-8")
    assert run(["read", str(tmp_path), "--format", "jsonl"]) == 0
    assert {json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()} == names


def test_a_file_that_cannot_be_read_is_told_in_the_users_language_with_its_place(tmp_path, capsys):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").touch()
    assert run(["--lang", "en", "read", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("below/a.txt: “a.txt” is empty")


def test_no_command_at_all_shows_the_help(capsys):
    assert run([]) == 3
    assert "taizhang" in capsys.readouterr().err
