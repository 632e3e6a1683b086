"""Headings are found by how they count, and nothing else is taken for one."""

import pytest

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.outline.build import build_outline


def test_chapters_sections_and_inline_headings_nest(outline_of, drawn):
    text = (
        "一、农业\n（一）种植业稳中有进。一是粮食增产，总产9万吨。二是蔬菜“北菜南运”、错季上市，面积扩大。\n"
        "（二）林业加快发展。造林3万亩。\n二、工业\n工业平稳。\n"
    )
    assert drawn(outline_of(text).sections) == [
        "一、农业",
        "  （一）种植业稳中有进",
        "    一是粮食增产",
        "    二是蔬菜“北菜南运”、错季上市",
        "  （二）林业加快发展",
        "二、工业",
    ]


def test_levels_are_those_of_the_numbering(outline_of, flat):
    text = "一、农业\n（一）种植业。\n1.粮食。增产。\n2.蔬菜。增收。\n（二）林业。\n二、工业\n一是钢铁，稳产。二是煤炭，保供。"
    levels = [(section.marker, section.level) for section in flat(outline_of(text).sections)]
    assert levels == [
        ("一、", 1),
        ("（一）", 2),
        ("1.", 3),
        ("2.", 3),
        ("（二）", 2),
        ("二、", 1),
        ("一是", 3),
        ("二是", 3),
    ]


def test_parts_and_chapters_push_the_others_down(outline_of, flat):
    text = "第一章 总则\n一、目的\n规范管理。\n二、范围\n全区。\n第二章 附则\n一、解释\n由农业局解释。\n"
    levels = [(section.marker, section.level) for section in flat(outline_of(text).sections)]
    assert levels == [("第一章", 1), ("一、", 2), ("二、", 2), ("第二章", 1), ("一、", 2)]


def test_a_section_ends_where_the_next_begins(outline_of, flat):
    text = "一、农业\n（一）种植业。一是粮食，增产。二是蔬菜，增收。\n（二）林业。造林。\n"
    ends = {
        section.title: text[section.span.start : section.section_end] for section in flat(outline_of(text).sections)
    }
    assert ends["粮食"] == "一是粮食，增产。"
    assert ends["蔬菜"] == "二是蔬菜，增收。"
    assert ends["种植业"] == "（一）种植业。一是粮食，增产。二是蔬菜，增收。"
    assert ends["农业"] == text.rstrip()


def test_a_closing_sentence_belongs_to_no_single_item(outline_of, flat):
    text = "（一）民生。一是教育，新建学校。二是医疗，新建医院。档案、气象等各项事业全面发展。\n（二）生态。造林。\n"
    last = next(section for section in flat(outline_of(text).sections) if section.marker == "二是")
    assert text[last.span.start : last.section_end] == "二是医疗，新建医院。"


@pytest.mark.parametrize(
    "sentence",
    [
        "主要措施包括：一是扩种；二是节水；三是育种。",
        "工作中注意把握：一是早谋划，二是早落实。",
        "具体任务：\n一是扩种；\n二是节水；\n三是育种。",
        "其中第一产业增长，三是指三次产业。",
        "一、二、三产业增加值分别增长。",
        "1.5万亩农田得到改造。",
        "全区统一要求，二要落实。",
    ],
)
def test_lists_within_a_sentence_are_no_headings(outline_of, sentence):
    assert outline_of(f"全区农业稳定。\n{sentence}\n林业发展。\n").sections == ()


def test_a_marker_that_continues_nothing_is_no_heading(outline_of, drawn):
    text = "一、农业\n（一）种植。稳产。\n（二）养殖。增收。\n（七）另有安排。\n二、工业\n平稳。\n"
    assert drawn(outline_of(text).sections) == ["一、农业", "  （一）种植", "  （二）养殖", "二、工业"]


def test_a_number_lost_in_copying_is_forgiven(outline_of, drawn):
    assert drawn(outline_of("一、农业\n稳。\n三、林业\n增。\n四、渔业\n升。\n").sections) == [
        "一、农业",
        "三、林业",
        "四、渔业",
    ]


def test_a_list_that_counts_anew_within_a_chapter_nests_there(outline_of, flat):
    text = "一、农业\n稳。\n二、实事\n一、修路\n修。\n二、引水\n引。\n三、架桥\n架。\n四、建校\n建。\n三、工业\n平。\n"
    levels = {section.title: section.level for section in flat(outline_of(text).sections)}
    assert levels == {"农业": 1, "实事": 1, "修路": 2, "引水": 2, "架桥": 2, "建校": 2, "工业": 1}


