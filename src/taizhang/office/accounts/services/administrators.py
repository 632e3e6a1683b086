"""Administrators (三员): the first three people of a site, who let in everybody else."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.accounts.models.membership import ADMINISTRATORS, Membership
from taizhang.office.accounts.services.people import Newcomer, Particulars, create_person
from taizhang.office.accounts.services.roles import Appointment, grant_role
from taizhang.office.pages.errors import ExpectedError

# User name, name and role; the real names are put in on the page of people.
FIRST = (
    ("sysadmin", _("系统管理员"), "system_administrator"),
    ("secadmin", _("安全管理员"), "security_administrator"),
    ("auditadmin", _("审计管理员"), "audit_administrator"),
)
REASON = _("系统启用时建立")


class AdministratorsExistError(ExpectedError):
    """Administrators exist (三员已建立): the site has begun."""

    def __init__(self) -> None:
        super().__init__(_("三员已经建立，没有再建。忘记密码的，请用 taizhang people reset-password 用户名 重设。"))


class NoSuchPersonError(ExpectedError):
    """No such person (没有这个人)."""

    def __init__(self) -> None:
        super().__init__(_("没有这个用户名的人，请核对大小写。"))


@transaction.atomic
def create_administrators() -> tuple[Newcomer, ...]:
    """The three, each with a one-time password."""
    names = [username for username, _name, _role in FIRST]
    if Membership.objects.filter(role__in=ADMINISTRATORS).exists() or User.objects.filter(username__in=names).exists():
        raise AdministratorsExistError
    return tuple(_appoint(username, str(name), role) for username, name, role in FIRST)


def person_called(username: str) -> User:
    """The person of that user name.

    Raises:
        NoSuchPersonError: there is none.
    """
    user = User.objects.filter(username=username).first()
    if user is None:
        raise NoSuchPersonError
    return user


def _appoint(username: str, name: str, role: str) -> Newcomer:
    made = create_person(username=username, particulars=Particulars(name, None), by=None)
    wanted = Appointment(role=role, organisation_id=None, valid_from=timezone.localdate())
    grant_role(user_id=made.user.pk, wanted=wanted, reason=str(REASON), by=None)
    return made
