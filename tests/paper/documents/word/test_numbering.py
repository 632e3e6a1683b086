"""The numbers Word prints and does not store are printed here too."""

from collections.abc import Callable

import pytest

from taizhang.paper.documents.list_numbers import written

View = list[str | list[list[str]]]
Read = Callable[[str, bytes], View]
Make = Callable[..., bytes]


def p(text: str, depth: int | None = None, number: str = "1", style: str = "") -> str:
    given = "" if depth is None else f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{given}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lvl(depth: int, form: str, pattern: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def lists(*levels: str, more: str = "") -> str:
    own = f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
    return f'{own}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'


OFFICIAL = (lvl(0, "chineseCounting", "%1、"), lvl(1, "chineseCounting", "（%2）"), lvl(2, "decimal", "%3."))


def test_the_three_levels_of_an_official_document(make_docx: Make, read: Read) -> None:
    body = p("总体", 0) + p("目标", 1) + p("任务", 1) + p("投资", 2) + p("2023年消费", 2) + p("保障", 0) + p("组织", 1)
    assert read("a.docx", make_docx(body, numbering=lists(*OFFICIAL))) == [
        "一、总体", "（一）目标", "（二）任务", "1. 投资", "2. 2023年消费", "二、保障", "（一）组织",
    ]  # fmt: skip


def test_empty_paragraphs_are_not_counted(make_docx: Make, read: Read) -> None:
    body = p("总体", 0) + p("", 0) + p("保障", 0)
    assert read("a.docx", make_docx(body, numbering=lists(*OFFICIAL))) == ["一、总体", "", "二、保障"]


def test_a_style_brings_its_numbering_and_its_depth(make_docx: Make, read: Read) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>'
    )
    levels = (
        lvl(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>'),
        lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>'),
    )
    body = p("总体", style="1") + p("目标", style="2") + p("任务", style="2") + p("无号", 0, number="0", style="1")
    assert read("a.docx", make_docx(body, numbering=lists(*levels), styles=styles)) == [
        "一、总体",
        "（一）目标",
        "（二）任务",
        "无号",
    ]


def test_a_second_list_with_a_start_of_its_own_begins_anew(make_docx: Make, read: Read) -> None:
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = p("甲", 0) + p("乙", 0) + p("丙", 0, "2") + p("丁", 0, "2")
    assert read("a.docx", make_docx(body, numbering=lists(*OFFICIAL, more=anew))) == [
        "一、甲",
        "二、乙",
        "一、丙",
        "二、丁",
    ]


def test_two_lists_of_one_definition_count_on_together(make_docx: Make, read: Read) -> None:
    other = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    assert read("a.docx", make_docx(p("甲", 0) + p("乙", 0, "2"), numbering=lists(*OFFICIAL, more=other))) == [
        "一、甲",
        "二、乙",
    ]


def test_a_level_may_go_on_when_a_higher_one_steps(make_docx: Make, read: Read) -> None:
    levels = (lvl(0, "chineseCounting", "第%1章"), lvl(1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>'))
    body = p("总则", 0) + p("甲", 1) + p("分则", 0) + p("乙", 1)
    assert read("a.docx", make_docx(body, numbering=lists(*levels))) == [
        "第一章 总则",
        "第1条 甲",
        "第二章 分则",
        "第2条 乙",
    ]


def test_a_legal_level_prints_all_numbers_as_arabic(make_docx: Make, read: Read) -> None:
    levels = (lvl(0, "chineseCounting", "%1、"), lvl(1, "chineseCounting", "%1.%2", "<w:isLgl/>"))
    assert read("a.docx", make_docx(p("甲", 0) + p("乙", 1), numbering=lists(*levels))) == ["一、甲", "1.1 乙"]


def test_a_list_defined_through_a_list_style(make_docx: Make, read: Read) -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="公文"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="9"><w:styleLink w:val="公文"/>{OFFICIAL[0]}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="8"/></w:num>'
    )
    assert read("a.docx", make_docx(p("甲", 0), numbering=linked)) == ["一、甲"]


def test_bullets_and_unknown_lists_print_nothing(make_docx: Make, read: Read) -> None:
    assert read("a.docx", make_docx(p("甲", 0) + p("乙", 0, "99"), numbering=lists(lvl(0, "bullet", "\uf0b7")))) == [
        "甲",
        "乙",
    ]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 21, "二十一"),
        ("japaneseCounting", 105, "一百零五"),
        ("ideographDigital", 23, "二三"),
        ("chineseLegalSimplified", 3, "叁"),
        ("ideographTraditional", 2, "乙"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 5, "05"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 28, "BB"),
        ("ideographZodiac", 99, "99"),
        ("unheardOf", 5, "5"),
        ("chineseCounting", 0, "0"),
    ],
)
def test_number_formats(form: str, number: int, expected: str) -> None:
    assert written(number, form) == expected
