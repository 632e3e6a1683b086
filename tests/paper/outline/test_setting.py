"""Every place of a document knows which years it is about when its sentence does not say."""

import pytest

from taizhang.paper.outline.setting import zone_at, zones


@pytest.fixture
def told(outline_of):
    """What the place of some words is told."""

    def told(text, words):
        zone = zone_at(zones(outline_of(text)), text.index(words))
        return zone.period, zone.modality

    return told


PLAN = (
    "河湾县2031年农业计划\n一、2030年计划执行情况\n（一）种植业。粮食增产。\n（二）林业。造林增加。\n"
    "二、2031年主要目标\n2030年，基础不断巩固。\n粮食目标为九万吨。\n三、保障措施\n加强领导。\n"
)


def test_a_chapter_tells_by_its_heading(told):
    assert told(PLAN, "粮食增产") == ("2030", "actual")
    assert told(PLAN, "造林增加") == ("2030", "actual")
    assert told(PLAN, "粮食目标") == ("2031", "target")


def test_in_a_chapter_of_one_year_another_year_holds_for_its_paragraph(told):
    assert told(PLAN, "基础不断巩固") == ("2030", "actual")


def test_a_chapter_that_names_no_year_goes_on(told):
    assert told(PLAN, "加强领导") == ("2031", "target")


REPORT = (
    "2031年河湾县政府工作报告\n一、2030年和“十五五”时期工作回顾\n2030年，农业稳定。\n（一）种植。粮食增产。\n（二）养殖。肉类增产。\n"
    "各位代表！2030年是“十五五”收官之年。五年来，农村面貌一新。\n——道路通畅。修路百里。\n——饮水安全。引水到户。\n"
    "二、“十六五”时期目标\n农村更美。\n三、2031年工作安排\n（一）种植。抓好春耕。\n（二）养殖。扩大存栏。\n"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("农业稳定", ("2030", "actual")),
        ("肉类增产", ("2030", "actual")),
        ("农村面貌", ("2026-2030", "actual")),
        ("引水到户", ("2026-2030", "actual")),
        ("农村更美", ("2031-2035", "target")),
        ("抓好春耕", ("2031", "target")),
        ("扩大存栏", ("2031", "target")),
    ],
)
def test_where_a_chapter_names_two_periods_its_paragraphs_tell(told, words, expected):
    assert told(REPORT, words) == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("过去五年，成绩显著。", ("2026-2030", "actual")),
        ("五年来，成绩显著。", ("2026-2030", "actual")),
        ("“十五五”时期，成绩显著。", ("2026-2030", "actual")),
        ("透过一年回望五年，感慨良多。这五年，成绩显著。", ("2030", "actual")),
        ("各位代表！透过一年回望。这五年，成绩显著。", ("2026-2030", "actual")),
        ("过去一年，成绩显著。", ("2030", "actual")),
        ("刚刚过去的2030年，成绩显著。", ("2030", "actual")),
        ("今年以来，成绩显著。", ("2031", "actual")),
        ("今后五年，成绩可期。", ("2031-2035", "target")),
        ("2028年6月，成绩显著。", ("2030", "actual")),
        ("五年看头年，成绩显著。", ("2030", "actual")),
    ],
)
def test_a_paragraph_tells_by_how_it_begins(told, lead, expected):
    text = f"2031年河湾县政府工作报告\n一、工作回顾\n{lead}\n二、2031年安排\n春耕。\n"
    assert told(text, "成绩") == expected


def test_sections_side_by_side_are_about_the_same_years(told):
    text = (
        "2031年河湾县政府工作报告\n一、2030年和“十五五”时期回顾\n2030年，稳定。\n（一）种植。增产。\n五年来，累计修渠百里。\n"
        "（二）养殖。存栏扩大。\n二、2031年安排\n春耕。\n"
    )
    assert told(text, "累计修渠") == ("2026-2030", "actual")
    assert told(text, "存栏扩大") == ("2030", "actual")


def test_a_part_of_a_year_is_told_as_such(told):
    text = (
        "河湾县2031年上半年农业运行情况\n一、2031年上半年农业生产\n夏粮增产。\n二、2031年前三季度畜牧业\n存栏增加。\n"
    )
    assert told(text, "夏粮") == ("2031H1", "actual")
    assert told(text, "存栏") == ("2031Q3", "actual")


def test_a_bulletin_reports_throughout(told):
    text = "河湾县2030年统计公报\n一、综合\n稳。\n二、固定资产投资\n投资增长。\n注释：\n1.初步数。\n"
    assert told(text, "投资增长") == ("2030", "actual")
    assert told(text, "初步数") == (None, None)


def test_a_zone_knows_the_sections_it_stands_in(outline_of):
    zone = zone_at(zones(outline_of(PLAN)), PLAN.index("造林增加"))
    assert [section.marker for section in zone.path] == ["一、", "（二）"]


def test_zones_cover_the_text_from_its_start(outline_of):
    starts = [zone.start for zone in zones(outline_of(REPORT))]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