def test_dashes_lead_headings_where_words_follow_them(outline_of, drawn):
    text = (
        "工作报告\n——2031年2月3日在会议上\n一、回顾\n——农业稳步发展。粮食增产。\n——林业加快发展。造林增加。\n"
        "二、目标\n——粮食总产9万吨；\n——造林3万亩；\n——肉类2万吨。\n"
    )
    assert drawn(outline_of(text).sections) == [
        "工作报告",
        "  一、回顾",
        "    ——农业稳步发展",
        "    ——林业加快发展",
        "  二、目标",
    ]


def test_an_address_to_the_deputies_ends_the_items_above(outline_of, flat):
    text = "一、回顾\n（一）农业。稳。\n（二）林业。增。\n各位代表！五年来成绩显著。\n二、安排\n抓好春耕。\n"
    outline = outline_of(text)
    section = next(section for section in flat(outline.sections) if section.title == "林业")
    assert text[section.span.start : section.section_end] == "（二）林业。增。"


def test_an_item_of_its_own_paragraphs_goes_on_to_the_next(outline_of, flat):
    text = "一、回顾\n一是农业稳中有进。\n粮食增产。\n蔬菜增收。\n二是林业发展。\n造林增加。\n"
    first = next(section for section in flat(outline_of(text).sections) if section.marker == "一是")
    assert text[first.span.start : first.section_end].endswith("蔬菜增收。")


def test_a_long_sentence_is_a_heading_up_to_its_colon_or_comma(outline_of, flat):
    text = "一、农业\n" + "1.良种工程：" + "选育良种推广良法" * 6 + "。\n2.节水工程：渠道衬砌。\n"
    assert [section.title for section in flat(outline_of(text).sections)] == ["农业", "良种工程", "节水工程"]


def test_a_table_of_contents_is_not_the_headings_it_lists(outline_of, drawn):
    text = (
        "2031年农业报告\n目 录\n一、农业……………1\n（一）种植……………1\n（二）养殖……………2\n二、林业……………3\n三、渔业……………4\n"
        "一、农业\n（一）种植。稳。\n（二）养殖。增。\n二、林业\n增。\n三、渔业\n升。\n"
    )
    assert drawn(outline_of(text).sections) == [
        "2031年农业报告",
        "  一、农业",
        "    （一）种植",
        "    （二）养殖",
        "  二、林业",
        "  三、渔业",
    ]


@pytest.mark.parametrize(
    "markers", [("（一）", "（二）"), ("(一)", "(二)"), ("1．", "2．"), ("1、", "2、"), ("（1）", "（2）"), ("①", "②")]
)
def test_every_way_of_numbering_is_known(outline_of, drawn, markers):
    first, second = markers
    text = f"一、农业\n{first}种植业。粮食稳产。\n{second}畜牧业。肉类增产。\n"
    assert drawn(outline_of(text).sections) == ["一、农业", f"  {first}种植业", f"  {second}畜牧业"]


@pytest.fixture
def markdown_outline():
    def outline(words):
        document = open_bytes("计划.md", words.encode())
        return build_outline(assemble_blocks(document), document.text)

    return outline


def test_headings_that_only_the_format_marks_are_headings(markdown_outline, drawn):
    text = "# 2031年农业报告\n## 种植\n稳。\n### 粮食\n增。\n## 养殖\n升。\n"
    assert drawn(markdown_outline(text).sections) == ["2031年农业报告", "  种植", "    粮食", "  养殖"]


def test_numbered_headings_tell_what_the_levels_of_the_format_stand_for(markdown_outline, flat):
    text = "## 一、种植\n### （一）粮食\n增。\n### （二）蔬菜\n升。\n#### 外销\n多。\n## 二、养殖\n#### 3.生猪\n稳。\n"
    levels = [(section.marker, section.title, section.level) for section in flat(markdown_outline(text).sections)]
    assert levels == [
        ("一、", "种植", 1),
        ("（一）", "粮食", 2),
        ("（二）", "蔬菜", 2),
        (None, "外销", 3),
        ("二、", "养殖", 1),
        ("3.", "生猪", 3),
    ]


def test_body_text_in_the_style_of_a_heading_is_no_heading(markdown_outline):
    assert markdown_outline("## 粮食增产，农民增收。\n## 工作措施：\n" + "## " + "保供稳价" * 20 + "\n").sections == ()
