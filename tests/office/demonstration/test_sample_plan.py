"""The sample plan: an official paper in our own words that states the facts of a published one."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from taizhang.office.demonstration.sample_plan import SAMPLE_PLAN_NAME, compose_sample_plan, write_sample_plan
from taizhang.paper.documents.document import Grid
from taizhang.paper.documents.opening import open_document
from taizhang.paper.pipeline import read

REPOSITORY = Path(__file__).parents[3]
PUBLISHED = REPOSITORY.parent / "shared" / "plans" / "zhangdian-2023.txt"
DATA = REPOSITORY / "tests" / "data"

# No stretch of words longer than this, names and figures set aside, is shared with the published plan.
LONGEST_BORROWED_RUN = 10

COLUMNS = {
    "prev_value": ("level", "2022"),
    "prev_growth": ("growth", "2022"),
    "plan_value": ("level", "2023"),
    "plan_growth": ("growth", "2023"),
}
POINTS = [0, 6, 3, 3, 5, 4, 8, 5, 3, 4, 3, 4, 9]
ORDINALS = "一二三四五六七八九"
FIGURE = re.compile(r"\d+(?:\.\d+)?")
FIGURE_WITH_UNIT = re.compile(
    r"[\d.]+[余多]?(?:亿元|万元|万?平方米|平方公里|公里|万余?人次|万人|万户|个百分点|[吨家个处项座条种所天次张场%％])?(?:左右|以上)?"
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / SAMPLE_PLAN_NAME
    write_sample_plan(path)
    return path


@pytest.fixture(scope="module")
def text(path):
    return open_document(path).text


@pytest.fixture(scope="module")
def paper():
    return Document(BytesIO(compose_sample_plan()))


@pytest.fixture(scope="module")
def published():
    if not PUBLISHED.exists():
        pytest.skip("the published plan is not at hand (../shared/plans)")
    return PUBLISHED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def names():
    lines = (DATA / "sample_plan.names.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def run_python(code, **environment):
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=True, capture_output=True, env=os.environ | environment).stdout


# --- The file -------------------------------------------------------------------------------------------------------
def test_the_file_is_the_same_wherever_it_is_composed():
    code = "import sys; from taizhang.office.demonstration.sample_plan import *; sys.stdout.buffer.write(compose_sample_plan())"
    assert run_python(code, PYTHONHASHSEED="7", TZ="Asia/Shanghai") == compose_sample_plan()


def test_composing_it_needs_no_django():
    code = "import sys, taizhang.office.demonstration.sample_plan; print('django' in sys.modules)"
    assert run_python(code).strip() == b"False"


def test_the_first_page_says_that_it_is_not_the_issued_document(paper, text):
    (section,) = paper.sections
    note = "演示文件：依据公开发布的淄博市张店区2023年计划所载事实和数字另行写成，不是原件"
    assert section.first_page_header.paragraphs[0].text == note
    assert "不是原件" in section.header.paragraphs[0].text
    assert "演示文件" not in text


def test_the_page_is_that_of_an_official_paper(paper):
    (section,) = paper.sections
    assert [round(length.mm) for length in (section.page_width, section.page_height)] == [210, 297]
    assert [round(length.mm) for length in (section.top_margin, section.left_margin)] == [37, 28]
    assert section.page_width - section.left_margin - section.right_margin == pytest.approx(Mm(156), abs=Mm(0.1))
    assert section.page_height - section.top_margin - section.bottom_margin == pytest.approx(Mm(225), abs=Mm(0.1))
    assert paper.settings.odd_and_even_pages_header_footer
    assert [footer.paragraphs[0].alignment.name for footer in (section.footer, section.even_page_footer)] == [
        "RIGHT",
        "LEFT",
    ]


@pytest.mark.parametrize(
    ("style", "font", "half_points"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("Heading 1", "黑体", None),
        ("Heading 2", "楷体_GB2312", None),
        ("页码", "宋体", "28"),
    ],
)
def test_every_kind_of_paragraph_has_its_type(paper, style, font, half_points):
    properties = paper.styles[style].element.rPr
    assert properties.find(qn("w:rFonts")).get(qn("w:eastAsia")) == font
    size = properties.find(qn("w:sz"))
    assert (None if size is None else size.get(qn("w:val"))) == half_points


def test_no_paragraph_is_dressed_by_hand_instead_of_by_its_style(paper):
    assert not [paragraph.text for paragraph in paper.paragraphs for run in paragraph.runs if run._r.rPr is not None]


def test_the_annex_is_a_table_with_a_repeated_head_and_merged_cells(paper, path):
    (table,) = paper.tables
    assert sum(column.width for column in table.columns) == pytest.approx(Mm(156), abs=Mm(1))
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert repeated == [True, True] + [False] * 16
    (grid,) = [piece for piece in open_document(path).pieces if isinstance(piece, Grid)]
    across = [cell for cell in grid.cells if cell.column_span == grid.column_count]
    assert len(across) == 4  # the groups
    assert sum(cell.column_span == 2 for cell in grid.cells) == 2 + 1 + 2 * 3 + 2
    assert sum(cell.row_span == 2 for cell in grid.cells) == 2


# --- What it says ---------------------------------------------------------------------------------------------------
def test_headings_are_marked_as_headings(paper):
    styles = Counter(paragraph.style.name for paragraph in paper.paragraphs)
    assert (styles["Title"], styles["Heading 1"], styles["Heading 2"]) == (3, 3, 13)


def test_every_point_of_every_sub_section_is_there(paper):
    points = []
    for paragraph in paper.paragraphs:
        if paragraph.style.name == "Heading 2":
            points.append("")
        elif points and re.match(rf"[{ORDINALS}]是", paragraph.text):
            points[-1] += paragraph.text[0]
    assert points == [ORDINALS[:count] for count in POINTS]


def test_the_inconsistencies_of_the_published_plan_are_kept(text):
    for trap in (
        "社会消费品零售总额增长0.4%",
        "三、社会消费品零售总额\t亿元\t346.1\t1.2",
        "市重大项目45个，总投资596亿元，完成投资119.7亿元",
        "47.2％、21.4％和37.6％",
        "主要预期目标建议为",
        "扣除留抵退税因素影响，增长8.8%",
        "新增城镇就业1万人以上",
        "城镇新增就业人数\t万人\t1.5\t\t1",
        "VOCs削减量\t万吨",
        "COD排放削减量\t万吨",
        "\n附件：\n",
    ):
        assert trap in text
    assert text.count("科苑") == 2
    assert text.count("％") == 9
    assert "关于下达" in text
    assert "现予印发" in text


def test_every_name_is_there(text, names):
    assert [name for name in names if name not in text.replace("\n", "")] == []


def test_every_figure_of_the_published_plan_is_there(text, published):
    theirs, ours = Counter(FIGURE.findall(published)), Counter(FIGURE.findall(text))
    assert not theirs - ours
    assert set(ours - theirs) <= {"5", "2022", "2023"}  # 5G and years in connecting words


def test_nothing_is_borrowed_but_names_and_figures(text, published, names):
    before_the_table, _, _ = text.partition("\n附件：\n")
    ours, theirs = "".join(before_the_table.split()), "".join(published.split())
    assert [name for name in names if name not in theirs] == []
    run = longest_common_run(own_words(ours, names, "\ue000"), own_words(theirs, names, "\ue001"))
    assert run <= LONGEST_BORROWED_RUN


def own_words(text, names, mark):
    """The words alone: each name and figure replaced by a mark, punctuation gone."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, mark)
    return re.sub(rf"[^\w{mark}]", "", FIGURE_WITH_UNIT.sub(mark, text))


