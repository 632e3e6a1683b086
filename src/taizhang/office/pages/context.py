"""Context (页面环境): what every template may count on."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from taizhang.office.pages.navigation import address, sections


def site(request: HttpRequest) -> dict[str, Any]:
    """Name of the language, whether this is a demonstration, and where one can go."""
    return {
        "is_demo": settings.DEMO,
        "site_sections": sections(request),
        "search_url": address(settings.SEARCH_ADDRESS),
        "languages": settings.LANGUAGES,
    }
