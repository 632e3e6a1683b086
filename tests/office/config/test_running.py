"""Starting the site: a taken port and a folder with real data end in one sentence, before anything is touched."""

import socket

import pytest

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
