"""Recovery codes (恢复码): ten codes on paper, for whoever lost the telephone; each opens once, only digests are kept."""

import hmac
import secrets

from django.db import transaction
from django.utils.crypto import salted_hmac

from taizhang.office.accounts.models import Credentials, User
from taizhang.office.pages.trail import Act, leave_word

COUNT, GROUPS, GROUP = 10, 3, 4
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
SALT = "taizhang.accounts.recovery"


@transaction.atomic
def renew_codes(user: User) -> tuple[str, ...]:
    """Ten new codes, to be shown once; the former ones open nothing any more."""
    codes = tuple(_code() for _ in range(COUNT))
    digests = [_digest(user, code) for code in codes]
    Credentials.objects.update_or_create(user=user, defaults={"recovery_codes": digests})
    return codes


@transaction.atomic
def take_code(user: User, typed: str) -> bool:
    """Whether it is one of the codes left; then it is used up."""
    held = Credentials.objects.select_for_update().filter(user=user).first()
    if held is None:
        return False
    digest = _digest(user, typed)
    left = [each for each in held.recovery_codes if not hmac.compare_digest(each, digest)]
    if len(left) == len(held.recovery_codes):
        return False
    held.recovery_codes = left
    held.save(update_fields=["recovery_codes"])
    leave_word(Act("accounts.recovery_code_used", user, details={"rows": len(left)}))
    return True


def codes_left(user: User) -> int:
    """How many were not used yet."""
    held = Credentials.objects.filter(user=user).first()
    return len(held.recovery_codes) if held else 0


def forget_codes(user: User) -> None:
    """None opens anything any more."""
    Credentials.objects.filter(user=user).update(recovery_codes=[])


def _code() -> str:
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))


def _digest(user: User, code: str) -> str:
    plain = "".join(each for each in code.lower() if each.isalnum())
    return salted_hmac(SALT, f"{user.pk}:{plain}", algorithm="sha256").hexdigest()
