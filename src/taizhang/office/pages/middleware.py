"""Middleware (中间层): what every answer of the site has in common."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from taizhang.office.pages.errors import ExpectedError

LARGEST_ID = 2**63 - 1
Handler = Callable[[HttpRequest], HttpResponse]


def content_security_policy(get_response: Handler) -> Handler:
    """Forbid every page to load anything from elsewhere."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", settings.CONTENT_SECURITY_POLICY)
        return response

    return handle


def chosen_language(get_response: Handler) -> Handler:
    """Speak Chinese unless the person chose otherwise here; what the browser was installed in says nothing of them."""
    known = {code for code, _ in settings.LANGUAGES}

    def handle(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in known else settings.LANGUAGE_CODE
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return handle


class ExpectedErrorMiddleware:
    """Turns an ``ExpectedError`` (可预期的问题) into a page, or into a toast where htmx asked."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, _request: HttpRequest, _view: object, _args: object, named: dict[str, object]
    ) -> HttpResponse | None:
        """A number that no row can have leads nowhere; the database would stumble over it."""
        if any(isinstance(value, int) and value > LARGEST_ID for value in named.values()):
            raise Http404
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for an expected error; leave every other to Django."""
        if not isinstance(exception, ExpectedError):
            return None
        template = "pages/toast.html" if getattr(request, "htmx", False) else "pages/expected_error.html"
        return render(request, template, {"message": exception.message}, status=exception.status)
