"""Sessions (登录会话): ending them."""

from taizhang.office.accounts.models import Session, User
from taizhang.office.accounts.selectors.sessions import mark_of
from taizhang.office.pages.trail import Act, leave_word


def end_sessions(*, user: User, but: str | None = None) -> int:
    """Sign the person out everywhere, but for one session where it is named; how many ended."""
    held = Session.objects.filter(user=user)
    return (held.exclude(session_key=but) if but else held).delete()[0]


def end_own_session(*, user: User, mark: str, but: str | None) -> bool:
    """End the one session of that mark, unless it is the one in use; whether there was one."""
    keys = Session.objects.filter(user=user).values_list("session_key", flat=True)
    wanted = [key for key in keys if mark_of(key) == mark and key != but]
    ended = Session.objects.filter(user=user, session_key__in=wanted).delete()[0]
    if ended:
        leave_word(Act("accounts.sessions_ended", user, details={"rows": ended}))
    return bool(ended)


def end_own_other_sessions(*, user: User, but: str | None) -> int:
    """End every session of the person but the one in use."""
    ended = end_sessions(user=user, but=but)
    if ended:
        leave_word(Act("accounts.sessions_ended", user, details={"rows": ended}))
    return ended
