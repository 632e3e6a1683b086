"""The read command (读): the contract scripts depend on, tried as a real process."""

import io
import json
import os
import subprocess
import sys

import openpyxl
import pytest

PLAN = """云河区2024年国民经济和社会发展计划

一、2023年计划执行情况

（一）经济稳步回升。地区生产总值完成512.6亿元，同比增长5.8%；固定资产投资同比增长9.1%。

二、2024年主要目标

地区生产总值增长6%左右，新增城镇就业0.8万人以上。
"""


def taizhang(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "taizhang", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "0", **environment},
        check=False,
    )


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "计划.txt"
    path.write_text(PLAN, "utf-8")
    return path


def test_jsonl_prints_one_statement_a_line_and_nothing_else(plan_file):
    done = taizhang("read", plan_file, "--format", "jsonl")
    statements = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert done.stderr == ""
    assert [(item["subject"], item["value"], item["unit"], item["modality"]) for item in statements] == [
        ("地区生产总值", "512.6", "亿元", "actual"),
        ("地区生产总值", "5.8", "%", "actual"),
        ("固定资产投资", "9.1", "%", "actual"),
        ("地区生产总值", "6", "%", "target"),
        ("新增城镇就业", "0.8", "万人", "target"),
    ]
    assert all(PLAN[item["start"] : item["end"]] == item["quote"] for item in statements)


def test_json_carries_the_text_unchanged_and_the_front_matter(plan_file):
    read = json.loads(taizhang("read", plan_file, "--format", "json").stdout)
    assert set(read) == {"document", "outline", "tables", "statements"}
    assert read["document"]["text"] == PLAN
    assert read["document"]["title"] == "云河区2024年国民经济和社会发展计划"
    assert (read["document"]["review_year"], read["document"]["plan_year"]) == ("2023", "2024")


def test_a_workbook_holds_figures_as_numbers(plan_file, tmp_path):
    out = tmp_path / "读.xlsx"
    assert taizhang("read", plan_file, "--format", "xlsx", "-o", out).returncode == 0
    sheet = openpyxl.load_workbook(out)["表述"]
    heads = [cell.value for cell in sheet[1]]
    assert [row[heads.index("数值")].value for row in sheet.iter_rows(min_row=2)] == [512.6, 5.8, 9.1, 6, 0.8]


def test_a_workbook_can_be_piped(plan_file):
    done = subprocess.run(
        [sys.executable, "-m", "taizhang", "read", plan_file, "--format", "xlsx"], capture_output=True, check=True
    )
    assert "表述" in openpyxl.load_workbook(io.BytesIO(done.stdout)).sheetnames


def test_text_is_for_a_person(plan_file):
    printed = taizhang("read", plan_file).stdout
    assert "云河区2024年国民经济和社会发展计划" in printed
    assert "512.6亿元" in printed


def test_output_goes_to_the_file_named(plan_file, tmp_path):
    out = tmp_path / "out.jsonl"
    done = taizhang("read", plan_file, "--format", "jsonl", "-o", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert len(out.read_text("utf-8").splitlines()) == 5


def test_a_folder_is_read_in_the_order_of_names_and_a_bad_file_does_not_stop_it(plan_file, tmp_path):
    (tmp_path / "a.txt").write_text(PLAN.replace("512.6", "1.5"), "utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 not a word file")
    done = taizhang("read", tmp_path, "--format", "jsonl")
    files = list(dict.fromkeys(json.loads(line)["file"] for line in done.stdout.splitlines()))
    assert files == ["a.txt", "计划.txt"]
    assert "坏.docx" in done.stderr
    assert done.returncode == 2


def test_a_folder_as_json_is_one_object(plan_file, tmp_path):
    (tmp_path / "b.txt").write_text(PLAN, "utf-8")
    read = json.loads(taizhang("read", tmp_path, "--format", "json").stdout)
    assert [document["file"] for document in read["documents"]] == ["b.txt", "计划.txt"]


def test_many_files_are_read_by_several_processes_in_order(tmp_path):
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(PLAN, "utf-8")
    lines = taizhang("read", tmp_path, "--jobs", 2).stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == [f"{number}.txt" for number in range(9)]


@pytest.mark.parametrize(("lang", "word"), [("zh", "没有"), ("en", "no")])
def test_a_missing_file_is_one_sentence_in_the_users_language_and_status_2(tmp_path, lang, word):
    done = taizhang("--lang", lang, "read", tmp_path / "no.txt")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", ""],
        ["read", "--format"],
        ["read", "a", "b"],
        ["read", "x", "--jobs", "0"],
        ["read", "x", "--fr\nmat"],
        ["raed", "x"],
        ["read", "x", "--format", "pdf"],
        ["read", "x", "--frmat", "json"],
        ["--lang", "fr", "read", "x"],
    ],
)
def test_wrong_usage_is_one_sentence_and_status_3(arguments):
    done = taizhang(*arguments)
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_output_that_cannot_be_written_is_wrong_usage_and_leaves_nothing(plan_file, tmp_path):
    done = taizhang("read", plan_file, "-o", tmp_path / "no" / "out.txt")
    assert done.returncode == 3
    assert not (tmp_path / "no").exists()


def test_chinese_survives_a_c_locale(plan_file):
    done = taizhang("read", plan_file, "--format", "jsonl", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout.splitlines()[0])["subject"] == "地区生产总值"


def test_a_reader_that_stops_early_gets_no_traceback(plan_file):
    command = f'"{sys.executable}" -m taizhang read "{plan_file}" --format json | head -c 10'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
