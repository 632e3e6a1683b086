"""Splitting and merging (拆分与合并): one commitment told apart, several told as one."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from taizhang.office.accounts.access import signed_in
from taizhang.office.commitments import regrouping
from taizhang.office.commitments.access import commitment_within
from taizhang.office.commitments.deeds import Done, NotInForceError, ReasonMissingError
from taizhang.office.commitments.forms import MergeForm, SplitForm
from taizhang.office.commitments.selectors import likeness, parts, story
from taizhang.office.commitments.views.answers import answer, ask
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ChangedMeanwhileError


@demands("commitments.decide", of=commitment_within)
def split(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """Tell the promises of one commitment apart: a line for each."""
    told = _adopted(commitment_id)
    if not parts.is_divisible(told.commitment):
        raise regrouping.NotDivisibleError
    proposed = "\n".join(parts.proposed_lines(told.commitment))
    form = SplitForm(request.POST or None, of=told.commitment, proposed=proposed)
    if request.method == "POST" and form.is_valid():
        try:
            done = _split(request, form, commitment_id)
        except ChangedMeanwhileError as meanwhile:
            form = form.on_top_of(told.commitment)
            return ask(request, "split", told, form, {"meanwhile": meanwhile.message})
        said = _("已拆成 %(count)s 条。") % {"count": len(done.commitments)}
        return answer(request, said, done, otherwise=reverse("commitments:commitment", args=[commitment_id]))
    return ask(request, "split", told, form)


@demands("commitments.decide", of=commitment_within)
def merge(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """Tell as one what is promised in several places; this one survives."""
    told = _adopted(commitment_id)
    words = request.GET.get("q", "") or request.POST.get("q", "")
    form = MergeForm(request.POST or None, of=told.commitment)
    more: dict[str, object] = {"candidates": likeness.candidates_for(told.commitment, words), "words": words}
    if request.method == "POST" and form.is_valid():
        try:
            done = _merged(request, form, commitment_id)
        except ChangedMeanwhileError as meanwhile:
            form = form.on_top_of(told.commitment)
            return ask(request, "merge", told, form, more | {"meanwhile": meanwhile.message})
        except ReasonMissingError:
            form.add_error("reason", _("所选条目的目标数不一样，请写明以哪一处为准、为什么。"))
            return ask(request, "merge", told, form, more)
        said = _("已合并，被合并的条目和出处都保留着。")
        return answer(request, said, done, otherwise=reverse("commitments:commitment", args=[commitment_id]))
    return ask(request, "merge", told, form, more)


def _adopted(commitment_id: int) -> story.Story:
    told = story.get_story(commitment_id)
    if not told.is_adopted:
        raise NotInForceError
    return told


def _split(request: HttpRequest, form: SplitForm, commitment_id: int) -> Done:
    return regrouping.split(
        commitment_id=commitment_id,
        revision=form.cleaned_data["revision"],
        into=form.cleaned_data["lines"],
        by=signed_in(request),
        reason=form.cleaned_data["reason"],
    )


def _merged(request: HttpRequest, form: MergeForm, commitment_id: int) -> Done:
    return regrouping.merge(
        survivor_id=commitment_id,
        revision=form.cleaned_data["revision"],
        others=form.cleaned_data["other"],
        by=signed_in(request),
        reason=form.cleaned_data["reason"],
    )
