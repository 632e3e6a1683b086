"""Origin (来处): which address the request being answered came from; services need not know of requests to record it."""

from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]

ADDRESS: ContextVar[str] = ContextVar("address", default="")


def know_the_address(get_response: Handler) -> Handler:
    """Keep the asker's address at hand while a request is answered."""

    def handle(request: HttpRequest) -> HttpResponse:
        token = ADDRESS.set(address_of(request))
        try:
            return get_response(request)
        finally:
            ADDRESS.reset(token)

    return handle


def address_of(request: HttpRequest) -> str:
    """The asker's address: of those a trusted proxy forwards, the last that is no such proxy itself."""
    direct: str = request.META.get("REMOTE_ADDR", "")
    if direct not in settings.TRUSTED_PROXIES:
        return direct
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    return next((part for part in reversed(passed) if part not in settings.TRUSTED_PROXIES), direct)
