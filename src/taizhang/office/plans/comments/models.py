"""Models of comments (征求意见): a round, the units asked, what they said, and the answers."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.models import Organisation


class Verdict(models.TextChoices):
    """Verdict on a comment (采纳情况)."""

    ADOPTED = "adopted", _("采纳")
    PARTLY = "partly", _("部分采纳")
    NOT_ADOPTED = "not_adopted", _("不采纳")


class Round(models.Model):
    """Round of comments (征求意见): one draft shown to units until a day.

    Attributes:
        number: 1 for the first round of its plan.
        deadline: the last day on which units may comment.
        letter: what the units are asked to look at.
        revision: counts saves; a form that carries an older one is answered with what was saved meanwhile.
    """

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="rounds")
    version = models.ForeignKey("plans.PlanVersion", on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField(_("轮次"))
    deadline = models.DateField(_("截止日期"))
    letter = models.TextField(_("征求意见说明"), blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(_("发出时间"))
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(_("结束时间"), null=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("征求意见")
        verbose_name_plural = _("征求意见")
        ordering: ClassVar = ["plan_id", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="round_number_once"),
            models.UniqueConstraint(fields=["plan"], condition=Q(closed_at=None), name="one_open_round"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} / {self.number}"


class Invitation(models.Model):
    """Invitation (征求对象): a unit asked in a round, and whether it said that it has nothing to say.

    Attributes:
        replied_by, replied_at: who handed in the unit's answer as complete, with comments or with none (无意见).
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="invitations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    replied_at = models.DateTimeField(_("反馈时间"), null=True)

    class Meta:
        verbose_name = _("征求对象")
        verbose_name_plural = _("征求对象")
        ordering: ClassVar = ["round_id", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "organisation"], name="a_unit_is_asked_once"),
        ]

    def __str__(self) -> str:
        return str(self.organisation_id)


class Comment(models.Model):
    """Comment (意见): what a unit says of a passage of the draft, or of the whole; and the answer.

    Attributes:
        start, end, quote: the passage, by offsets in the version's text and in its words; None and empty for the whole.
        words: the comment itself, and what the unit would write instead.
        ticket: made when the form was shown; pressing twice makes one comment.
        withdrawn_at: when the unit took it back; it stays to be seen by those who saw it.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="comments")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(_("原文"), blank=True)
    words = models.TextField(_("意见"))
    ticket = models.UUIDField(unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("提出时间"))
    withdrawn_at = models.DateTimeField(_("撤回时间"), null=True)
    verdict = models.CharField(_("采纳情况"), max_length=12, choices=Verdict, blank=True)
    reason = models.TextField(_("理由"), blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("意见")
        verbose_name_plural = _("意见")
        ordering: ClassVar = ["round_id", "start", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(start__lt=F("end")), name="comment_on_words_or_on_the_whole"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="a_comment_has_words"),
            models.CheckConstraint(
                condition=Q(verdict="", answered_at=None) | (~Q(verdict="") & Q(answered_at__isnull=False)),
                name="an_answer_has_a_verdict_and_a_time",
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=("", "adopted")) | ~Q(reason=""), name="not_adopted_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.words
