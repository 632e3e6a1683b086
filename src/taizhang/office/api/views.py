"""Views of the API (接口的页面): a person's tokens, and the description for whoever writes a program."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe
from ninja.responses import NinjaJSONEncoder

from taizhang.office.accounts.access import signed_in
from taizhang.office.api import tokens
from taizhang.office.api.forms import TokenForm
from taizhang.office.api.interface import api
from taizhang.office.api.reference import chapters
from taizhang.office.pages.doors import anyone_signed_in


@anyone_signed_in
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Every operation, what it demands, and an example of each."""
    context = {
        "chapters": chapters(json.loads(_described()), tokens.action_names()),
        "site": request.build_absolute_uri("/").removesuffix("/"),
    }
    return render(request, "api/reference.html", context)


@anyone_signed_in
@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """The OpenAPI description, for tools."""
    return HttpResponse(_described(), content_type="application/vnd.oai.openapi+json;version=3.1")


@anyone_signed_in
@never_cache
@sensitive_variables("made")
def own_tokens(request: HttpRequest) -> HttpResponse:
    """A person's tokens; a new one is shown this once."""
    user = signed_in(request)
    form = TokenForm(request.POST or None, user=user)
    made = tokens.issue(user=user, **form.cleaned_data) if request.method == "POST" and form.is_valid() else None
    context = {
        "form": TokenForm(user=user) if made else form,
        "made": made,
        "held": tokens.held_by(user),
    }
    return render(request, "api/tokens.html", context, status=422 if form.errors else 200)


@anyone_signed_in
@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    """Make one of one's own tokens useless."""
    token = tokens.revoke(token_id=token_id, by=signed_in(request))
    messages.success(request, _("令牌“%(name)s”已作废，用它的程序从现在起进不来。") % {"name": token.name})
    return redirect("api_pages:tokens")


@anyone_signed_in
@require_safe
def account_slot(request: HttpRequest) -> HttpResponse:
    """What the page of one's own account shows of tokens."""
    return render(request, "api/account_slot.html", {"count": tokens.tokens_of(signed_in(request)).count()})


def _described() -> str:
    schema = api.get_openapi_schema(path_prefix=reverse("api_pages:api:api-root"))
    return json.dumps(schema, cls=NinjaJSONEncoder, ensure_ascii=False, indent=1)