def longest_common_run(one, other):
    def share(length):
        runs = {one[start : start + length] for start in range(len(one) - length + 1)}
        return any(other[start : start + length] in runs for start in range(len(other) - length + 1))

    length = 0
    while share(length + 1):
        length += 1
    return length


# --- What we read in it ---------------------------------------------------------------------------------------------
def annotations():
    lines = (DATA / "sample_plan.statements.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def annotated_rows():
    return json.loads((DATA / "sample_plan.table.json").read_text(encoding="utf-8"))


def test_annotations_stand_where_they_say(text):
    for note in annotations():
        assert text[note["start"] : note["end"]] == note["quote"]
    for row in annotated_rows():
        for role, span in row["cell_spans"].items():
            assert span is None or text[slice(*span)] == row[role]


@pytest.fixture(scope="module")
def plan(path):
    return read(path)


def test_nearly_every_statement_is_understood_to_the_last_field(plan):
    notes, left = annotations(), list(plan.statements)
    hits = 0
    for note in notes:
        guess = next((guess for guess in left if states(guess, note)), None)
        if guess:
            left.remove(guess)
            hits += not note["optional"]
    guessed = hits + sum(not stands_on_an_optional_note(guess, notes) for guess in left)
    wanted = sum(not note["optional"] for note in notes)
    assert 2 * hits / (guessed + wanted) >= 0.97


def states(guess, note):
    plain = (guess.span.start, guess.span.end, guess.value, guess.value_high, guess.unit, guess.aspect)
    meant = (guess.bound, guess.period, guess.modality, guess.basis)
    return (
        plain
        == (note["start"], note["end"], *map(number, (note["value"], note["value_high"])), note["unit"], note["aspect"])
        and meant == (note["bound"], note["period"], note["modality"], note["basis"])
        and names_the_same(guess.subject, note["subject"])
    )


def number(text):
    return None if text is None else Decimal(text)


def names_the_same(guess, subject):
    return bool(guess) and (guess in subject or SequenceMatcher(None, guess, subject, autojunk=False).ratio() >= 0.6)


def stands_on_an_optional_note(guess, notes):
    return any(note["optional"] and note["start"] == guess.span.start for note in notes)


def test_the_annex_is_read_row_by_row(plan):
    (table,) = [table for table in plan.tables if table.rows]
    assert len(table.rows) == 12
    for row, note in zip(table.rows, annotated_rows(), strict=True):
        assert (row.group, row.marker, row.label) == (note["group"], note["marker"], note["label"])
        assert (row.indicator, row.unit) == (note["indicator"], note["unit"])
        cells = {(cell.role, cell.year): (cell.text, [cell.span.start, cell.span.end]) for cell in row.cells}
        for column, place in COLUMNS.items():
            if note[column] is not None:
                assert cells[place] == (note[column], note["cell_spans"][column])


def test_the_outline_is_the_plan_s_own(plan, paper):
    def walk(sections):
        for section in sections:
            yield section
            yield from walk(section.children)

    sections = list(walk(plan.outline.sections))
    headings = [section.span.quote(plan.document.text) for section in sections if section.level in {1, 2}]
    marked = [p.text for p in paper.paragraphs if p.style.name in {"Heading 1", "Heading 2"}]
    assert headings == marked
    assert sum(section.level == 3 for section in sections) == sum(POINTS)


def test_the_front_matter_is_understood(plan):
    front = plan.outline.front
    assert (front.number, front.issuer) == ("张发改字〔2023〕19号", "张店区发展和改革局")
    assert front.title == "淄博市张店区2023年国民经济和社会发展计划"
    assert (front.plan_year, front.review_year) == ("2023", "2022")
    assert front.region.endswith("张店区")
