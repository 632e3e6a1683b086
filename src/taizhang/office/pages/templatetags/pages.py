"""Tags of the design system (组件标签): icons, badges and figures; available in every template without loading."""

from datetime import datetime, timedelta
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from taizhang.office.pages.icons import ICONS

register = template.Library()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A small drawing; hidden from screen readers unless it is the only thing that says something (``label``)."""
    shape = ICONS[name]
    if label:
        return format_html('<svg class="icon" viewBox="0 0 20 20" role="img" aria-label="{}">{}</svg>', label, shape)
    return format_html('<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">{}</svg>', shape)


@register.filter
def figure(value: Decimal | None) -> str:
    """A number as it was printed: no trailing zeros added or taken, a true minus sign."""
    if value is None:
        return ""
    return f"{value:f}".replace("-", "−")


@register.filter
def is_older_than(moment: datetime, seconds: int) -> bool:
    """Whether that many seconds have passed since."""
    return timezone.now() - moment > timedelta(seconds=seconds)
