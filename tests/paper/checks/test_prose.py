"""Prose (行文): the running text as one string, and where its words stand in the document."""

from taizhang.paper.checks.prose import write_out
from taizhang.paper.outline.section import Part


def test_words_stand_where_the_document_has_them(plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行，好于预期。粮食增产。
    """
    prose = write_out(plan)
    ((start, end),) = prose.places("粮食")
    assert prose.span(start, end).quote(plan.document.text) == "粮食"
    assert prose.place(prose.span(start, end)) == start
    assert prose.text[slice(*prose.sentence(start))] == "粮食增产"
    assert prose.text[slice(*prose.clause(prose.text.index("好于")))] == "好于预期"


def test_of_words_within_one_another_the_longest_is_found(plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    推进棚户区改造和棚改安置。
    """
    prose = write_out(plan)
    found = [prose.text[start:end] for start, end in prose.places("棚户区", "棚户区改造", "棚改")]
    assert found == ["棚户区改造", "棚改"]


def test_a_place_knows_its_part_and_whether_it_sets_targets(plan):
    """
    云发改字〔2024〕5号

    关于下达云河区2024年国民经济和社会发展计划的通知

    各镇政府，区直各部门：

    现下达给你们，请认真组织实施。

    云河区发展和改革局

    2024年3月4日

    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    推进重点项目。
    """
    prose = write_out(plan)
    assert prose.part(prose.text.index("现下达")) is Part.NOTICE
    assert prose.part(prose.text.index("推进")) is Part.PLAN
    assert prose.sets_targets(prose.text.index("推进"))
    assert not prose.sets_targets(prose.text.index("经济平稳"))


def test_words_of_a_table_stand_nowhere_in_the_prose(plan):
    """
    云河区2024年国民经济和社会发展计划

    指标名称	单位	2023年完成	2024年计划
    地区生产总值	亿元	512.6	540
    粮食产量	万吨	12.1	12.3
    """
    (table,) = plan.tables
    assert write_out(plan).place(table.rows[0].cells[0].span) is None
