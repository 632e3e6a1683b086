"""Starting the site: a taken port and a folder with real data end in one sentence, before anything is touched."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from taizhang.office.accounts.models import User
from taizhang.office.config import running
from taizhang.office.config.home import Home


@pytest.fixture
def taken_port():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_in_use_is_one_clear_sentence(taken_port, capsys):
    with pytest.raises(running.RunningError) as ended:
        running.serve(port=taken_port)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert str(taken_port) in told
    assert "--port" in told


def test_a_setting_that_makes_no_sense_is_one_clear_sentence(monkeypatch, capsys):
    monkeypatch.setenv("TAIZHANG_HOME", "somewhere/else")
    with pytest.raises(running.RunningError):
        running.migrate()
    told = capsys.readouterr().err
    assert "TAIZHANG_HOME='somewhere/else'" in told
    assert "absolute path" in told


def test_a_folder_that_cannot_be_written_is_one_clear_sentence(monkeypatch, capsys, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(running.RunningError):
        running.migrate()
    assert "TAIZHANG_HOME" in capsys.readouterr().err


def test_a_demonstration_does_not_touch_a_folder_with_real_data(tmp_path):
    (tmp_path / "taizhang.sqlite3").write_text("real")
    with pytest.raises(running.RunningError, match="2"):
        running._claim_demonstration_home(Home(tmp_path), reset=True)
    assert (tmp_path / "taizhang.sqlite3").read_text() == "real"


def test_starting_anew_clears_what_the_demonstration_made(tmp_path):
    home = Home(tmp_path / "demo")
    running._claim_demonstration_home(home, reset=False)
    (home.folder / "taizhang.sqlite3").write_text("made up")
    running._claim_demonstration_home(home, reset=False)
    assert (home.folder / "taizhang.sqlite3").exists()
    running._claim_demonstration_home(home, reset=True)
    assert not (home.folder / "taizhang.sqlite3").exists()


def hear_ctrl_c():
    """What a shell starts in the background does not hear ^C, nor do its children, these tests among them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def start(tmp_path):
    """Start the demonstration in a process of its own and wait until it answers."""
    started = []

    def begin():
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = f"from taizhang.office.config.running import demo; demo(port={port})"
        environment = os.environ | {"TAIZHANG_HOME": str(tmp_path / "home")}
        process = subprocess.Popen(
            [sys.executable, "-c", command],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=hear_ctrl_c,
        )
        started.append(process)
        assert str(port) in process.stdout.readline()
        return process

    yield begin
    for process in started:
        process.kill()


READ = [(1, "read"), (1, "read")]  # the sample plan and the draft before it


def plans_in(home):
    with closing(sqlite3.connect(home / "taizhang.sqlite3")) as database:
        return database.execute("select plan_id, state from plans_planversion").fetchall()


def wait_for(what):
    for _ in range(300):
        if what():
            return
        time.sleep(0.1)
    pytest.fail("waited in vain")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal")
def test_ctrl_c_ends_everything_quietly_and_a_second_start_finds_all_as_it_was(start, tmp_path):
    process = start()
    wait_for(lambda: plans_in(tmp_path / "home") == READ)
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=30)
    assert (process.returncode, complaints) == (0, "")
    process = start()
    assert plans_in(tmp_path / "home") == READ
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see processes")
def test_the_background_worker_does_not_outlive_a_site_that_is_killed(start):
    process = start()
    (worker,) = children(process.pid)
    process.kill()
    wait_for(lambda: not Path(f"/proc/{worker}").exists() or "Z" in Path(f"/proc/{worker}/stat").read_text())


def children(parent):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent:
                found.append(int(stat.parent.name))
    return found


def test_an_administrator_can_be_made_from_the_command_line(transactional_db, monkeypatch, tmp_path):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long pass phrase")
    running.manage(["createsuperuser", "--noinput", "--username", "root", "--name", "管理员"])
    assert User.objects.get().is_superuser
