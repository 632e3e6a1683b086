"""Roles (角色的页面): who may do what, who holds which role, and what the security administrator does about it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.forms.roles import EndForm, GrantForm
from taizhang.office.accounts.models import User
from taizhang.office.accounts.roles import permissions
from taizhang.office.accounts.selectors import roles as selectors
from taizhang.office.accounts.selectors.people import unit_names
from taizhang.office.accounts.services import roles as services
from taizhang.office.pages.doors import anyone_signed_in, demands
from taizhang.office.pages.errors import ExpectedError


@anyone_signed_in
@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """The table of roles and actions, to be read and printed: it says nothing of any person."""
    return render(request, "accounts/role_table.html", {"table": selectors.role_table(), "today": timezone.localdate()})


@demands("people.view")
@require_safe
def holders(request: HttpRequest) -> HttpResponse:
    """Who holds which role."""
    return render(request, "accounts/role_holders.html", {"holders": selectors.holders(timezone.localdate())})


@demands("people.grant")
def of_person(request: HttpRequest, user_id: int) -> HttpResponse:
    """What one person holds and held; and another role for them."""
    person, today = get_object_or_404(User, pk=user_id), timezone.localdate()
    form = GrantForm(unit_names(), request.POST or None, initial={"valid_from": today})
    form.initial["organisation"] = person.organisation_id
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            services.grant_role(user_id=user_id, wanted=form.wanted(), reason=reason, by=signed_in(request))
        except ExpectedError as refused:
            form.add_error(None, str(refused.message))
        else:
            messages.success(request, _("已授予角色。"))
            return redirect("accounts:roles_of", user_id)
    held = selectors.held_by(user_id, today)
    context = {"person": person, "form": form, "held": held, "is_self": person == signed_in(request)}
    return render(request, "accounts/roles_of_person.html", context, status=422 if form.errors else 200)


@demands("people.grant")
def end(request: HttpRequest, membership_id: int) -> HttpResponse:
    """Take a role back, once a reason is given."""
    held = selectors.held(membership_id, timezone.localdate())
    if held is None:
        raise Http404
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.end_role(membership_id=membership_id, reason=form.cleaned_data["reason"], by=signed_in(request))
        messages.success(request, _("已收回角色，即刻生效。"))
        return redirect("accounts:roles_of", held.user_id)
    role = permissions().roles.get(held.role)
    context = {"held": held, "role": role, "form": form}
    return render(request, "accounts/end_role.html", context, status=422 if form.errors else 200)
