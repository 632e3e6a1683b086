"""Context (页面环境): what the page's countdown must know."""

from django.conf import settings
from django.http import HttpRequest


def idle(request: HttpRequest) -> dict[str, int]:
    """After how many seconds of doing nothing one is signed out."""
    return {"idle_seconds": int(settings.IDLE_TIME.total_seconds())}
