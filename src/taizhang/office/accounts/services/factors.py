"""Second factors (第二因子): enrolling, giving up, and resetting for somebody who lost theirs."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from taizhang.office.accounts.models import Credentials, User
from taizhang.office.accounts.recovery import forget_codes, renew_codes
from taizhang.office.accounts.services.passwords import matter_of
from taizhang.office.accounts.services.sessions import end_sessions
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Person, leave_word

NAME = "app"


class AlreadyEnrolledError(ExpectedError):
    """Already enrolled (已启用): on another page, or by a second press."""

    def __init__(self) -> None:
        super().__init__(_("动态口令已经启用。要换手机，请先在“我的账号”里停用，再重新启用。"))


class CertificateTakenError(ExpectedError):
    """Certificate taken (证书已登记): it is another person's."""

    def __init__(self) -> None:
        super().__init__(_("这个证书已登记在另一个人名下，请核对。"))


class NotOnesOwnFactorError(ExpectedError):
    """Not one's own (不能重设自己的): two people are needed for it."""

    def __init__(self) -> None:
        super().__init__(_("不能重设自己的第二因子，请由另一位安全管理员办理。"))


@transaction.atomic
def begin_enrolment(user: User) -> TOTPDevice:
    """A key to be scanned; the same one until it is confirmed."""
    User.objects.select_for_update().get(pk=user.pk)  # two pages opened at once show one key
    device = TOTPDevice.objects.filter(user=user).order_by("-confirmed", "id").first()
    if device is not None and device.confirmed:
        raise AlreadyEnrolledError
    return device or TOTPDevice.objects.create(user=user, name=NAME, confirmed=False)


@transaction.atomic
def confirm_enrolment(*, user: User, code: str, session_key: str | None) -> tuple[str, ...] | None:
    """The recovery codes, once a right code shows that the app has the key; None for a wrong one."""
    device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=False).order_by("id").first()
    if device is None:
        raise AlreadyEnrolledError
    if not device.verify_token("".join(code.split())):
        return None
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    end_sessions(user=user, but=session_key)  # those began with the password alone
    leave_word(Act("accounts.factor_enrolled", user))
    return renew_codes(user)


@transaction.atomic
def renew_recovery_codes(user: User) -> tuple[str, ...]:
    """Ten new codes in place of the old."""
    leave_word(Act("accounts.recovery_codes_renewed", user))
    return renew_codes(user)


@transaction.atomic
def give_up(user: User) -> None:
    """Go without, or change the telephone."""
    if _remove(user):
        leave_word(Act("accounts.factor_given_up", user))


@transaction.atomic
def reset_factor(*, user_id: int, reason: str, by: Person | None) -> User:
    """For somebody who lost theirs: they enrol anew at the next sign-in."""
    user = _another(user_id, by)
    _remove(user)
    Credentials.objects.filter(user=user).update(certificate="")
    end_sessions(user=user)
    leave_word(Act("accounts.factor_reset", by, matter_of(user), {"reason": reason}))
    return user


@transaction.atomic
def register_certificate(*, user_id: int, certificate: str, reason: str, by: Person) -> User:
    """Write down what the proxy says of a person's certificate.

    Raises:
        CertificateTakenError: it is another person's.
    """
    user = _another(user_id, by)
    if Credentials.objects.filter(certificate=certificate).exclude(user=user).exists():
        raise CertificateTakenError
    Credentials.objects.update_or_create(user=user, defaults={"certificate": certificate})
    leave_word(Act("accounts.certificate_registered", by, matter_of(user), {"reason": reason}))
    return user


def _another(user_id: int, by: Person | None) -> User:
    if by is not None and by.pk == user_id:
        raise NotOnesOwnFactorError
    return User.objects.select_for_update().get(pk=user_id)


def _remove(user: User) -> bool:
    removed = TOTPDevice.objects.filter(user=user).delete()[0]
    forget_codes(user)
    return bool(removed)
