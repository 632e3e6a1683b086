"""Settings that cannot be understood stop the program with one sentence."""

import pytest

from taizhang.office.config import env

NAME = "TAIZHANG_TRIAL"


@pytest.mark.parametrize(("word", "value"), [("true", True), ("1", True), ("No", False), ("off", False)])
def test_a_bool_is_read_from_the_usual_words(monkeypatch, word, value):
    monkeypatch.setenv(NAME, word)
    assert env.read_bool(NAME, default=not value) is value


def test_a_bool_is_not_guessed(monkeypatch):
    monkeypatch.setenv(NAME, "maybe")
    with pytest.raises(env.SettingError, match=r"TAIZHANG_TRIAL='maybe'.*true 或 false"):
        env.read_bool(NAME, default=False)


@pytest.mark.parametrize("word", ["0", "-3", "ten", "1.5"])
def test_a_count_is_a_whole_number_above_zero(monkeypatch, word):
    monkeypatch.setenv(NAME, word)
    with pytest.raises(env.SettingError, match="大于零的整数"):
        env.read_count(NAME, default=5)


def test_a_secret_may_stand_in_a_file(monkeypatch, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("open sesame\n")
    monkeypatch.setenv(f"{NAME}_FILE", str(secret))
    assert env.read_text(NAME) == "open sesame"


def test_a_secret_file_that_is_missing_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(env.SettingError, match="TAIZHANG_TRIAL_FILE"):
        env.read_text(NAME)


def test_a_relative_folder_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv(NAME, "somewhere/else")
    with pytest.raises(env.SettingError, match="绝对路径"):
        env.read_folder(NAME, default=tmp_path)


def test_a_file_is_no_folder(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv(NAME, str(tmp_path / "file"))
    with pytest.raises(env.SettingError, match="同名文件"):
        env.read_folder(NAME, default=tmp_path)


def test_sqlite_is_the_database_unless_another_is_named(monkeypatch, tmp_path):
    monkeypatch.delenv(NAME, raising=False)
    found = env.read_database(NAME, sqlite_file=tmp_path / "x.sqlite3")
    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


def test_a_postgresql_address_is_taken_apart(monkeypatch, tmp_path):
    monkeypatch.setenv(NAME, "postgresql://clerk:p%40ss@db.internal:5433/ledger")
    found = env.read_database(NAME, sqlite_file=tmp_path)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "clerk",
        "p@ss",
        "db.internal",
        "5433",
        "ledger",
    )


def test_a_database_address_that_is_wrong_does_not_print_its_password(monkeypatch, tmp_path):
    monkeypatch.setenv(NAME, "mysql://clerk:secret@db/ledger")
    with pytest.raises(env.SettingError) as told:
        env.read_database(NAME, sqlite_file=tmp_path)
    assert "postgresql://" in str(told.value)
    assert "secret" not in str(told.value)


def test_what_follows_a_question_mark_goes_to_the_library_of_postgresql(monkeypatch, tmp_path):
    monkeypatch.setenv(NAME, "postgresql:///ledger?host=/run/postgresql&sslmode=verify-full")
    found = env.read_database(NAME, sqlite_file=tmp_path)
    assert found["OPTIONS"] == {"host": "/run/postgresql", "sslmode": "verify-full"}
    assert (found["NAME"], found["HOST"], found["USER"]) == ("ledger", "", "")
