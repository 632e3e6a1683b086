"""Passwords (密码): changing one's own, and giving somebody one for their next sign-in."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, get_hasher
from django.db import transaction
from django.utils import timezone

from taizhang.office.accounts.models import Credentials, User
from taizhang.office.accounts.passwords import one_time_password
from taizhang.office.accounts.services.sessions import end_sessions
from taizhang.office.pages.trail import Act, Matter, leave_word

REMEMBERED = 5
# A password that somebody made up needs hundreds of thousands of rounds against guessing. One we made up at random
# (about 68 bits) does not, and a sheet of three hundred people would take minutes. The first sign-in hashes it as usual.
ROUNDS_OF_A_RANDOM_ONE = 20_000


@transaction.atomic
def change_own_password(*, user: User, password: str, session_key: str | None) -> None:
    """Take a new password; every other session of the person ends."""
    held = User.objects.select_for_update().get(pk=user.pk)
    held.set_password(password)
    _take(held, must_change=False)
    end_sessions(user=held, but=session_key)
    leave_word(Act("accounts.password_changed", held))
    user.password, user.must_change_password = held.password, False
    user.password_changed_at = held.password_changed_at


@transaction.atomic
def give_one_time_password(user: User) -> str:
    """A password that opens nothing but the page that changes it; said once, to whoever hands it over."""
    password = one_time_password()
    user.password = _hash_of_a_random_one(password)
    _take(user, must_change=True)
    end_sessions(user=user)
    return password


def is_former_password(user: User, password: str) -> bool:
    """Whether it is the present one or one of the last five."""
    held = Credentials.objects.filter(user=user).first()
    known = {user.password, *(held.former_passwords if held else ())}
    return any(check_password(password, each) for each in known)


def matter_of(user: User) -> Matter:
    """The person, as the log names them."""
    return Matter("user", str(user.pk), user.name)


def _take(user: User, *, must_change: bool) -> None:
    user.must_change_password = must_change
    user.password_changed_at = timezone.now()
    user.save(update_fields=["password", "must_change_password", "password_changed_at"])
    held, _made = Credentials.objects.select_for_update().get_or_create(user=user)
    held.former_passwords = [user.password, *held.former_passwords][:REMEMBERED]
    held.save(update_fields=["former_passwords"])


def _hash_of_a_random_one(password: str) -> str:
    hasher = get_hasher()
    if isinstance(hasher, PBKDF2PasswordHasher):
        return hasher.encode(password, hasher.salt(), ROUNDS_OF_A_RANDOM_ONE)
    return hasher.encode(password, hasher.salt())
