"""Every row of a project list is a project."""

from taizhang.office.commitments.suggestions.listing import project_chapters
from taizhang.office.commitments.suggestions.material import AnnexRow, Material
from taizhang.office.plans.layout import Layout
from taizhang.office.plans.models import TableRowRecord

HEADS = ["序号", "项目名称", "总投资（亿元）", "建设内容"]


def material(*rows):
    records = [
        TableRowRecord(
            id=number, kind="projects", table=3, heads=HEADS, texts=list(texts), label=texts[0], start=0, end=9
        )
        for number, texts in enumerate(rows, start=1)
    ]
    return Material("一 二 三 四 五", Layout((), ()), (), tuple(map(AnnexRow, records)), (), "2024", "2023")


def test_a_row_becomes_a_project_with_its_particulars():
    (chapter,) = project_chapters(material(("1", "南山隧道", "12.5", "双洞四车道")))
    (project,) = chapter.suggestions
    assert (project.kind, project.subject, project.key) == ("project", "南山隧道", "r1")
    assert project.target.expression == "总投资（亿元） 12.5；建设内容 双洞四车道"


def test_a_heading_inside_the_list_is_no_project():
    (chapter,) = project_chapters(material(("一、交通", "", "", ""), ("1", "南山隧道", "12.5", "")))
    assert [each.subject for each in chapter.suggestions] == ["南山隧道"]


def test_without_a_list_there_is_no_chapter():
    assert list(project_chapters(material())) == []
