"""Step (步骤): where in its life a plan stands, and which steps lie behind its approval."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Step(models.TextChoices):
    """Step of a plan (步骤), in the order a plan takes them; an adjustment leads back to approval."""

    DRAFTING = "drafting", _("起草")
    CONSULTATION = "consultation", _("征求意见")
    SUBMITTED = "submitted", _("送审")
    REVIEW = "review", _("初审")
    CONGRESS = "congress", _("大会稿")
    APPROVED = "approved", _("批准")
    ISSUED = "issued", _("印发")
    BROKEN_DOWN = "broken_down", _("分解")
    ADJUSTMENT = "adjustment", _("调整")
    ARCHIVED = "archived", _("归档")


# What only the circle that drafts may see; from approval on a plan is everybody's who works by it.
DRAFTING_STAGES = (Step.DRAFTING, Step.CONSULTATION, Step.SUBMITTED, Step.REVIEW, Step.CONGRESS)
# Steps in which a version is in force.
IN_FORCE = (Step.APPROVED, Step.ISSUED, Step.BROKEN_DOWN, Step.ADJUSTMENT, Step.ARCHIVED)
