"""Held terms (现行责任内容): what assignments say now, read from their rows."""

from django.db.models import Prefetch, QuerySet

from taizhang.office.assignments.models import Assignment, Duty, DutyRole
from taizhang.office.assignments.terms import StepTerms, Terms


def with_terms(assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """With what ``terms_of`` looks at."""
    standing = Prefetch("duties", Duty.objects.filter(ended_at=None), to_attr="standing")
    return assignments.select_related("commitment").prefetch_related(standing, "steps")


def terms_of(assignment: Assignment) -> Terms:
    """What it says now; of an assignment that came ``with_terms``."""
    duties: list[Duty] = assignment.standing  # type: ignore[attr-defined]  # see with_terms
    return Terms(
        lead=next((each.organisation_id for each in duties if each.role == DutyRole.LEAD), None),
        supports=tuple(each.organisation_id for each in duties if each.role == DutyRole.SUPPORT),
        leader=assignment.leader,
        measure=assignment.measure,
        starts_on=assignment.starts_on,
        due_on=assignment.due_on,
        steps=tuple(StepTerms(each.period, each.words, each.value) for each in assignment.steps.all()),
    )
