"""Tags of the design system (组件标签): icons, badges and figures; available in every template without loading."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from taizhang.office.pages.icons import ICONS
from taizhang.office.pages.navigation import Link, links, opens_to

AFTER_YEAR = re.compile(r"(?<=\d\u5e74)(?=.)")  # 2023年|国民经济……

register = template.Library()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A small drawing; hidden from screen readers unless it is the only thing that says something (``label``)."""
    if label:
        return format_html(
            '<svg class="icon" viewBox="0 0 20 20" role="img" aria-label="{}">{}</svg>', label, ICONS[name]
        )
    return _silent(name)


@cache
def _silent(name: str) -> SafeString:
    return format_html(
        '<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">{}</svg>', ICONS[name]
    )


@register.simple_tag
def plan_views(plan_id: int) -> tuple[Link, ...]:
    """The views of one plan, as its tabs name them."""
    return links(settings.PLAN_SECTIONS, [plan_id])


@register.filter
def open_to(offered: Iterable[Link], user: object) -> tuple[Link, ...]:
    """Of links, those whose doors open to the person."""
    return tuple(link for link in offered if opens_to(user, link.url))


@register.filter
def is_open_to(url: str, user: object) -> bool:
    """Whether the door at that address opens to the person."""
    return opens_to(user, url)


@register.simple_tag(takes_context=True)
def may(context: dict[str, Any], action: str) -> bool:
    """Whether the person may do that action of ``accounts/roles.toml`` to anything: a button is shown only then."""
    grant = getattr(context.get("user"), "grant", None)
    return grant is not None and grant(action) is not None


@register.filter
def figure(value: Decimal | None) -> str:
    """A number as it was printed: no trailing zeros added or taken, a true minus sign."""
    if value is None:
        return ""
    return f"{value:f}".replace("-", "−")


@register.filter
def title_words(title: str) -> SafeString:
    """The title of a document, to be broken after its year rather than within a word (…2023年|国民经济和社会发展计划)."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in AFTER_YEAR.split(title)))


@register.filter
def is_older_than(moment: datetime, seconds: int) -> bool:
    """Whether that many seconds have passed since."""
    return timezone.now() - moment > timedelta(seconds=seconds)
