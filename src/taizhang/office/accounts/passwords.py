"""Passwords (密码): what is asked of one (等保 三级), what is wrong with one, and making one for somebody's first sign-in."""

import re
import secrets
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SHORTEST = 10
CLASSES = (r"[a-z]", r"[A-Z]", r"[0-9]", r"[^a-zA-Z0-9]")
FEWEST_CLASSES = 3
FEWEST_DIFFERENT = 4  # characters
PASSPHRASE = 20  # so long that kinds of characters no longer matter
SHORTEST_USERNAME, SHORTEST_NAME = 3, 2  # shorter ones stand in many words by chance
STANDS_FOR = str.maketrans("@0134$5!|", "aoieassii")
NO_LETTER = re.compile(r"[\W\d_]+")
EDGE = re.compile(r"[\W\d_]+$")
LETTERS, FIGURES = "abcdefghjkmnpqrstuvwxyz", "23456789"  # none that is taken for another
ONE_TIME_GROUPS, ONE_TIME_GROUP = 3, 4


@dataclass(frozen=True, slots=True)
class PasswordRule:
    """Password rule (密码要求): one thing asked of a password.

    Attributes:
        code: how the page's script calls it.
        told: the sentence, before and after.
    """

    code: str
    told: Promise


LENGTH = PasswordRule("length", _("至少 10 个字符。"))
KINDS = PasswordRule("kinds", _("大写字母、小写字母、数字、符号至少有三种；20 个字符以上的长句可以不管种类。"))
PERSONAL = PasswordRule("personal", _("不能含有姓名或用户名。"))
COMMON = PasswordRule("common", _("不能是常见的、容易猜中的密码。"))
FORMER = PasswordRule("former", _("不能与最近五次用过的密码相同。"))
RULES = (LENGTH, KINDS, PERSONAL, COMMON, FORMER)


def broken_rules(password: str, *, username: str = "", name: str = "") -> Iterator[PasswordRule]:
    """What is wrong with a password, as far as it can be seen without knowing the former ones."""
    if len(password) < SHORTEST:
        yield LENGTH
    if len(password) < PASSPHRASE and sum(bool(re.search(each, password)) for each in CLASSES) < FEWEST_CLASSES:
        yield KINDS
    if _contains(password, username, SHORTEST_USERNAME) or _contains(password, name, SHORTEST_NAME):
        yield PERSONAL
    if is_common(password):
        yield COMMON


def is_common(password: str) -> bool:
    """Whether a guesser would come upon it soon."""
    known, small = _known(), password.lower()
    if small in known.walks or len(set(small)) < FEWEST_DIFFERENT or small in _long_list():
        return True
    within = EDGE.sub("", small)  # figures at the end are figures, those inside stand for letters
    left = {NO_LETTER.sub("", small), NO_LETTER.sub("", within.translate(STANDS_FOR))}
    return bool(left & known.roots) and len(password) < PASSPHRASE


def one_time_password() -> str:
    """A password nobody has to keep: three groups, easily read aloud, that meets every rule."""
    while True:
        alphabet = LETTERS + LETTERS.upper() + FIGURES
        groups = ("".join(secrets.choice(alphabet) for _ in range(ONE_TIME_GROUP)) for _ in range(ONE_TIME_GROUPS))
        made = "-".join(groups)
        if not any(broken_rules(made)):
            return made


class PasswordPolicy:
    """Password policy (密码规则): the rules as Django asks for them, also in its own commands."""

    def validate(self, password: str, user: object = None) -> None:
        """Say everything that is wrong.

        Raises:
            ValidationError: something is.
        """
        username, name = getattr(user, "username", ""), getattr(user, "name", "")
        broken = tuple(broken_rules(password, username=username, name=name))
        if broken:
            raise ValidationError([ValidationError(str(rule.told), code=rule.code) for rule in broken])

    def get_help_text(self) -> str:
        """What is asked for."""
        return "".join(str(rule.told) for rule in RULES)


@dataclass(frozen=True, slots=True)
class _Known:
    roots: frozenset[str]
    walks: frozenset[str]


@cache
def _known() -> _Known:
    read = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return _Known(frozenset(read["roots"]), frozenset(read["walks"]))


@cache
def _long_list() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)


def _contains(password: str, words: str, shortest: int) -> bool:
    found = password.casefold()
    words = words.strip().casefold()
    return len(words) >= shortest and (words in found or words[::-1] in found)
