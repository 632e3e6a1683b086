"""Readers (读取进程): whatever ends the command ends them too, and ^C is 130 however it is heard."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.paper.documents.pdf.pdf_making import Sheet, make_pdf

SENTENCE = "地区生产总值完成512.6亿元，增长5.8%，新增企业30家。\n"
PATIENCE = 60

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes through /proc")


@pytest.fixture
def folder(tmp_path):
    """Enough documents to be still at work when something happens."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(SENTENCE * 3_000, "utf-8")
    return folder


@pytest.fixture
def pdfs(tmp_path):
    """Pdfs, each of which takes a process of its own some seconds."""
    sheet = Sheet()
    sheet.write_lines(90, 100, [SENTENCE.strip()] * 30)
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.pdf").write_bytes(make_pdf(*[sheet] * 150))
    return folder


@contextmanager
def at_work(folder, told=signal.SIG_DFL):
    """A command that is reading the folder with two processes of its own; what the shell told it to do at ^C."""
    command = [sys.executable, "-m", "taizhang", "read", folder, "--jobs", "2", "--format", "jsonl"]
    process = subprocess.Popen(
        [*command, "-o", folder.parent / "out.jsonl"],
        stderr=subprocess.PIPE,
        start_new_session=True,
        cwd=folder.parent,
        preexec_fn=lambda: signal.signal(signal.SIGINT, told),
    )
    try:
        wait_until(lambda: len(children(process.pid)) >= 2)
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def children(number):
    try:
        return list(map(int, Path(f"/proc/{number}/task/{number}/children").read_text().split()))
    except OSError:
        return []


def below(number):
    """All processes a process has started, and those that these have."""
    return [one for child in children(number) for one in (child, *below(child))]


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


def control_c(process):
    """What a terminal does: everybody in the foreground hears it."""
    os.killpg(process.pid, signal.SIGINT)


def test_control_c_is_130_every_time_and_leaves_nothing_behind(folder, tmp_path):
    for moment in range(20):
        with at_work(folder) as process:
            time.sleep(moment * 0.02)
            readers = children(process.pid)
            control_c(process)
            _, said = process.communicate(timeout=PATIENCE)
            assert (process.returncode, said.decode().strip()) == (130, "已中断。")
            assert not any(map(is_running, readers))
            assert [path.name for path in tmp_path.iterdir()] == ["plans"]


def test_control_c_heard_by_the_command_alone_is_130_too(folder):
    with at_work(folder) as process:
        readers = children(process.pid)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 130
        assert not any(map(is_running, readers))


def test_a_background_job_that_is_to_ignore_control_c_goes_on_to_the_end(folder, tmp_path):
    for number, path in enumerate(folder.iterdir()):
        path.write_text(SENTENCE * 300, "utf-8") if number < 8 else path.unlink()
    with at_work(folder, told=signal.SIG_IGN) as process:
        control_c(process)
        _, said = process.communicate(timeout=PATIENCE)
        assert (process.returncode, said) == (0, b"")
        assert (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_readers_and_what_they_started_end_with_the_command(pdfs, end):
    with at_work(pdfs) as process:
        wait_until(lambda: len(below(process.pid)) >= 4)
        started = below(process.pid)
        process.send_signal(end)
        process.wait(PATIENCE)
        wait_until(lambda: not any(map(is_running, started)))


def test_a_pdf_that_is_read_alone_ends_with_the_command(pdfs):
    command = [sys.executable, "-m", "taizhang", "read", pdfs / "0.pdf"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        wait_until(lambda: children(process.pid))
        (reader,) = children(process.pid)
        process.kill()
        wait_until(lambda: not is_running(reader))


def test_a_reader_that_is_lost_is_one_sentence_and_status_2(folder, tmp_path):
    with at_work(folder) as process:
        os.kill(children(process.pid)[0], signal.SIGKILL)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 2
        assert len(said.decode().splitlines()) == 1
        assert [path.name for path in tmp_path.iterdir()] == ["plans"]
