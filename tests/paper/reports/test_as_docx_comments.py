"""The commented Word file: the same file but for the comments."""

import io
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.paper.reports.conftest import RULES, W
from tests.paper.reports.word_files import paragraph, run, word_file

from taizhang.office.demonstration.sample_plan import compose_sample_plan
from taizhang.paper.checks.finding import Evidence, Finding, Severity
from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.run import Checked, check_plan
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.documents.word.places import open_word_text
from taizhang.paper.documents.word.remarks import read_remarks
from taizhang.paper.pipeline import understand
from taizhang.paper.reports.as_docx_comments import findings_as_docx
from taizhang.paper.spans import Span

FORMATS = Path(__file__).parents[3].parent / "shared" / "plans" / "formats"
FILES = sorted(FORMATS.glob("*.docx"))
ALL = {rule.code: rule for rule in ALL_RULES}


def remarks_of(data):
    document = open_bytes("核校.docx", data)
    return [(remark.author, remark.words, remark.span.quote(document.text)) for remark in _remarks(data, document)]


def _remarks(data, document):
    return read_remarks(open_word_text(data, document))


def test_a_comment_says_what_where_and_what_to_do(read_file):
    data = word_file(paragraph(run("社零增长0.4%。")) + paragraph(run("附表里社零增长1.2%。")))
    plan = read_file(data)
    text = plan.document.text
    here, there = (Evidence(_span(text, quote), quote) for quote in ("0.4%", "1.2%"))
    elsewhere = Evidence(here.span, "2%", source="去年计划.docx")
    finding = Finding(
        "C05", Severity.ERROR, "两处不一致。", "They differ.", here.span, (here, there, elsewhere), {"差": "0.8"}
    )
    made = findings_as_docx(Checked((finding,)), plan, data, RULES, written_at=datetime(2024, 3, 1, 8, tzinfo=UTC))
    (comment,) = docx.Document(io.BytesIO(made)).comments
    assert (comment.author, comment.initials, comment.timestamp) == (
        "台账核校",
        "核",
        datetime(2024, 3, 1, 8, tzinfo=UTC),
    )
    assert comment.text.splitlines() == [
        "错误 C05 正文与附表增速一致",
        "两处不一致。",
        "差：0.8",
        "另见 正文：“1.2%”",
        "另见 去年计划.docx：“2%”",
        "怎么办：向数据来源部门核实。",
    ]


def _span(text, quote):
    start = text.index(quote)
    return Span(start, start + len(quote))


def test_a_comment_in_english(read_file, find):
    data = word_file(paragraph(run("社零增长0.4%。")))
    plan = read_file(data)
    ((_, words, _),) = remarks_of(findings_as_docx(find(plan, "0.4%"), plan, data, RULES, "en"))
    assert words == "error C05 Text and annex give the same growth\nThey differ."


def test_words_a_comment_cannot_stand_on_are_quoted_in_it(everything, read_file, find):
    plan = read_file(everything)
    made = findings_as_docx(find(plan, "19.5%"), plan, everything, RULES)
    assert [words.splitlines()[1] for author, words, _ in remarks_of(made) if author == "台账核校"] == ["所指 “19.5%”"]


def test_comments_already_there_keep_number_author_and_words(everything, read_file, find, members):
    plan = read_file(everything)
    made = findings_as_docx(find(plan, "0.4%", "1.2"), plan, everything, RULES)
    comments = etree.fromstring(members(made)["word/comments.xml"])
    assert [(each.get(f"{W}id"), each.get(f"{W}author")) for each in comments] == [
        ("7", "张三"),
        ("8", "台账核校"),
        ("9", "台账核校"),
    ]
    assert ("张三", "此处已核。", "老话") in remarks_of(made)


def test_every_other_member_of_the_file_stays_byte_for_byte(everything, read_file, find, members):
    plan = read_file(everything)
    before, after = members(everything), members(findings_as_docx(find(plan, "0.4%"), plan, everything, RULES))
    changed = {"word/document.xml", "word/comments.xml"}
    assert list(after) == list(before)
    assert {name: after[name] for name in after.keys() - changed} == {
        name: before[name] for name in before.keys() - changed
    }


