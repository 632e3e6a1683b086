"""The same doubt is known again though its place has moved."""

from dataclasses import replace

from taizhang.office.findings.keys import keyed
from taizhang.office.plans.finding_rows import EvidenceRow, FindingRow
from taizhang.office.plans.layout import Heading

ROW = FindingRow("C05", "error", "不一致", "differ", 20, 24, (EvidenceRow(20, 24, "8.6%"),), (), "")
HEADINGS = (Heading(1, "一、", "完成情况", 0, 6, 100, ()), Heading(1, "二、", "主要目标", 100, 106, 200, ()))


def keys(*rows, headings=HEADINGS):
    return [key for key, _ in keyed(rows, headings)]


def moved(row, by):
    evidence = tuple(EvidenceRow(each.start + by, each.end + by, each.quote) for each in row.evidence)
    return replace(row, start=row.start + by, end=row.end + by, evidence=evidence)


def test_offsets_do_not_matter():
    assert keys(ROW) == keys(moved(ROW, 30))


def test_another_number_of_the_section_does_not_matter():
    renumbered = (replace(HEADINGS[0], marker="三、"), HEADINGS[1])
    assert keys(ROW) == keys(ROW, headings=renumbered)


def test_how_words_are_spaced_does_not_matter():
    assert keys(ROW) == keys(replace(ROW, evidence=(EvidenceRow(20, 26, "8.6 %\n"),)))


def test_other_words_another_rule_or_another_section_do():
    other_words = replace(ROW, evidence=(EvidenceRow(20, 24, "8.7%"),))
    others = [*keys(other_words), *keys(replace(ROW, code="C06")), *keys(moved(ROW, 100))]
    assert len({*keys(ROW), *others}) == 4


def test_two_alike_in_one_section_are_told_apart():
    first, second = keys(ROW, moved(ROW, 30))
    assert first != second
