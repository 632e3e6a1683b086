"""Where results go (交付): into files whole or not at all, through pipes and devices, never over what was read."""

import os
import stat
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

# All of it, before a test gives up the right to read its files.
import taizhang.cli.checking  # noqa: F401
import taizhang.cli.reading  # noqa: F401
from taizhang.cli.main import run
from taizhang.paper.pipeline import read

PLAN = "云河区2024年国民经济和社会发展计划\n\n一、2023年计划执行情况\n\n地区生产总值完成512.6亿元，增长5.8%。\n"
FULL = Path("/dev/full")


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "计划.txt"
    path.write_text(PLAN, "utf-8")
    read(path)  # so that every module it takes is there
    return path


def let_through(folder):
    """Open the way to a folder of the test: pytest closes its own to others, one more of them a worker."""
    top = Path(tempfile.gettempdir())
    for above in (folder, *folder.parents):
        if top in above.parents:
            above.chmod(0o755)


@contextmanager
def as_nobody():
    """Without the rights of the administrator, who may do everything."""
    is_administrator = os.geteuid() == 0
    if is_administrator:
        os.seteuid(65_534)
    try:
        yield
    finally:
        if is_administrator:
            os.seteuid(0)


def one_sentence(capsys):
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    return said.err


def shell(command, *arguments):
    return subprocess.run(["sh", "-c", command, "sh", sys.executable, *arguments], capture_output=True, check=False)


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_file_we_may_not_read_is_status_2(plan_file, command, capsys):
    plan_file.chmod(0)
    with as_nobody():
        assert run([command, str(plan_file)]) == 2
    assert "权限" in one_sentence(capsys)


@pytest.mark.parametrize("option", ["--against", "--settings"])
def test_another_file_of_a_check_that_we_may_not_read_is_status_2(plan_file, tmp_path, option, capsys):
    let_through(tmp_path)
    other = tmp_path / "另一份.txt"
    other.write_text(PLAN, "utf-8")
    other.chmod(0)
    with as_nobody():
        assert run(["check", str(plan_file), option, str(other)]) == 2
    assert "权限" in one_sentence(capsys)


def test_a_file_in_a_folder_we_may_not_enter_is_status_2(plan_file, capsys):
    plan_file.parent.chmod(0)
    try:
        with as_nobody():
            assert run(["read", str(plan_file)]) == 2
            assert run(["read", str(plan_file.parent)]) == 2
            assert run(["check", str(plan_file)]) == 2
    finally:
        plan_file.parent.chmod(0o755)
    assert [line[:4] for line in capsys.readouterr().err.splitlines()] == ["没有读取"] * 3


def test_folders_closed_to_us_are_named_and_the_rest_is_read(plan_file, capsys):
    top = plan_file.parent
    top.chmod(0o755)
    for name, mode in (("closed", 0), ("hidden", 0o744)):
        (top / name).mkdir()
        (top / name / "a.txt").write_text(PLAN, "utf-8")
        (top / name).chmod(mode)
    try:
        let_through(top)
        with as_nobody():
            assert run(["--lang", "en", "read", str(top)]) == 2
    finally:
        for name in ("closed", "hidden"):
            (top / name).chmod(0o755)
    said = capsys.readouterr()
    assert [line.split("\t")[0] for line in said.out.splitlines()] == ["计划.txt"]
    assert "You have no permission to read “closed”" in said.err
    assert "hidden/a.txt: You have no permission" in said.err


def test_a_link_stays_a_link_and_what_it_points_to_is_written(plan_file, tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert run(["read", str(plan_file), "-o", str(tmp_path / "link")]) == 0
    assert (tmp_path / "link").is_symlink()
    assert "512.6亿元" in (tmp_path / "real").read_text("utf-8")


def test_a_pipe_stays_a_pipe_and_is_written_to(plan_file, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_text("utf-8")))
    reader.start()
    assert run(["read", str(plan_file), "-o", str(pipe)]) == 0
    reader.join()
    assert "512.6亿元" in received[0]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_that_is_replaced_keeps_its_permissions(plan_file, tmp_path):
    out = tmp_path / "out.txt"
    out.touch(0o600)
    assert run(["read", str(plan_file), "-o", str(out)]) == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.txt", "计划.txt"]


def test_a_file_that_is_write_protected_is_left_alone(plan_file, tmp_path, capsys):
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    out = folder / "out.txt"
    out.write_text("kept", "utf-8")
    out.chmod(0o444)
    let_through(tmp_path)
    with as_nobody():
        assert run(["read", str(plan_file), "-o", str(out)]) == 3
    assert "写不进" in one_sentence(capsys)
    assert out.read_text("utf-8") == "kept"


@pytest.mark.parametrize("name", ["", "no/such/file", "x" * 300, "a\nb/c"])
def test_a_place_that_cannot_be_written_is_one_sentence(plan_file, tmp_path, name, capsys):
    assert run(["read", str(plan_file), "-o", str(tmp_path / name)]) == 3
    assert "写不进" in one_sentence(capsys)


@pytest.mark.parametrize(("command", "source"), [("read", "."), ("read", "计划.txt"), ("check", "计划.txt")])
def test_what_is_read_is_never_overwritten(plan_file, command, source, capsys):
    assert run([command, str(plan_file.parent / source), "-o", str(plan_file)]) == 3
    assert "换一个文件名" in one_sentence(capsys)
    assert plan_file.read_text("utf-8") == PLAN


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("form", ["text", "jsonl", "xlsx"])
def test_a_full_disk_behind_standard_output_is_one_sentence(plan_file, form):
    done = shell('"$1" -m taizhang read "$2" --format "$3" > /dev/full', plan_file, form)
    assert done.returncode == 3
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_a_closed_standard_output_is_one_sentence(plan_file):
    done = shell('"$1" -m taizhang read "$2" >&-', plan_file)
    assert done.returncode == 3
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_a_closed_standard_input_does_no_harm(plan_file):
    done = shell('"$1" -m taizhang read "$2" <&- 2>&-', plan_file)
    assert done.returncode == 0
    assert "512.6亿元" in done.stdout.decode()
