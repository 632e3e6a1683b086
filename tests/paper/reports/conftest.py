"""Small real Word files, findings about words of theirs, and ways to look at one with comments."""

import io
import zipfile

import pytest
from lxml import etree
from tests.paper.reports.word_files import BODY, PARTS, word_file

from taizhang.paper.checks.finding import Evidence, Finding, Severity
from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.run import Checked
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.pipeline import understand
from taizhang.paper.spans import Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RULE = Rule(
    code="C05",
    name="正文与附表增速一致",
    name_en="Text and annex give the same growth",
    severity=Severity.ERROR,
    explanation="Agree (一致).\n\n查什么：两处的数。\n怎么办：向数据来源部门核实。\n",
    check=lambda case: (),
)
RULES = {RULE.code: RULE}


@pytest.fixture
def read_file():
    """What was read of a file's bytes."""

    def read(data, name="计划.docx"):
        return understand(open_bytes(name, data))

    return read


@pytest.fixture
def find():
    """What a check would say about some words of a plan: one finding for each, anchored on exactly them."""

    def about(plan, *quotes):
        text = plan.document.text
        findings = []
        for quote in quotes:
            start = text.index(quote)
            span = Span(start, start + len(quote))
            findings.append(
                Finding("C05", Severity.ERROR, "两处不一致。", "They differ.", span, (Evidence(span, quote),))
            )
        return Checked(tuple(findings))

    return about


@pytest.fixture
def everything():
    return word_file(BODY, **PARTS)


@pytest.fixture
def members():
    """Names and bytes of a file's members, in order."""

    def unzip(data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return unzip


@pytest.fixture
def marked(members):
    """By comment: the words between its marks, deleted ones left out, as an XML reader that knows nothing of us sees them."""

    def look(data):
        root = etree.fromstring(members(data)["word/document.xml"])
        covered, under_way = {}, set()
        for element in root.iter():
            number = element.get(f"{W}id")
            if element.tag == f"{W}commentRangeStart":
                covered[number] = ""
                under_way.add(number)
            elif element.tag == f"{W}commentRangeEnd":
                under_way.remove(number)
            elif element.tag == f"{W}t" and not any("Fallback" in str(above.tag) for above in element.iterancestors()):
                for each in under_way:
                    covered[each] += element.text or ""
        assert not under_way
        return covered

    return look


@pytest.fixture
def bare(members):
    """The body as canonical XML without the comments of certain numbers, runs cut in two put together again."""

    def strip(data, numbers):
        root = etree.fromstring(members(data)["word/document.xml"])
        for element in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
            if element.get(f"{W}id") in numbers:
                gone = element.getparent() if element.tag == f"{W}commentReference" else element
                gone.getparent().remove(gone)
        for each in list(root.iter(f"{W}r")):
            _join(each)
        for text in root.iter(f"{W}t"):
            text.attrib.clear()
        return etree.tostring(root, method="c14n")

    return strip


def _join(each):
    """Take the runs behind that have the same format into this one, and texts side by side into one."""
    behind = each.getnext()
    while behind is not None and behind.tag == f"{W}r" and _format(behind) == _format(each):
        each.extend(child for child in behind if child.tag != f"{W}rPr")
        behind.getparent().remove(behind)
        behind = each.getnext()
    for text in list(each.iterchildren(f"{W}t")):
        above = text.getprevious()
        if above is not None and above.tag == f"{W}t":
            above.text += text.text
            each.remove(text)


def _format(each):
    properties = each.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")
