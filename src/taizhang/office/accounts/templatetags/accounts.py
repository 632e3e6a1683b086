"""Tags of accounts (角色标签): codes of roles as people call them."""

from django import template

from taizhang.office.accounts.roles import permissions

register = template.Library()


@register.filter
def role_name(code: str) -> str:
    """What people call the role; the code itself where the table no longer has it."""
    return str(permissions().roles.get(code, code))
