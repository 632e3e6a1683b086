"""The check command (核): the contract scripts depend on, tried as a real process."""

import io
import json
import os
import subprocess
import sys

import docx
import pytest

PLAN = """# 云河区2024年国民经济和社会发展计划

一、2023年计划执行情况

地区生产总值完成512.6亿元，同比增长5.8%；社会消费品零售总额同比增长0.4%。

附表

指标	单位	2023年实际	增长(%)	2024年目标
地区生产总值	亿元	512.6	5.8	540
社会消费品零售总额	亿元	212.8	1.2	220
固定资产投资	亿元	100	9.1	110
"""
AGREEING = PLAN.replace("1.2", "0.4")


def taizhang(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "taizhang", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "计划.md"
    path.write_text(PLAN, "utf-8")
    return path


def found(done):
    return [finding["code"] for finding in json.loads(done.stdout)["findings"]]


def test_json_has_the_findings_with_their_places_and_the_counts(plan_file):
    done = taizhang("check", plan_file, "--format", "json")
    record = json.loads(done.stdout)
    (finding,) = [finding for finding in record["findings"] if finding["code"] == "C05"]
    assert {"code", "name", "severity", "message", "start", "end", "evidence", "computed"} <= finding.keys()
    assert (finding["name"], finding["severity"]) == ("正文与附表增速一致", "error")
    assert PLAN[finding["start"] : finding["end"]] == "0.4%"
    assert [PLAN[each["start"] : each["end"]] for each in finding["evidence"]] == ["0.4%", "1.2"]
    assert record["summary"]["error"] >= 1
    assert (done.returncode, done.stderr) == (1, "")


def test_text_is_for_a_person_and_speaks_the_language_asked_for(plan_file):
    assert "错误 C05" in taizhang("check", plan_file).stdout
    assert "error C05" in taizhang("--lang", "en", "check", plan_file).stdout


@pytest.mark.parametrize(
    ("words", "fail_on", "status"),
    [(PLAN, "error", 1), (PLAN, "warning", 1), (PLAN, "never", 0), (AGREEING, "error", 0)],
)
def test_the_exit_status_says_whether_something_stands_at_or_above(tmp_path, words, fail_on, status):
    path = tmp_path / "计划.md"
    path.write_text(words, "utf-8")
    assert taizhang("check", path, "--fail-on", fail_on).returncode == status


def test_sarif_names_the_document_and_the_tool(plan_file):
    (run,) = json.loads(taizhang("check", plan_file, "--format", "sarif").stdout)["runs"]
    assert run["tool"]["driver"]["name"] == "taizhang"
    assert "C05" in [result["ruleId"] for result in run["results"]]


def test_a_word_file_is_written_and_can_be_piped(plan_file, tmp_path):
    out = tmp_path / "核校.docx"
    done = taizhang("check", plan_file, "--format", "docx", "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert any(comment.text.startswith("错误 C05") for comment in docx.Document(out).comments)
    piped = subprocess.run(
        [sys.executable, "-m", "taizhang", "check", plan_file, "--format", "docx"], capture_output=True, check=False
    )
    assert docx.Document(io.BytesIO(piped.stdout)).paragraphs


def test_the_document_itself_is_never_overwritten(plan_file):
    done = taizhang("check", plan_file, "--format", "docx", "-o", plan_file)
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 1
    assert plan_file.read_text("utf-8") == PLAN


def test_other_papers_may_be_held_against_it_and_must_be_readable(plan_file, tmp_path):
    other = tmp_path / "报告.md"
    other.write_text(AGREEING, "utf-8")
    assert "C05" in found(taizhang("check", plan_file, "--against", other, "--against", other, "--format", "json"))
    missing = taizhang("check", plan_file, "--against", other, "--against", tmp_path / "无.md")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "无.md" in missing.stderr


def test_a_region_sets_severities_and_lets_findings_stand(plan_file, tmp_path):
    settings = tmp_path / "设置.toml"
    settings.write_text('[severity]\nC05 = "hint"\n', "utf-8")
    assert taizhang("check", plan_file, "--settings", settings, "--fail-on", "error").returncode == 0
    settings.write_text('[[suppress]]\ncode = "C05"\nquote = "0.4%"\nreason = "统计局已核实"\n', "utf-8")
    done = taizhang("check", plan_file, "--settings", settings, "--format", "json")
    assert "C05" not in found(done)
    assert [entry["reason"] for entry in json.loads(done.stdout)["suppressed"]] == ["统计局已核实"]


def test_settings_that_say_something_unknown_are_refused_in_one_sentence(plan_file, tmp_path):
    settings = tmp_path / "设置.toml"
    settings.write_text('[severity]\nC05 = "loud"\n', "utf-8")
    done = taizhang("check", plan_file, "--settings", settings)
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)


def test_a_word_in_the_document_lets_a_finding_stand(tmp_path):
    path = tmp_path / "计划.md"
    path.write_text(PLAN.replace("\n\n附表", "\n\n<!-- 核校 C05 不计：统计局已核实 -->\n\n附表"), "utf-8")
    done = taizhang("check", path)
    assert "不计 C05" in done.stdout
    assert "理由：统计局已核实" in done.stdout
    assert done.returncode == 0


def test_a_comment_in_the_word_file_lets_a_finding_stand(plan_file, tmp_path):
    """The way of a draft: check it, answer the comment in Word, check it again."""
    out, answered = tmp_path / "核校.docx", tmp_path / "已答.docx"
    taizhang("check", plan_file, "--format", "docx", "-o", out)
    paper = docx.Document(out)
    runs = [run for paragraph in paper.paragraphs for run in paragraph.runs if run.text == "0.4%"]
    paper.add_comment(runs, text="核校 C05：不计，理由：统计局已核实", author="张三", initials="张")
    paper.save(answered)
    record = json.loads(taizhang("check", answered, "--format", "json").stdout)
    assert [(entry["code"], entry["reason"]) for entry in record["suppressed"]] == [("C05", "统计局已核实")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_that_cannot_be_read_is_one_sentence_and_status_2(tmp_path, lang):
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 not a word file")
    done = taizhang("--lang", lang, "check", tmp_path / "坏.docx")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "x", "--format", "pdf"], ["check", "x", "--fail-on", "all"]]
)
def test_wrong_usage_is_one_sentence_and_status_3(arguments):
    done = taizhang(*arguments)
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 1
