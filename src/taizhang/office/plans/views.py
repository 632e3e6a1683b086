"""Views of plans (计划的页面)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from taizhang.office.plans.models import Plan


def plan_list(request: HttpRequest) -> HttpResponse:
    """All plans, newest first."""
    return render(request, "plans/list.html", {"plans": Plan.objects.all()})
