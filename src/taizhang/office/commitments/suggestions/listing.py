"""Listing (项目清单): every row of a project list is a project."""

from collections.abc import Iterator

from taizhang.office.commitments.suggestions.annex import row_words
from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.material import AnnexRow, Material
from taizhang.office.commitments.suggestions.suggestion import Chapter, Kind, Origin, Passage, Place, Suggestion
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.plans.models import RowKind

NAME_HEADS = ("项目名称", "工程名称", "名称", "项目")
NUMBER_HEADS = ("序号", "编号", "代码")


def project_chapters(material: Material) -> Iterator[Chapter]:
    """One chapter a list."""
    lists: dict[int, list[AnnexRow]] = {}
    for row in material.rows:
        if row.record.kind == RowKind.PROJECTS and _name(row):
            lists.setdefault(row.record.table, []).append(row)
    for table, rows in lists.items():
        passages = tuple(_passage(material, row) for row in rows)
        yield Chapter(f"t{table}", material.section(passages[0].stretch.start), False, passages)


def _passage(material: Material, row: AnnexRow) -> Passage:
    place = Stretch(row.record.start, row.record.end)
    printed = " ".join(row.record.texts) or row_words(material.text, place)
    suggestion = Suggestion(
        kind=Kind.PROJECT,
        title=_name(row),
        subject=_name(row),
        indicator="",
        target=Target(period=material.plan_year, expression=_particulars(row)),
        baseline=None,
        sentence=place,
        sentence_words=printed,
        clause=place,
        section=material.section(place.start),
        origins=(Origin(Place.ROW, row.record.id, place, _name(row)),),
        row_id=row.record.id,
    )
    return Passage(place, printed, row.record.group, (suggestion,))


def _name(row: AnnexRow) -> str:
    """The cell under the head that names the project; a heading inside the list, alone in its row, is none."""
    filled = [text for text in row.record.texts if text.strip()]
    if len(filled) < min(2, len(row.record.heads)):
        return ""
    for wanted in NAME_HEADS:
        for head, text in zip(row.record.heads, row.record.texts, strict=False):
            if wanted in head.split("/")[-1] and text.strip():
                return str(text).strip()
    return row.record.label.strip()


def _particulars(row: AnnexRow) -> str:
    """What the other columns say, head by head."""
    name = _name(row)
    pairs = zip(row.record.heads, row.record.texts, strict=False)
    return "；".join(
        f"{head.split('/')[-1]} {text.strip()}"
        for head, text in pairs
        if text.strip() and text.strip() != name and not head.endswith(NUMBER_HEADS)
    )
