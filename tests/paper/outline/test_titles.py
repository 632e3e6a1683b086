"""The notice around a plan, the plan, its annexes, and several papers bound together."""

from taizhang.paper.outline.section import Part

NOTICE = """农发〔2031〕7号
关于印发河湾县
2031年农业发展计划的通知

各乡镇人民政府：

现将计划印发给你们。

河湾县农业农村局
2031年3月5日

河湾县2031年农业发展计划

一、2030年计划执行情况
粮食增产。
二、2031年主要任务
抓好春耕。

附件：2031年农业发展主要指标
附件：

2031年农业发展主要指标
略
"""


def test_notice_plan_and_annex_are_told_apart(outline_of):
    parts = [(section.part, section.level) for section in outline_of(NOTICE).sections]
    assert parts == [(Part.NOTICE, 0), (Part.PLAN, 0), (Part.ANNEX, 0)]


def test_a_title_of_two_lines_is_quoted_with_its_line_break(outline_of):
    notice = outline_of(NOTICE).sections[0]
    assert notice.title == "关于印发河湾县\n2031年农业发展计划的通知"
    assert notice.span.quote(NOTICE) == notice.title
    assert NOTICE[: notice.section_end].endswith("2031年3月5日")


def test_an_annex_is_only_named_where_its_head_stands_below(outline_of):
    plan, annex = outline_of(NOTICE).sections[1:]
    assert (annex.marker, annex.title) == ("附件：", "2031年农业发展主要指标")
    assert annex.title_start == NOTICE.rindex("2031年农业发展主要指标")
    assert NOTICE[: plan.section_end].endswith("附件：2031年农业发展主要指标")
    assert NOTICE[: plan.children[-1].section_end].endswith("抓好春耕。")


def test_headings_of_an_annex_count_by_themselves(outline_of, drawn):
    text = "2031年工作报告\n一、回顾\n稳。\n二、安排\n抓。\n附件1\n2031年民生实事\n一、修路\n修。\n二、引水\n引。\n附件2\n名词解释\n1.北菜南运：蔬菜外销。\n2.旱改水：改种水稻。\n"
    assert drawn(outline_of(text).sections) == [
        "2031年工作报告",
        "  一、回顾",
        "  二、安排",
        "附件12031年民生实事",
        "  一、修路",
        "  二、引水",
        "附件2名词解释",
        "  1.北菜南运",
        "  2.旱改水",
    ]


def test_a_notice_alone_is_the_plan(outline_of):
    (only,) = outline_of("关于做好2031年春耕工作的通知\n一、备足农资\n备。\n二、修好水渠\n修。\n").sections
    assert only.part is Part.PLAN
    assert [section.title for section in only.children] == ["备足农资", "修好水渠"]


def test_a_plan_attached_to_its_notice_is_no_annex(outline_of):
    text = "关于印发计划的通知\n现印发给你们。\n2031年3月5日\n附件\n河湾县2031年农业计划\n一、目标\n增产。\n二、任务\n春耕。\n"
    notice, plan = outline_of(text).sections
    assert (notice.part, plan.part) == (Part.NOTICE, Part.PLAN)
    assert (plan.marker, plan.title, len(plan.children)) == ("附件", "河湾县2031年农业计划", 2)


def test_several_papers_in_one_file_each_have_their_title(outline_of, drawn):
    text = "2030年农业公报\n一、种植\n稳。\n二、养殖\n增。\n2031年农业公报\n一、种植\n增。\n二、养殖\n稳。\n"
    assert drawn(outline_of(text).sections) == [
        "2030年农业公报",
        "  一、种植",
        "  二、养殖",
        "2031年农业公报",
        "  一、种植",
        "  二、养殖",
    ]


def test_numbers_in_notes_mark_no_headings(outline_of, drawn):
    text = "2031年农业公报\n一、种植\n稳。\n二、养殖\n增。\n注释：\n1.数据为初步数。\n2.部分数据因进位不等。\n"
    assert drawn(outline_of(text).sections) == ["2031年农业公报", "  一、种植", "  二、养殖", "注释"]
