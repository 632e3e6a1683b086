"""Editing (编辑一条): what one assignment says, drafted freely, after handing out adjusted on the ground of a paper."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from taizhang.office.accounts.access import signed_in
from taizhang.office.assignments.forms import AdjustForm, TermsForm, initial_of
from taizhang.office.assignments.models import Assignment, State
from taizhang.office.assignments.proposals.quarters import even_steps, last_step, level_steps
from taizhang.office.assignments.selectors.held_terms import terms_of, with_terms
from taizhang.office.assignments.selectors.mine import Change, label_of
from taizhang.office.assignments.selectors.proposals import Proposal, propose, with_sources
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.services import drafting, handing_out
from taizhang.office.assignments.services.handing_out import Ground
from taizhang.office.assignments.services.rows import Done
from taizhang.office.assignments.terms import Revised, StepTerms, Terms, differences
from taizhang.office.assignments.views.asking import template, told, units_today
from taizhang.office.commitments.models import Aspect, Commitment
from taizhang.office.commitments.views.answers import came_from, plan_context
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ChangedMeanwhileError
from taizhang.office.plans.selectors import get_plan


@dataclass(frozen=True, slots=True)
class Open:
    """Open (打开的一条): a commitment with the terms that stand, as its form shows them."""

    commitment: Commitment
    assignment: Assignment | None
    terms: Terms
    proposal: Proposal
    units: Units
    year: int

    @property
    def is_out(self) -> bool:
        """Whether units have it already."""
        return self.assignment is not None and self.assignment.state == State.HANDED_OUT

    @property
    def revision(self) -> int:
        """Of the row as it is now."""
        return self.assignment.revision if self.assignment else 0

    @property
    def home(self) -> str:
        """Where to go afterwards."""
        return reverse("assignments:of_plan", args=[self.commitment.version.plan_id])

    def form(self, posted: Any = None, *, initial: Terms | None = None) -> TermsForm:  # noqa: ANN401
        """The form, empty of what was typed or with it."""
        form_class = AdjustForm if self.is_out else TermsForm
        shown = initial_of(initial or self.terms, self.revision, self.units)
        return form_class(posted, initial=shown, units=self.units, year=self.year)


@demands("assignments.edit")
def edit(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """Draft or adjust one; whoever saves what someone else changed meanwhile sees both."""
    held = _open(commitment_id)
    if request.method != "POST":
        return _show(request, held, held.form(initial=_suggested(request, held)))
    form = held.form(request.POST)
    if not form.is_valid():
        return _show(request, held, form)
    try:
        done = _save(request, held, form)
    except ChangedMeanwhileError as error:
        latest = _open(commitment_id)
        both = differences(form.terms(), latest.terms, held.units.name)
        theirs = [Change(label_of(field), mine, other) for field, (mine, other) in both.items()]
        again = latest.form(_with_revision(request, latest.revision))
        return _show(request, latest, again, {"meanwhile": error.message, "theirs": theirs}, status=409)
    said = _("已调整，单位那边会看到改了什么。") if held.is_out else _("已保存。")
    return told(request, said, done=None if held.is_out else done, otherwise=held.home)


def _save(request: HttpRequest, held: Open, form: TermsForm) -> Done:
    revised = Revised(form.terms(), form.cleaned_data["revision"])
    by = signed_in(request)
    if not held.is_out or held.assignment is None:
        return drafting.draft(commitment_id=held.commitment.id, revised=revised, by=by, units=held.units)
    return handing_out.adjust(
        assignment_id=held.assignment.id,
        revised=revised,
        ground=Ground(form.cleaned_data["reason"], form.cleaned_data["document"]),
        by=by,
        units=held.units,
        now=timezone.now(),
    )


def _with_revision(request: HttpRequest, revision: int) -> QueryDict:
    """What was typed, to be saved over what stands now once the person has looked at both."""
    typed = request.POST.copy()
    typed["revision"] = str(revision)
    return typed


def _open(commitment_id: int) -> Open:
    wanted = Commitment.objects.select_related("version__plan")
    commitment = get_object_or_404(
        with_sources(wanted.defer("version__text", "version__layout", "version__bindings")), id=commitment_id
    )
    assignment = with_terms(Assignment.objects.filter(commitment=commitment)).first()
    units = units_today()
    proposal = propose([commitment], units)[commitment.id]
    terms = terms_of(assignment) if assignment else Terms()
    year = (terms.due_on or proposal.due_on or units.today).year
    plan_year = commitment.version.plan.year
    return Open(commitment, assignment, terms, proposal, units, int(plan_year) if plan_year.isdecimal() else year)


def _suggested(request: HttpRequest, held: Open) -> Terms:
    """The terms with what was proposed, where nothing stands yet, and steps as the button asked."""
    terms = held.terms if held.is_out else held.proposal.fill(held.terms)
    steps = _steps(request.GET.get("steps", ""), held)
    return replace(terms, steps=steps) if steps else terms


def _steps(asked: str, held: Open) -> tuple[StepTerms, ...]:
    value = held.commitment.value
    ways = {"even": even_steps, "level": level_steps, "last": last_step}
    if value is None or asked not in ways:
        return ()
    is_rate = held.commitment.aspect == Aspect.GROWTH
    return ways["level" if is_rate and asked == "even" else asked](value, held.year)


def _show(
    request: HttpRequest, held: Open, form: TermsForm, more: dict[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    plan = get_plan(held.commitment.version.plan_id, counted=False)
    context = plan_context(plan, "assignments:of_plan") | {
        "held": held,
        "form": form,
        "is_rate": held.commitment.aspect == Aspect.GROWTH,
        "next": came_from(request, held.home),
        **(more or {}),
    }
    return render(request, template(request, "edit"), context, status=status)
