"""Whatever the text, an outline is made, and it is lawful."""

from hypothesis import given
from hypothesis import strategies as st

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.documents.document import Document, Line, Origin
from taizhang.paper.outline.build import build_outline
from taizhang.paper.outline.setting import zones
from taizhang.paper.spans import Span

PIECES = [
    *(
        "一、",
        "二、",
        "三、",
        "（一）",
        "（二）",
        "一是",
        "二是",
        "一要",
        "1.",
        "2.",
        "（1）",
        "①",
        "——",
        "第一章",
        "附件",
        "附件1：",
        "注释：",
    ),
    *(
        "2030年",
        "2031年",
        "“十五五”",
        "五年来，",
        "河湾县",
        "计划",
        "报告",
        "关于",
        "的通知",
        "回顾",
        "目标",
        "各位代表！",
        "目录",
        "……1",
    ),
    *("农业。", "林业；", "，", "：", "增长5%", "\n", "\n", "\n\n", "　　", " "),
]


def document_of(text):
    lines = []
    start = 0
    for words in text.split("\n"):
        lines.append(Line(Span(start, start + len(words))))
        start += len(words) + 1
    return Document(text, tuple(lines), Origin("计划.txt", "txt", "0" * 64, len(text)))


def lawful(sections, start, end, level):
    for section in sections:
        assert start <= section.span.start <= section.title_start <= section.span.end <= section.section_end <= end
        assert section.level > level
        lawful(section.children, section.span.start, section.section_end, section.level)
        start = section.section_end


@given(st.lists(st.sampled_from(PIECES), max_size=80).map("".join) | st.text(max_size=200))
def test_sections_nest_and_zones_cover_the_text(text):
    document = document_of(text)
    outline = build_outline(assemble_blocks(document), text)
    lawful(outline.sections, 0, len(text), -1)
    starts = [zone.start for zone in zones(outline)]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
