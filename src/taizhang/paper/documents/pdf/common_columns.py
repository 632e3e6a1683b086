"""Common columns (统一栏线): two parts of a table brought to the same columns."""

from collections.abc import Sequence
from dataclasses import replace

from taizhang.paper.documents.pdf.tables import PrintedTable

# Shares of a table's width by which column edges, and the width itself, may differ.
_SAME_EDGE = 0.02
_SAME_WIDTH = 0.05


def on_common_columns(one: PrintedTable, other: PrintedTable) -> tuple[PrintedTable, PrintedTable] | None:
    """Both with the columns of the one that has more of them; None where their columns are not the same ones.

    A part of a table that holds merged cells only, such as the first row of its head, shows fewer lines.
    """
    if abs(_width(one) - _width(other)) > _SAME_WIDTH * _width(one):
        return None
    if one.column_count <= other.column_count:
        finer = _with_columns_of(other, one)
        return (finer, other) if finer else None
    finer = _with_columns_of(one, other)
    return (one, finer) if finer else None


def _width(table: PrintedTable) -> float:
    return table.across[-1] - table.across[0]


def _with_columns_of(finer: PrintedTable, coarser: PrintedTable) -> PrintedTable | None:
    edges = _shares(finer)
    places = [_nearest(share, edges) for share in _shares(coarser)]
    if any(abs(edges[place] - share) > _SAME_EDGE for place, share in zip(places, _shares(coarser), strict=True)):
        return None
    cells = tuple(
        replace(
            cell,
            column=places[cell.column],
            column_span=places[cell.column + cell.column_span] - places[cell.column],
        )
        for cell in coarser.cells
    )
    across = tuple(coarser.across[0] + share * _width(coarser) for share in edges)
    return replace(coarser, cells=cells, across=across)


def _shares(table: PrintedTable) -> list[float]:
    return [(edge - table.across[0]) / _width(table) for edge in table.across]


def _nearest(share: float, edges: Sequence[float]) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - share))
