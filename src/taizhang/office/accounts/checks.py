"""Checks (权限检查): the table of roles holds together, and every door asks for something it knows."""

from collections.abc import Iterator, Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import URLPattern, URLResolver, get_resolver

from taizhang.office.accounts.models.membership import ADMINISTRATORS
from taizhang.office.accounts.roles import FaultyRolesError, permissions
from taizhang.office.pages.doors import door_of

HINT = "请核对 accounts/roles.toml 与页面的权限门（pages.doors.demands）。"


@register(Tags.security)
def roles_hold_together(app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:
    """E010–E012: roles.toml can be read, the administrators are those the database knows, doors ask for known actions."""
    try:
        table = permissions()
    except FaultyRolesError as error:
        return [Error(f"角色表有误：{fault}", hint=HINT, id="taizhang.E010") for fault in error.faults]
    found: list[CheckMessage] = []
    if {role.code for role in table.roles.values() if role.alone} != set(ADMINISTRATORS):
        found.append(Error("角色表中的三员与数据库约束不一致。", hint=HINT, id="taizhang.E011"))
    unknown = {action for action in _demanded(get_resolver()) if action not in table.actions}
    found += [Error(f"权限门要求未登记的权限 {action}。", hint=HINT, id="taizhang.E012") for action in sorted(unknown)]
    return found


def _demanded(resolver: URLResolver) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _demanded(pattern)
        elif isinstance(pattern, URLPattern):
            door = door_of(pattern.callback)
            if door and door.action:
                yield door.action
