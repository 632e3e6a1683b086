"""The home folder: made once, readable by its owner only."""

import os

import pytest

from taizhang.office.config.home import Home, locate, prepare, read_secret_key


def test_the_key_is_made_once_and_kept(tmp_path):
    home = Home(tmp_path / "home")
    prepare(home)
    first = read_secret_key(home)
    prepare(home)
    assert read_secret_key(home) == first
    assert len(first) >= 50


@pytest.mark.skipif(os.name == "nt", reason="file modes are a thing of POSIX")
def test_only_the_owner_can_read_the_key(tmp_path):
    home = Home(tmp_path / "home")
    prepare(home)
    assert home.secret_key.stat().st_mode & 0o777 == 0o600
    assert home.folder.stat().st_mode & 0o777 == 0o700


def test_reading_the_key_of_a_home_not_yet_prepared_writes_nothing(tmp_path):
    home = Home(tmp_path / "home")
    assert read_secret_key(home) != read_secret_key(home)
    assert not home.folder.exists()


def test_the_environment_says_where_home_is(monkeypatch, tmp_path):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))
    assert locate().folder == tmp_path
