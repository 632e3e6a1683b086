"""Session (登录会话): a browser somebody is signed in with."""

from typing import ClassVar

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _


class Session(AbstractBaseSession):
    """Session (登录会话): Django's own, with a name to it, so that a person can see where they are signed in and end it.

    Attributes:
        user: who is signed in; None before.
        begun_at, seen_at: when they signed in, and when they last did something (to the minute).
        address, browser: where from, and what the browser calls itself.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    begun_at = models.DateTimeField(_("登录时间"), null=True, blank=True)
    seen_at = models.DateTimeField(_("最近操作"), null=True, blank=True)
    address = models.CharField(_("地址"), max_length=45, blank=True)
    browser = models.CharField(_("浏览器"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("登录会话")
        verbose_name_plural = _("登录会话")
        ordering: ClassVar = ["-seen_at", "session_key"]

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        """Where sessions of this kind are kept."""
        from taizhang.office.accounts.sessions import SessionStore

        return SessionStore