def test_a_file_without_comments_gets_the_part_its_tie_and_its_type(read_file, find, members):
    data = word_file(paragraph(run("社零增长0.4%。")), numbering="")
    plan = read_file(data)
    before, after = members(data), members(findings_as_docx(find(plan, "0.4%"), plan, data, RULES))
    assert list(after) == [*before, "word/comments.xml"]
    assert after["word/numbering.xml"] == before["word/numbering.xml"]
    assert b"/word/comments.xml" in after["[Content_Types].xml"]
    assert b'Target="comments.xml"' in after["word/_rels/document.xml.rels"]


def test_a_file_of_the_strict_standard_stays_strict(read_file, find, members):
    names = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    data = _rewritten(word_file(paragraph(run("社零增长0.4%。"))), names)
    plan = read_file(data)
    after = members(findings_as_docx(find(plan, "0.4%"), plan, data, RULES))
    strict = names["http://schemas.openxmlformats.org/wordprocessingml/2006/main"].encode()
    assert strict in after["word/document.xml"]
    assert strict in after["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in after["word/_rels/document.xml.rels"]


def _rewritten(data, names):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            for old, new in names.items():
                content = content.replace(old.encode(), new.encode())
            target.writestr(name, content)
    return out.getvalue()


def test_without_findings_the_body_says_the_same_and_no_comments_appear(read_file, members):
    data = word_file(paragraph(run("社零增长0.4%。")))
    after = members(findings_as_docx(Checked(()), read_file(data), data, RULES))
    assert after.keys() == members(data).keys()


def test_a_file_checked_again_gets_only_what_is_new(everything, read_file, find):
    once = findings_as_docx(find(read_file(everything), "0.4%"), read_file(everything), everything, RULES)
    plan = read_file(once)
    twice = findings_as_docx(find(plan, "0.4%", "1.2"), plan, once, RULES)
    assert [quote for author, _, quote in remarks_of(twice) if author == "台账核校"] == ["0.4%", "1.2"]


def test_what_is_let_stand_gets_no_comment(read_file, find):
    data = word_file(paragraph(run("社零增长0.4%。")))
    plan = read_file(data)
    let_stand = Checked((), tuple((finding, None) for finding in find(plan, "0.4%").findings))
    assert remarks_of(findings_as_docx(let_stand, plan, data, RULES)) == []


@pytest.fixture(scope="module", params=["sample", *FILES], ids=lambda each: getattr(each, "name", each))
def checked_file(request):
    """The sample plan and published Word files, each with what the checks find in it."""
    data = compose_sample_plan() if request.param == "sample" else request.param.read_bytes()
    plan = understand(open_bytes("计划.docx", data))
    return data, plan, check_plan(plan)


def test_every_finding_in_a_real_file_stands_on_its_words(checked_file):
    data, plan, checked = checked_file
    made = findings_as_docx(checked, plan, data, ALL)
    assert understand(open_bytes("计划.docx", made)).document.text == plan.document.text
    ours = [_squeezed(quote) for author, _, quote in remarks_of(made) if author == "台账核校"]
    assert sorted(ours) == sorted(_squeezed(finding.span.quote(plan.document.text)) for finding in checked.findings)


def test_a_published_file_is_there_to_be_tried():
    if not FILES:
        pytest.skip("../shared/plans/formats is not beside the repository")


def _squeezed(words):
    return "".join(words.split())


@pytest.mark.soffice
def test_libreoffice_opens_it_and_keeps_every_comment_on_its_words(everything, read_file, find, tmp_path):
    plan = read_file(everything)
    quotes = ["社零增长0.4%", "0.4%", "增长9.1%", "14.5%", "新增7%", "1.2", "内二71", "跨段开始处\n跨段结束处"]
    made = findings_as_docx(find(plan, *quotes), plan, everything, RULES)
    kept = {(words, quote) for author, words, quote in remarks_of(_through_libreoffice(made, tmp_path))}
    assert ("此处已核。", "老话") in kept
    assert {quote for words, quote in kept if words.startswith("错误 C05")} == set(quotes)


def _through_libreoffice(data, folder):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    (folder / "in").mkdir()
    (folder / "in" / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "in" / "a.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "a.docx").read_bytes()
