"""User (用户): a person known to the site."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


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
    email = models.EmailField(_("电子邮箱"), blank=True)
    is_active = models.BooleanField(_("启用"), default=True)
    is_demonstration = models.BooleanField(_("演示用户"), default=False)
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
