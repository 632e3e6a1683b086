"""Annex (附表): the targets of an indicator table, and which figures of the text say the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from taizhang.office.commitments.suggestions.baselines import annex_baseline, cell_origin, cell_unit
from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.material import AnnexRow, Material
from taizhang.office.commitments.suggestions.suggestion import Doubt, Kind, Origin, Suggestion
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.commitments.suggestions.wording import in_chinese
from taizhang.office.plans.models import Aspect, Modality, RowKind, TableCellRecord

IN_WORDS = frozenset({"qualitative", "assigned"})
DOUBTS = {"differ": Doubt.TEXT_AND_ANNEX_DIFFER, "bound_differs": Doubt.BOUNDS_DIFFER}
SHORTEST_TAIL = 5  # of a row's name that a clause may begin with instead of the whole


@dataclass(frozen=True, slots=True)
class AnnexTarget:
    """Annex target (附表目标): what one row promises in one respect.

    Attributes:
        row: the row.
        cells: the cell; several where the same words stand under both level and growth.
        target: what it promises.
    """

    row: AnnexRow
    cells: tuple[TableCellRecord, ...]
    target: Target

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where it is written."""
        return tuple(cell_origin(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Partner:
    """Partner (附表对应): the annex target about the same as a figure of the text, and whether the two agree."""

    target: AnnexTarget
    agreement: str


def annex_targets(material: Material) -> tuple[AnnexTarget, ...]:
    """Every target of every indicator row; a dash or a blank promises nothing."""
    return tuple(
        target
        for row in material.rows
        if row.record.kind == RowKind.INDICATORS
        for target in (*_in_figures(row, material.plan_year), *_in_words(row, material.plan_year))
    )


def partners(material: Material, targets: Iterable[AnnexTarget]) -> Mapping[str, Partner]:
    """For the key of a suggestion made of a figure the annex target about the same, as the reading bound the two."""
    by_cell = {cell.id: target for target in targets for cell in target.cells}
    return {
        f"s{pair.statement_id}": Partner(by_cell[pair.cell_id], pair.agreement)
        for pair in material.pairs
        if pair.cell_id in by_cell
    }


def with_annex(suggestion: Suggestion, partner: Partner) -> Suggestion:
    """A suggestion of the text together with what the annex says of the same."""
    target = partner.target
    doubt = DOUBTS.get(partner.agreement)
    return replace(
        suggestion,
        kind=Kind.INDICATOR,
        indicator=suggestion.indicator or target.row.record.code,
        baseline=annex_baseline(target.row, target.target.aspect, target.target.expression) or suggestion.baseline,
        origins=(*suggestion.origins, *target.origins),
        doubts=(*suggestion.doubts, doubt) if doubt else suggestion.doubts,
        row_id=target.row.record.id,
    )


def row_named_by(clause: str, rows: Iterable[AnnexRow]) -> tuple[AnnexRow, str] | None:
    """The one row whose indicator a clause names first of all, and the words it does so in."""
    found = [(row, name) for row in rows if (name := _opening(clause, row.record.indicator))]
    return found[0] if len(found) == 1 else None


def annex_suggestion(material: Material, target: AnnexTarget) -> Suggestion:
    """A target that only the annex gives; its row stands for the sentence."""
    record, row = target.row.record, Stretch(target.row.record.start, target.row.record.end)
    return Suggestion(
        kind=Kind.INDICATOR,
        title=f"{record.indicator}{in_chinese(target.target)}",
        subject=record.indicator,
        indicator=record.code,
        target=target.target,
        baseline=annex_baseline(target.row, target.target.aspect, target.target.expression),
        sentence=row,
        sentence_words=row_words(material.text, row),
        clause=target.origins[0].stretch,
        section=material.section(row.start),
        origins=target.origins,
        row_id=record.id,
    )


def row_words(text: str, row: Stretch) -> str:
    """A table row as one line of words, a wide blank between its cells."""
    return "\u3000".join(text[row.start : row.end].split())


def _opening(clause: str, name: str) -> str:
    """The name, or so much of its end as is still telling, if the clause begins with it."""
    for start in range(max(1, len(name) - SHORTEST_TAIL + 1)):
        if name[start:] and clause.startswith(name[start:]):
            return name[start:]
    return ""


def _in_figures(row: AnnexRow, plan_year: str) -> Iterator[AnnexTarget]:
    for cell in row.cells:
        if cell.modality == Modality.TARGET and cell.value is not None:
            target = Target(
                aspect=cell.role,
                value=cell.value,
                value_high=cell.value_high,
                unit=cell_unit(row, cell),
                bound=cell.bound,
                period=cell.year or plan_year,
            )
            yield AnnexTarget(row, (cell,), target)


def _in_words(row: AnnexRow, plan_year: str) -> Iterator[AnnexTarget]:
    """One target for each thing said, however many columns say it."""
    said: dict[str, list[TableCellRecord]] = {}
    for cell in row.cells:
        if cell.modality == Modality.TARGET and cell.kind in IN_WORDS:
            said.setdefault(cell.text, []).append(cell)
    for words, cells in said.items():
        target = Target(aspect=Aspect.LEVEL, period=cells[0].year or plan_year, expression=words)
        yield AnnexTarget(row, tuple(cells), target)
