"""Tokens (令牌): made for a person, shown once, found by their digest, revoked."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.accounts.roles import permissions
from taizhang.office.accounts.threshold import unsettled
from taizhang.office.api.models import Token
from taizhang.office.audit.services import record
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter

PREFIX = "tz_"  # so that a token left in a file or a log is known for what it is
SHOWN = 8  # code points of it that may be shown afterwards
LONGEST_DAYS = 366


class NothingAllowedError(ExpectedError):
    """Nothing allowed (没有可授的权限): a token needs at least one action, and no other than its person's."""

    def __init__(self) -> None:
        super().__init__(_("请至少勾选一项权限；令牌只能得到您本人现有的权限。"), status=422)


class TooLongError(ExpectedError):
    """Too long (有效期过长): a token that never ends is forgotten and found by others."""

    def __init__(self) -> None:
        super().__init__(_("有效期要从明天起，最长一年。"), status=422)


class NoSuchTokenError(ExpectedError):
    """No such token (没有这个令牌): it is not the person's, or was revoked before."""

    def __init__(self) -> None:
        super().__init__(_("没有这个令牌，或者已经作废。请刷新页面查看。"), status=404)


@dataclass(frozen=True, slots=True)
class NewToken:
    """New token (新令牌): the row, and the words that are shown this once."""

    token: Token
    words: str


@dataclass(frozen=True, slots=True)
class HeldToken:
    """Held token (现有令牌): the row, and what it may do in words."""

    token: Token
    actions: list[str]


@transaction.atomic
def issue(*, user: User, name: str, actions: Iterable[str], expires_on: date) -> NewToken:
    """Make a token for a person."""
    allowed = sorted(action for action in set(actions) if user.grant(action))
    if not allowed:
        raise NothingAllowedError
    if not 0 < (expires_on - timezone.localdate()).days <= LONGEST_DAYS:
        raise TooLongError
    words = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        user=user,
        name=name,
        beginning=words[:SHOWN],
        digest=digest_of(words),
        actions=allowed,
        expires_on=expires_on,
    )
    details: dict[str, object] = {"actions": allowed, "until": expires_on.isoformat()}
    record(Act("api.token_made", user, Matter("token", str(token.id), name), details))
    return NewToken(token, words)


@transaction.atomic
def revoke(*, token_id: int, by: User) -> Token:
    """Make one of a person's own tokens useless at once."""
    token = Token.objects.select_for_update().filter(id=token_id, user=by, revoked_at=None).first()
    if token is None:
        raise NoSuchTokenError
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
    record(Act("api.token_revoked", by, Matter("token", str(token.id), token.name)))
    return token


def bearer_of(words: str) -> Token | None:
    """The token of these words with its person; None where it is unknown, revoked or expired.

    Nor is there one while the person is stopped, or has yet to take a password of their own.
    """
    today = timezone.localdate()
    token = Token.objects.select_related("user").filter(digest=digest_of(words), revoked_at=None).first()
    if (
        token is None
        or token.expires_on < today
        or not token.user.is_active
        or unsettled(token.user, None, timezone.now())
    ):
        return None
    if token.last_used_on != today:
        Token.objects.filter(id=token.id).update(last_used_on=today)
    return token


def tokens_of(user: User) -> QuerySet[Token]:
    """A person's tokens that were not revoked, newest first."""
    return Token.objects.filter(user=user, revoked_at=None).order_by("-id")


def held_by(user: User) -> tuple[HeldToken, ...]:
    """A person's tokens as the page lists them."""
    names = action_names()
    return tuple(HeldToken(token, [names.get(code, code) for code in token.actions]) for token in tokens_of(user))


def action_names() -> dict[str, str]:
    """What people call each action, in their language."""
    return {code: str(each) for code, each in permissions().actions.items()}


def suggested_end() -> date:
    """A quarter of a year from today."""
    return timezone.localdate() + timedelta(days=90)


def digest_of(words: str) -> str:
    """What is kept of a token: 32 random bytes need no salt."""
    return hashlib.sha256(words.encode()).hexdigest()
