"""Indicator tables (指标对照表): annex and text side by side, as the page draws them."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taizhang.office.plans import wording
from taizhang.office.plans.models import Aspect, Modality


@dataclass(frozen=True, slots=True)
class Verdict:
    """Verdict (对照结果): whether text and annex agree on one figure.

    Attributes:
        key: the agreement as bound, or ``none`` where neither gives a number.
        label: the word shown.
        tone, icon: which badge and drawing go with it.
    """

    key: str
    label: Promise
    tone: str
    icon: str


# Worst first: what someone should look at before the rest.
VERDICTS = {
    "differ": Verdict("differ", _("不一致"), "bad", "warning"),
    "bound_differs": Verdict("bound_differs", _("界限词不同"), "caution", "info"),
    "agree": Verdict("agree", _("一致"), "good", "check"),
    "only_table": Verdict("only_table", _("正文未提"), "plain", "dash"),
    "only_text": Verdict("only_text", _("附表未列"), "plain", "dash"),
}
NOTHING = Verdict("none", _("均无数值"), "plain", "dash")
ROWS_OF_A_SCREEN = 20
COUNTED = ("agree", "differ", "bound_differs", "only_table")


@dataclass(frozen=True, slots=True)
class Column:
    """Column (一栏): a period, whether it is past or planned, and which aspect of it.

    Attributes:
        nth: 0, or which one of several alike in its table (预算数 and 调整预算数 of one year).
        head: the printed head, which tells those apart.
    """

    year: str
    modality: str
    aspect: str
    nth: int = 0
    head: str = ""

    @property
    def period(self) -> str:
        """The period as people say it."""
        return wording.period_words(self.year)

    @property
    def modality_label(self) -> str:
        """Its name."""
        return str(Modality(self.modality).label)

    @property
    def label(self) -> str:
        """What stands over it."""
        return self.head or str(Aspect(self.aspect).label)

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What makes two columns the same."""
        return self.year, self.modality, self.aspect, self.nth


@dataclass(frozen=True, slots=True)
class Period:
    """Period (时期栏): columns next to each other about the same time."""

    period: str
    modality: str
    modality_label: str
    columns: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Figure (数): one number as printed, and the id of its mark in the page of the document."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Pair (一对数): what annex and text say in one column."""

    column: Column
    annex: Figure | None
    text: tuple[Figure, ...]
    verdict: Verdict
    is_first: bool

    @property
    def is_said(self) -> bool:
        """Whether either says anything."""
        return bool(self.annex or self.text)


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """Indicator row (指标行): one indicator under every column."""

    group: str
    name: str
    official_name: str
    unit: str
    pairs: tuple[Pair, ...]

    @property
    def worst(self) -> Verdict:
        """The verdict someone should look at first."""
        found = {pair.verdict.key for pair in self.pairs}
        return next((verdict for key, verdict in VERDICTS.items() if key in found), NOTHING)


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """Indicator table (指标对照表): one table of the annex, or what only the text says.

    Attributes:
        title: as printed above it.
        columns: in the order they are printed.
        has_annex: whether there is an annex side at all.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[IndicatorRow, ...]
    has_annex: bool = True

    @property
    def periods(self) -> tuple[Period, ...]:
        """The columns gathered by time."""
        gathered = groupby(self.columns, key=lambda column: (column.period, column.modality, column.modality_label))
        return tuple(Period(*key, columns=len(list(group)) * self.sides) for key, group in gathered)

    @property
    def is_long(self) -> bool:
        """Whether it is longer than a screen, so that its head has to stay while it scrolls."""
        return len(self.rows) > ROWS_OF_A_SCREEN

    @property
    def sides(self) -> int:
        """Annex and text, or the text alone."""
        return 2 if self.has_annex else 1

    @property
    def width(self) -> int:
        """Columns as drawn: name, unit, each side of every column, verdict."""
        return 3 + self.sides * len(self.columns)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Comparison (文表对照).

    Attributes:
        tables: the indicator tables of the annex.
        more: indicators of the catalogue that only the text speaks of; None where there are none.
        counts: verdicts that occur, with how often.
    """

    tables: tuple[IndicatorTable, ...]
    more: IndicatorTable | None
    counts: tuple[tuple[Verdict, int], ...]

    @property
    def conflicts(self) -> tuple[tuple[IndicatorRow, Pair], ...]:
        """Every figure on which text and annex differ, with its row."""
        rows = (row for table in self.tables for row in table.rows)
        return tuple((row, pair) for row in rows for pair in row.pairs if pair.verdict.key == "differ")
