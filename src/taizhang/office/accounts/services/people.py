"""People (人员): making, adjusting, stopping and restarting accounts; what the system administrator does."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.lockout import forget_failures
from taizhang.office.accounts.models import User
from taizhang.office.accounts.services.passwords import give_one_time_password, matter_of
from taizhang.office.accounts.services.sessions import end_sessions
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError
from taizhang.office.pages.trail import Act, Person, leave_word


class OnOneselfError(ExpectedError):
    """On oneself (对自己办理): what the administrator may do to others only."""

    def __init__(self) -> None:
        super().__init__(_("不能对自己的账号这样做。改密码请到“我的账号”，停用请由另一位系统管理员办理。"))


class UsernameTakenError(ExpectedError):
    """Username taken (用户名已有): somebody was made by that name meanwhile."""

    def __init__(self, username: str) -> None:
        super().__init__(_("用户名“%(username)s”刚刚被别人用了，没有建立账号，请换一个。") % {"username": username})


@dataclass(frozen=True, slots=True)
class Particulars:
    """Particulars (人员信息): what is written down of a person."""

    name: str
    organisation_id: int | None
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Newcomer (新用户): a person with the password for the first sign-in, which is said once and kept nowhere."""

    user: User
    password: str


@transaction.atomic
def create_user(*, username: str, name: str, password: str) -> User:
    """Let a person in with a password of their own."""
    return User.objects.create_user(username, name, password)


@transaction.atomic
def create_person(*, username: str, particulars: Particulars, by: Person | None) -> Newcomer:
    """A new account; what the person may do, the security administrator decides."""
    user = User(username=username, **_columns(particulars))
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise UsernameTakenError(username) from error
    password = give_one_time_password(user)
    leave_word(Act("accounts.created", by, matter_of(user), {"username": username}))
    return Newcomer(user, password)


@transaction.atomic
def create_people(*, wanted: Sequence[tuple[str, Particulars]], by: Person) -> tuple[Newcomer, ...]:
    """All of them, or none."""
    made = tuple(create_person(username=username, particulars=each, by=by) for username, each in wanted)
    leave_word(Act("accounts.imported", by, details={"rows": len(made)}))
    return made


@transaction.atomic
def adjust_person(*, user_id: int, particulars: Particulars, revision: int, by: Person) -> User:
    """Put what is written down of a person right.

    Raises:
        ChangedMeanwhileError: somebody else did so since the page was opened.
    """
    user = _held(user_id)
    if user.revision != revision:
        raise ChangedMeanwhileError
    changed = [key for key, value in _columns(particulars).items() if getattr(user, key) != value]
    if not changed:
        return user
    for key in changed:
        setattr(user, key, getattr(particulars, key))
    _save(user, *changed)
    leave_word(Act("accounts.adjusted", by, matter_of(user), {"fields": changed}))
    return user


@transaction.atomic
def stop_account(*, user_id: int, by: Person) -> User:
    """Nobody signs in with it any more, and whoever is signed in is out."""
    user = _other(user_id, by)
    if user.is_active:
        user.is_active = False
        _save(user, "is_active")
        end_sessions(user=user)
        leave_word(Act("accounts.stopped", by, matter_of(user)))
    return user


@transaction.atomic
def restart_account(*, user_id: int, by: Person) -> User:
    """It may be used again."""
    user = _other(user_id, by)
    if not user.is_active:
        user.is_active = True
        _save(user, "is_active")
        leave_word(Act("accounts.restarted", by, matter_of(user)))
    return user


@transaction.atomic
def reset_password(*, user_id: int, by: Person | None) -> Newcomer:
    """A one-time password in place of a forgotten one; every session ends."""
    user = _other(user_id, by)
    password = give_one_time_password(user)
    forget_failures(user.username)
    leave_word(Act("accounts.password_reset", by, matter_of(user)))
    return Newcomer(user, password)


@transaction.atomic
def unlock(*, user_id: int, by: Person) -> User:
    """Let somebody try again who failed too often."""
    user = _other(user_id, by)
    if forget_failures(user.username):
        leave_word(Act("accounts.unlocked", by, matter_of(user)))
    return user


def _held(user_id: int) -> User:
    return User.objects.select_for_update().get(pk=user_id)


def _other(user_id: int, by: Person | None) -> User:
    if by is not None and by.pk == user_id:
        raise OnOneselfError
    return _held(user_id)


def _columns(particulars: Particulars) -> dict[str, object]:
    return {key: getattr(particulars, key) for key in ("name", "organisation_id", "email", "phone")}


def _save(user: User, *columns: str) -> None:
    user.revision += 1
    user.save(update_fields=[column.removesuffix("_id") for column in columns] + ["revision"])
