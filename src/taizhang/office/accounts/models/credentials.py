"""Credentials (凭据): what is kept of how a person proves who they are, besides the password and the one-time codes."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Credentials(models.Model):
    """Credentials (凭据): one row a person; nothing in it can be turned back into what the person typed.

    Attributes:
        former_passwords: the last passwords, hashed, newest first; none of them may be taken again.
        recovery_codes: digests of the codes (恢复码) not used yet.
        certificate: what a certificate (UKey) says its bearer is, as the reverse proxy passes it on.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="credentials", primary_key=True
    )
    former_passwords = models.JSONField(_("用过的密码"), default=list, blank=True)
    recovery_codes = models.JSONField(_("恢复码"), default=list, blank=True)
    certificate = models.CharField(_("证书标识"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("凭据")
        verbose_name_plural = _("凭据")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["certificate"], condition=~Q(certificate=""), name="a_certificate_is_one_persons"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}"
