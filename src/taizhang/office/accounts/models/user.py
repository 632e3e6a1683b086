"""User (用户): a person known to the site, and what they may do there."""

from dataclasses import replace
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.grants import Holding, Powers, powers_of
from taizhang.office.accounts.models.deputy import Deputy
from taizhang.office.accounts.models.membership import Membership
from taizhang.office.organisations.models import Organisation
from taizhang.office.organisations.selectors.below import with_those_below
from taizhang.office.pages.doors import Grant


class UserManager(BaseUserManager["User"]):
    """User manager (用户管理器): the two ways Django's own commands make a user."""

    def create_user(self, username: str, name: str, password: str | None = None) -> "User":
        """A person who signs in with ``username``; without a password only by other means."""
        user = self.model(username=self.model.normalize_username(username), name=name)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, name: str, password: str | None = None) -> "User":
        """A person who administers the site."""
        user = self.create_user(username, name, password)
        user.is_superuser = True
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """User (用户): a person with a display name; what they may see follows from memberships, not from this row.

    Attributes:
        username: what the person types to sign in.
        name: 姓名, as shown beside everything the person does.
        organisation: the unit the person works in, as the system administrator wrote it down; it gives no right to anything.
        must_change_password: the password was given by somebody else, and opens nothing but the page that changes it.
        is_demonstration: made up for a demonstration; may be entered by one click where the site is one.
    """

    username = models.CharField(
        _("用户名"),
        max_length=150,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("这个用户名已有人使用，请换一个。")},
    )
    name = models.CharField(_("姓名"), max_length=60)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("所在单位")
    )
    email = models.EmailField(_("电子邮箱"), blank=True)
    phone = models.CharField(_("电话"), max_length=30, blank=True)
    is_active = models.BooleanField(_("启用"), default=True)
    is_demonstration = models.BooleanField(_("演示用户"), default=False)
    must_change_password = models.BooleanField(_("须改密码"), default=False)
    password_changed_at = models.DateTimeField(_("密码设定时间"), default=timezone.now)
    revision = models.PositiveIntegerField(default=0)
    joined_at = models.DateTimeField(_("加入时间"), auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("用户")
        verbose_name_plural = _("用户")

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """姓名."""
        return self.name

    def get_short_name(self) -> str:
        """姓名."""
        return self.name

    def grant(self, action: str) -> Grant | None:
        """How far this person may go today with an action of ``roles.toml``; None where not at all."""
        return self.powers.grant(action)

    @cached_property
    def powers(self) -> Powers:
        """Everything this person may do today, asked of the database once: two queries."""
        if not self.is_active:
            return Powers()
        today = timezone.localdate()
        is_today = Q(valid_from__lte=today) & (Q(valid_to=None) | Q(valid_to__gt=today))
        lends = Deputy.objects.filter(
            is_today, deputy=self, absent=OuterRef("user"), organisation=OuterRef("organisation")
        )
        held = Membership.objects.filter(is_today).filter(Q(user=self) | (Exists(lends) & Q(user__is_active=True)))
        rows = held.order_by("id").values_list("role", "organisation_id", "user_id", "user__name")
        powers = powers_of(self.pk, [Holding(*row) for row in rows])
        units = {each.organisation for each in (*powers.own, *powers.lent) if each.organisation is not None}
        return replace(powers, below=with_those_below(units, today))
