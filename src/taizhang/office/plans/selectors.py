"""Selectors of plans (计划的读操作): the list, the head of a plan's pages, how far a reading has come."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When
from django.http import Http404
from django.utils.translation import get_language

from taizhang.office.pages.doors import Grant
from taizhang.office.plans.access import versions_within
from taizhang.office.plans.life.step import Step
from taizhang.office.plans.models import (
    Modality,
    Plan,
    PlanVersion,
    ReadingState,
    Resolution,
    RowKind,
    StatementRecord,
)

# What lists need of a version: never the text and layout, which are as long as the document.
LIGHT_FIELDS = (
    "plan",
    "number",
    "name",
    "media",
    "size",
    "received_at",
    "received_by__name",
    "state",
    "stage",
    "percent",
    "failure_zh",
    "failure_en",
    "document_number",
    "issuer",
    "review_year",
)

# A plan's current version: the one in force; before there is one, the newest that was read; while none was, the newest.
# Until a new draft is read, pages show the one before it, and until an adjustment is approved the plan that holds.
IN_FORCE = Exists(Resolution.objects.filter(version=OuterRef("pk"), is_in_force=True))
CURRENT_FIRST = (
    Case(When(IN_FORCE, then=0), default=1),
    Case(When(state=ReadingState.READ, then=0), default=1),
    "-number",
)


@dataclass(frozen=True, slots=True)
class Understood:
    """Understood (读懂的内容): how much was found in a file."""

    statements: int
    targets: int
    actuals: int
    indicators: int
    projects: int


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """Plan summary (计划概况): one plan as lists and page heads show it.

    Attributes:
        id, version_id, number: the plan, its current version and which one in order that is.
        step: where in its life it stands, a ``life.step.Step``.
        title, region, year, review_year, document_number, issuer: what the document says of itself.
        state, stage, percent, failure: how far reading it has come; ``failure`` in the person's language.
        name, media, size, received_at, received_by: the file.
        understood: what was found in it; None until it is read, and where nobody asked to have it counted.
    """

    id: int
    version_id: int
    number: int
    title: str
    region: str
    year: str
    review_year: str
    document_number: str
    issuer: str
    is_demonstration: bool
    step: str
    state: str
    stage: str
    percent: int
    failure: str
    name: str
    media: str
    size: int
    received_at: datetime
    received_by: str
    understood: Understood | None

    @property
    def step_label(self) -> str:
        """The step in words."""
        return str(Step(self.step).label)

    @property
    def is_read(self) -> bool:
        """Whether there is something to show."""
        return self.state == ReadingState.READ

    @property
    def is_failed(self) -> bool:
        """Whether someone has to do something."""
        return self.state == ReadingState.FAILED

    @property
    def is_pending(self) -> bool:
        """Whether it is worth asking again in a moment."""
        return not self.is_read and not self.is_failed


def version_in_force(plan_id: int) -> int | None:
    """The version a plan is carried out by, by its id; None until one is approved."""
    resolutions = Resolution.objects.filter(plan=plan_id, is_in_force=True)
    return resolutions.values_list("version_id", flat=True).first()


def is_in_force(version_id: int) -> bool:
    """Whether a plan is carried out by this version now: only such a one is monitored."""
    return Resolution.objects.filter(version=version_id, is_in_force=True).exists()


def plans_in_force() -> QuerySet[Plan]:
    """Plans of which a version was approved."""
    return Plan.objects.filter(Exists(Resolution.objects.filter(plan=OuterRef("pk"), is_in_force=True)))


def versions_in_force() -> QuerySet[PlanVersion]:
    """The versions that are carried out now, one a plan."""
    return PlanVersion.objects.filter(IN_FORCE)


def list_plans(grant: Grant | None = None) -> tuple[PlanSummary, ...]:
    """All plans within a grant, newest first, each with its current version among those within it."""
    current: dict[int, PlanVersion] = {}
    for version in reversed(_light_versions(grant).order_by(*CURRENT_FIRST)):
        current[version.plan_id] = version
    newest_first = sorted(
        current.values(), key=lambda version: (version.plan.created_at, version.plan_id), reverse=True
    )
    return _summaries(newest_first)


def get_plan(plan_id: int, grant: Grant | None = None, *, counted: bool = False) -> PlanSummary:
    """One plan with its current version among those within a grant.

    Args:
        counted: whether to count what was understood, which takes two more queries and only lists show.

    Raises:
        Http404: there is none of that id.
    """
    version = _light_versions(grant).filter(plan_id=plan_id).order_by(*CURRENT_FIRST).first()
    if version is None:
        raise Http404
    return _summaries([version])[0] if counted else _summary(version, None)


def version_numbered(plan_id: int, number: int, grant: Grant | None = None) -> int:
    """The version of that number, read; by its id.

    Raises:
        Http404: the plan has no such version, or it was never read.
    """
    reachable = versions_within(grant) if grant else PlanVersion.objects.all()
    versions = reachable.filter(plan_id=plan_id, number=number, state=ReadingState.READ)
    version_id = versions.values_list("id", flat=True).first()
    if version_id is None:
        raise Http404
    return version_id


def version_file(plan_id: int, grant: Grant | None = None) -> PlanVersion:
    """The file a plan was issued as.

    Raises:
        Http404: there is no plan of that id.
    """
    reachable = versions_within(grant) if grant else PlanVersion.objects.all()
    version = (
        reachable
        .filter(plan_id=plan_id)
        .order_by(*CURRENT_FIRST)
        .select_related("plan")
        .only("file", "name", "plan__title")
        .first()
    )
    if version is None:
        raise Http404
    return version


def _light_versions(grant: Grant | None) -> QuerySet[PlanVersion]:
    fields = ("id", *LIGHT_FIELDS, *(f"plan__{name}" for name in PLAN_FIELDS))
    reachable = versions_within(grant) if grant else PlanVersion.objects.all()
    return reachable.select_related("plan", "received_by").only(*fields)


PLAN_FIELDS = tuple(field.name for field in Plan._meta.concrete_fields)


def _summaries(versions: Iterable[PlanVersion]) -> tuple[PlanSummary, ...]:
    versions = list(versions)
    understood = _understood([version.id for version in versions])
    return tuple(_summary(version, understood) for version in versions)


def _summary(version: PlanVersion, understood: dict[int, Understood] | None) -> PlanSummary:
    plan, is_read = version.plan, version.state == ReadingState.READ
    is_english = (get_language() or "").startswith("en")
    return PlanSummary(
        id=plan.id,
        version_id=version.id,
        number=version.number,
        title=plan.title,
        region=plan.region,
        year=plan.year,
        review_year=version.review_year,
        document_number=version.document_number,
        issuer=version.issuer,
        is_demonstration=plan.is_demonstration,
        step=plan.step,
        state=version.state,
        stage=version.get_stage_display(),
        percent=version.percent,
        failure=version.failure_en if is_english else version.failure_zh,
        name=version.name,
        media=version.media,
        size=version.size,
        received_at=version.received_at,
        received_by=version.received_by.name,
        understood=understood.get(version.id, NOTHING) if understood is not None and is_read else None,
    )


NOTHING = Understood(0, 0, 0, 0, 0)


def _understood(version_ids: list[int]) -> dict[int, Understood]:
    rows: Counter[tuple[int, str]] = Counter()
    counted = PlanVersion.objects.filter(id__in=version_ids).values_list("id", "rows__kind")
    for version_id, kind, count in counted.annotate(count=Count("rows")).order_by():
        rows[version_id, kind] = count
    statements = StatementRecord.objects.filter(version__in=version_ids).values("version").order_by()
    counts = statements.annotate(all=Count("id"), targets=Count("id", filter=Q(modality=Modality.TARGET)))
    found = {each["version"]: (each["all"], each["targets"]) for each in counts}
    return {
        version_id: Understood(
            statements=(total := found.get(version_id, (0, 0)))[0],
            targets=total[1],
            actuals=total[0] - total[1],
            indicators=rows[version_id, RowKind.INDICATORS],
            projects=rows[version_id, RowKind.PROJECTS],
        )
        for version_id in version_ids
    }
