"""People (人员): the list of accounts, and what the two administrators do to one."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.forms.people import (
    CertificateForm,
    NewPersonForm,
    PeopleFilterForm,
    PersonForm,
    ReasonForm,
)
from taizhang.office.accounts.models import User
from taizhang.office.accounts.selectors.people import (
    PersonRow,
    State,
    people_page,
    person_row,
    role_choices,
    unit_names,
)
from taizhang.office.accounts.services import factors, people
from taizhang.office.accounts.services.people import Newcomer
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ChangedMeanwhileError


@demands("people.view")
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Who has an account."""
    wanted = PeopleFilterForm(request.GET).wanted()
    context = {
        "people": people_page(wanted, timezone.now()),
        "wanted": wanted,
        "units": unit_names(),
        "roles": role_choices(),
        "states": State.choices,
    }
    return render(request, "accounts/people.html", context)


@demands("people.view")
@require_safe
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One account."""
    return _show_person(request, user_id)


@demands("people.edit")
@never_cache
def create(request: HttpRequest) -> HttpResponse:
    """A new account; its first password is shown in the answer and nowhere else."""
    form = NewPersonForm(unit_names(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        username = form.cleaned_data["username"]
        made = people.create_person(username=username, particulars=form.particulars(), by=signed_in(request))
        return _show_password(request, made, _("账号已建立"))
    return render(request, "accounts/person_form.html", {"form": form, "person": None})


@demands("people.edit")
def adjust(request: HttpRequest, user_id: int) -> HttpResponse:
    """Put what is written down right; where somebody else did so meanwhile, both are shown."""
    row = _row(user_id)
    known = {"name": row.name, "organisation": row.organisation_id, "email": row.email, "phone": row.phone}
    form = PersonForm(unit_names(), request.POST or None, initial=known | {"revision": row.revision})
    context: dict[str, object] = {"form": form, "person": row}
    if request.method == "POST" and form.is_valid():
        revision = form.cleaned_data["revision"]
        try:
            people.adjust_person(
                user_id=user_id,
                particulars=form.particulars(),
                revision=-1 if revision is None else revision,
                by=signed_in(request),
            )
        except ChangedMeanwhileError as error:
            form.data = request.POST.dict() | {"revision": str(row.revision)}
            context |= {"conflict": error.message}
            return render(request, "accounts/person_form.html", context, status=error.status)
        messages.success(request, _("已保存。"))
        return redirect("accounts:person", user_id)
    return render(request, "accounts/person_form.html", context)


@demands("people.edit")
@require_POST
def stop(request: HttpRequest, user_id: int) -> HttpResponse:
    """Nobody signs in with it any more."""
    return _done(request, people.stop_account, user_id, _("账号已停用，正在使用的登录都已退出。"))


@demands("people.edit")
@require_POST
def restart(request: HttpRequest, user_id: int) -> HttpResponse:
    """It may be used again."""
    return _done(request, people.restart_account, user_id, _("账号已恢复使用。"))


@demands("people.edit")
@require_POST
def unlock(request: HttpRequest, user_id: int) -> HttpResponse:
    """Somebody failed too often and may try again."""
    return _done(request, people.unlock, user_id, _("已解锁，现在可以登录。"))


@demands("people.edit")
@require_POST
@never_cache
def reset_password(request: HttpRequest, user_id: int) -> HttpResponse:
    """A one-time password, shown in the answer and nowhere else."""
    _row(user_id)
    made = people.reset_password(user_id=user_id, by=signed_in(request))
    return _show_password(request, made, _("密码已重设"))


@demands("people.reset_factor")
@require_POST
def reset_factor(request: HttpRequest, user_id: int) -> HttpResponse:
    """For somebody who lost the telephone."""
    form = ReasonForm(request.POST)
    _row(user_id)
    if not form.is_valid():
        return _show_person(request, user_id, reset=form)
    factors.reset_factor(user_id=user_id, reason=form.cleaned_data["reason"], by=signed_in(request))
    messages.success(request, _("第二因子已重设，下次登录时重新启用。"))
    return redirect("accounts:person", user_id)


@demands("people.reset_factor")
@require_POST
def register_certificate(request: HttpRequest, user_id: int) -> HttpResponse:
    """Whose certificate it is."""
    form = CertificateForm(request.POST)
    _row(user_id)
    if not form.is_valid():
        return _show_person(request, user_id, certificate=form)
    factors.register_certificate(user_id=user_id, by=signed_in(request), **form.cleaned_data)
    messages.success(request, _("证书已登记。"))
    return redirect("accounts:person", user_id)


def _show_person(request: HttpRequest, user_id: int, **forms: object) -> HttpResponse:
    blank = {"reset": ReasonForm(), "certificate": CertificateForm()}
    context = {"person": _row(user_id), "has_certificates": bool(settings.CERTIFICATE_HEADER), **blank, **forms}
    return render(request, "accounts/person.html", context, status=422 if forms else 200)


def _show_password(request: HttpRequest, made: Newcomer, done: str) -> HttpResponse:
    return render(request, "accounts/one_time_password.html", {"made": made, "done": done})


def _done(request: HttpRequest, service: Callable[..., User], user_id: int, said: str) -> HttpResponse:
    _row(user_id)
    service(user_id=user_id, by=signed_in(request))
    messages.success(request, said)
    return redirect("accounts:person", user_id)


def _row(user_id: int) -> PersonRow:
    row = person_row(user_id, timezone.now())
    if row is None:
        raise Http404
    return row
