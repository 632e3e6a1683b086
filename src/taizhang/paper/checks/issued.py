"""Issued (印发件): whether a plan has left the house — a notice with a document number around it."""

from taizhang.paper.checks.case import Case
from taizhang.paper.outline.section import Part


def is_issued(case: Case) -> bool:
    """Whether the document is a numbered notice with a plan; a report to the congress is not, whoever sends it round."""
    front = case.plan.outline.front
    has_notice = any(section.part is Part.NOTICE for section in case.plan.outline.sections)
    return has_notice and front.number is not None and not (front.title or "").endswith("报告")
