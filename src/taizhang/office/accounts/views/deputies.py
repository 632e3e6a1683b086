"""Deputies (代理的页面): whom a person names to stand in for them, and for whom they stand in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.forms.roles import DeputyForm
from taizhang.office.accounts.selectors.roles import colleagues, deputyships_of, unit_names_of
from taizhang.office.accounts.services import deputies as services
from taizhang.office.pages.doors import anyone_signed_in
from taizhang.office.pages.errors import ExpectedError


@anyone_signed_in
def deputies(request: HttpRequest) -> HttpResponse:
    """One's own deputies; and another, for a while."""
    person, today = signed_in(request), timezone.localdate()
    others = colleagues(person, today)
    form = DeputyForm(others, unit_names_of(others), request.POST or None, initial={"first": today})
    if request.method == "POST" and form.is_valid():
        unit, other = form.place()
        try:
            services.name_deputy(
                absent=person,
                deputy_id=other,
                organisation_id=unit,
                during=form.during(),
                reason=form.cleaned_data["reason"],
            )
        except ExpectedError as refused:
            form.add_error(None, str(refused.message))
        else:
            messages.success(request, _("已指定代理人，对方登录后即可代您办理。"))
            return redirect("accounts:deputies")
    for_me, by_me = deputyships_of(person, today)
    context = {"form": form, "for_me": for_me, "by_me": by_me, "can_name": any(others.values())}
    return render(request, "accounts/deputies.html", context, status=422 if form.errors else 200)


@anyone_signed_in
@require_POST
def end(request: HttpRequest, deputy_id: int) -> HttpResponse:
    """Back at the desk; only whoever named a deputy ends it."""
    services.end_deputy(deputy_id=deputy_id, by=signed_in(request))
    messages.success(request, _("代理已结束。"))
    return redirect("accounts:deputies")
