"""Access (权限): findings are about drafts, which only those see who see everything."""

from taizhang.office.pages.doors import Grant


def findings_within(grant: Grant, **_named: object) -> bool:
    """Whether the person may see the findings of a plan, or do something about one."""
    return grant.is_unlimited
