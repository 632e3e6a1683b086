"""Access (权限): which commitments a grant reaches.

Who holds which commitment is known further up the house; ``settings.COMMITMENT_HOLDERS`` names whom to ask.
"""

import uuid

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

from taizhang.office.commitments.models import Amendment, Commitment
from taizhang.office.pages.doors import APPROVED, ASSIGNED, Grant
from taizhang.office.plans.access import plan_within, statement_within
from taizhang.office.plans.selectors import versions_in_force

__all__ = [
    "batch_within",
    "commitment_within",
    "commitments_within",
    "ledger_within",
    "statement_within",
    "suggestions_within",
]


def commitments_within(grant: Grant) -> QuerySet[Commitment]:
    """The commitments the person may see: all; those of plans in force; those their own units lead or support."""
    if grant.is_unlimited:
        return Commitment.objects.all()
    reached = Q(pk__in=())
    if APPROVED in grant.scopes:
        reached |= Q(version__in=versions_in_force())
    if ASSIGNED in grant.scopes:
        reached |= Q(pk__in=import_string(settings.COMMITMENT_HOLDERS)(grant.organisations))
    return Commitment.objects.filter(reached)


def commitment_within(grant: Grant, *, commitment_id: int, **_named: object) -> bool:
    """Whether the person may see this commitment."""
    return grant.is_unlimited or commitments_within(grant).filter(pk=commitment_id).exists()


def ledger_within(grant: Grant, *, plan_id: int, **_named: object) -> bool:
    """Whether the person may open this plan's ledger, which shows them no more than is within their grant."""
    return plan_within(grant, plan_id=plan_id)


def suggestions_within(grant: Grant, **_named: object) -> bool:
    """Whether the person may decide about what a draft promises: only those who see everything see drafts."""
    return grant.is_unlimited


def batch_within(grant: Grant, *, batch: uuid.UUID, **_named: object) -> bool:
    """Whether everything done by that press of a button is within the person's grant."""
    if grant.is_unlimited:
        return True
    done = Amendment.objects.filter(batch=batch)
    return done.exists() and not done.exclude(commitment__in=commitments_within(grant)).exists()
