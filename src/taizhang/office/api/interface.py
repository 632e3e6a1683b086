"""Interface (接口总成): the routes under ``/api/v1/``, how they answer, and what they say when they cannot."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from taizhang.office.accounts.doorkeeper import note_refusal
from taizhang.office.api.doorkeeping import TokenHeader
from taizhang.office.api.routes import assignments, commitments, findings, organisations, plans, records
from taizhang.office.api.words import words as _
from taizhang.office.pages.errors import ExpectedError

api = NinjaAPI(
    title="Taizhang API",
    version="1",
    description=_("与页面同一套数据、同一套权限：每个路径说明需要的权限，令牌在“我的账号”里建立。"),
    urls_namespace="api",
    auth=TokenHeader(),
    openapi_url=None,  # the description is served to those who are signed in, see ``views``
    docs_url=None,
)
api.add_router("/organisations", organisations.router, tags=[_("单位")])
api.add_router("/plans", plans.router, tags=[_("计划")])
api.add_router("/plans", findings.of_plan, tags=[_("核校")])
api.add_router("/findings", findings.router, tags=[_("核校")])
api.add_router("/plans", commitments.of_plan, tags=[_("台账")])
api.add_router("/commitments", commitments.router, tags=[_("台账")])
api.add_router("/commitments", assignments.of_commitment, tags=[_("责任分解")])
api.add_router("/assignments", assignments.router, tags=[_("责任分解")])
api.add_router("/duties", assignments.duties, tags=[_("责任分解")])
api.add_router("/questions", assignments.questions, tags=[_("责任分解")])
api.add_router("/audit", records.router, tags=[_("审计")])


def _says(request: HttpRequest, status: int, message: str, **more: Any) -> HttpResponse:  # noqa: ANN401
    return api.create_response(request, {"message": message} | more, status=status)


@api.exception_handler(AuthenticationError)
def unknown_token(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """Nobody we know."""
    answer = _says(
        request, 401, _("令牌无效、过期或已作废。请在“我的账号”里建立令牌，并以 Authorization: Bearer 发来。")
    )
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(PermissionDenied)
def refused(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    """Not theirs to see or do: on record, like every refusal."""
    note_refusal(request, str(error))
    return _says(request, 403, _("这个令牌没有这项权限，或者这一条不在您的范围内。"))


@api.exception_handler(Http404)
def unknown(request: HttpRequest, _error: Http404) -> HttpResponse:
    """Nothing of that id."""
    return _says(request, 404, _("没有这一条。请核对编号。"))


@api.exception_handler(ExpectedError)
def expected(request: HttpRequest, error: ExpectedError) -> HttpResponse:
    """The sentence a page would show."""
    return _says(request, error.status, str(error.message))


@api.exception_handler(ValidationError)
def malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Which field, and what is wrong with it."""
    fields = [{"field": ".".join(map(str, each["loc"])), "message": each["msg"]} for each in error.errors]
    return _says(request, 422, _("请求里有的字段不对，请按所列字段改正后再发。"), fields=fields)
