"""The outline of documents as published; skipped where they are not at hand. None of their words are kept here."""

import json
from pathlib import Path

import pytest

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.documents.opening import open_document
from taizhang.paper.outline.build import build_outline
from taizhang.paper.outline.setting import zone_at, zones

SHARED = Path(__file__).parents[4] / "shared"
PLANS = SHARED / "plans"
GOLD = SHARED / "reading" / "gold"

HAN = "一二三四五六七八九十"

# Number of chapters, and how many （一）, 一是 and —— headings the reports have, counted by hand.
PROVINCES = {
    "北京市": (3, 10, 6, 0),
    "吉林省": (4, 10, 7, 0),
    "四川省": (3, 10, 10, 0),
    "山东省": (3, 16, 0, 8),
    "广东省": (3, 14, 11, 0),
    "河南省": (3, 15, 0, 8),
    "贵州省": (3, 18, 0, 12),
    "重庆市": (4, 28, 0, 0),
}
# Chapters, and （一） headings of the reports of one district in five years.
YEARS = {2012: (2, 18), 2013: (2, 4), 2014: (2, 9), 2015: (2, 15), 2016: (3, 12)}


def outline_of(path):
    if not path.exists():
        pytest.skip("no ../shared beside the repository: the published documents are not part of it")
    document = open_document(path)
    return document, build_outline(assemble_blocks(document), document.text)


def province(name):
    return outline_of(PLANS / f"2026-{name}-政府工作报告.txt")


def flattened(sections, depth=0):
    for section in sections:
        yield depth, section
        yield from flattened(section.children, depth + 1)


def wanted(entries, depth=0):
    for entry in entries:
        places = (entry["start"], entry["end"], entry["title_start"], entry["section_end"])
        yield depth, entry["level"], entry["marker"], entry["title"], *places
        yield from wanted(entry.get("children", ()), depth + 1)


def test_every_heading_of_the_founding_plan_is_exact():
    _, outline = outline_of(PLANS / "zhangdian-2023.txt")
    found = [
        (depth, each.level, each.marker, each.title, each.span.start, each.span.end, each.title_start, each.section_end)
        for depth, each in flattened(outline.sections)
    ]
    gold = list(wanted(json.loads((GOLD / "zhangdian-2023.outline.json").read_text("utf-8"))))
    assert len(gold) == 76
    assert found == gold


def count(sections, *, han=False, starts=""):
    markers = [section.marker or "" for _, section in flattened(sections)]
    if han:
        return sum(marker.endswith("、") and marker[0] in HAN for marker in markers)
    return sum(marker.startswith(tuple(starts)) if len(starts) > 1 else marker.endswith(starts) for marker in markers)


@pytest.mark.parametrize("name", PROVINCES)
def test_the_outline_of_a_provincial_report_is_complete_and_no_more(name):
    _, outline = province(name)
    report = next(section for section in outline.sections if section.children)
    chapters, bracketed, items, dashes = PROVINCES[name]
    assert len(report.children) == chapters
    assert count(report.children, han=True) == chapters
    assert count(report.children, starts="（(") == bracketed
    assert count(report.children, starts="是") == items
    assert count(report.children, starts="—") == dashes


@pytest.mark.parametrize("name", PROVINCES)
def test_markers_count_on_and_sections_lie_within_each_other(name):
    document, outline = province(name)
    for _, section in flattened(outline.sections):
        ends = [child.section_end for child in section.children]
        starts = [child.span.start for child in section.children]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
        assert all(section.level < child.level for child in section.children)
        assert all(
            section.span.start < start and end <= section.section_end for start, end in zip(starts, ends, strict=True)
        )
        assert section.span.quote(document.text).endswith(section.title)
        numbers = [
            HAN.index(child.marker[1])
            for child in section.children
            if (child.marker or "")[:1] == "（" and len(child.marker) == 3
        ]
        assert numbers == list(range(len(numbers)))


@pytest.mark.parametrize("name", PROVINCES)
def test_a_provincial_report_says_whose_and_of_which_years_it_is(name):
    _, outline = province(name)
    front = outline.front
    assert (front.region, front.issuer) == (name, f"{name}人民政府")
    assert (front.review_year, front.plan_year) == ("2025", "2026")


@pytest.mark.parametrize("path", sorted(GOLD.glob("2026-*.jsonl")) or [GOLD], ids=lambda path: path.stem[-30:])
def test_zones_agree_with_what_readers_found(path):
    """Where two thirds and more of a window's numbers are about one period, its zones say so."""
    if path == GOLD:
        pytest.skip("no ../shared beside the repository: the annotations are not part of it")
    name, window = path.stem.rsplit(".", 1)
    _, outline = outline_of(PLANS / f"{name}.txt")
    shift = int(window.split("-")[0])
    places = zones(outline)
    statements = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    agreeing = sum(
        (each["period"], each["modality"]) in _readings(zone_at(places, each["start"] + shift)) for each in statements
    )
    assert agreeing / len(statements) > 0.9


def _readings(zone):
    """A goal of five years is often one for their last year."""
    yield zone.period, zone.modality
    if zone.modality == "target" and len(zone.period or "") > 4:
        yield zone.period[-4:], zone.modality


def test_the_founding_plan_says_everything_of_itself():
    _, outline = outline_of(PLANS / "zhangdian-2023.txt")
    front = outline.front
    assert all((front.title, front.number, front.issuer, front.region))
    assert (front.review_year, front.plan_year) == ("2022", "2023")


@pytest.mark.parametrize("year", YEARS)
def test_the_outlines_of_one_district_over_five_years(year):
    _, outline = outline_of(PLANS / "formats" / f"海拉尔区_{year}_政府工作报告_gb18030.txt")
    (report,) = outline.sections
    assert (len(report.children), count(report.children, starts="（(")) == YEARS[year]
    assert (outline.front.review_year, outline.front.plan_year) == (str(year - 1), str(year))
