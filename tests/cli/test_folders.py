"""A folder at once (文件夹): every document named, and none lost."""

import json
import os

from taizhang.cli.main import run

SENTENCE = "地区生产总值完成512.6亿元，增长5.8%，新增企业30家。\n"


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
