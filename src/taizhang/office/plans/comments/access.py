"""Access to comments (征求意见的权限): which rounds and comments a grant reaches."""

from taizhang.office.pages.doors import Grant
from taizhang.office.plans.comments.models import Comment, Invitation


def round_within(grant: Grant, *, round_id: int, **_named: object) -> bool:
    """Whether the person may act in this round: for everything, or for a unit that was asked."""
    if grant.is_unlimited:
        return True
    return Invitation.objects.filter(round=round_id, organisation__in=grant.organisations).exists()


def comment_within(grant: Grant, *, comment_id: int, **_named: object) -> bool:
    """Whether the person may act on this comment: on everything, or on what their own units said."""
    if grant.is_unlimited:
        return True
    return Comment.objects.filter(id=comment_id, organisation__in=grant.organisations).exists()
