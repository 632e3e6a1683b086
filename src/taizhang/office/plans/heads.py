"""Heads of a plan's pages (计划页的页头): what every page of one plan shows above its own content."""

from django.conf import settings

from taizhang.office.pages import navigation
from taizhang.office.plans.selectors import PlanSummary


def plan_context(plan: PlanSummary, current: str) -> dict[str, object]:
    """The plan and the tabs of its pages; ``current`` is the address name of the tab shown."""
    return {"plan": plan, "plan_sections": navigation.links(settings.PLAN_SECTIONS, [plan.id], current)}
