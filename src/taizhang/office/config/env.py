"""Environment (环境变量): small loud readers — a setting that cannot be understood stops the program with one sentence."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"0", "false", "no", "off"})


class SettingError(ImproperlyConfigured):
    """Setting error (配置有误): an environment variable holds something we cannot use.

    Attributes:
        name: the variable.
        zh, en: what it should hold, in one sentence of either language.
    """

    def __init__(self, name: str, value: str, zh: str, en: str) -> None:
        self.name = name
        self.zh = f"环境变量 {name}={value!r} 无法使用：应为{zh}。"
        self.en = f"The environment variable {name}={value!r} cannot be used: it should be {en}."
        super().__init__(self.zh)


def read_text(name: str, default: str = "") -> str:
    """The variable's words, or the content of the file that ``<NAME>_FILE`` points to (for secrets)."""
    file_name = os.environ.get(f"{name}_FILE", "")
    if not file_name:
        return os.environ.get(name, default).strip()
    try:
        return Path(file_name).read_text("utf-8").strip()
    except OSError as error:
        raise SettingError(f"{name}_FILE", file_name, "一个可读的文件", "a file that can be read") from error


def read_bool(name: str, *, default: bool) -> bool:
    """True or false; nothing else is guessed."""
    word = read_text(name).lower()
    if not word:
        return default
    if word in TRUE_WORDS | FALSE_WORDS:
        return word in TRUE_WORDS
    raise SettingError(name, word, " true 或 false", "true or false")


def read_count(name: str, *, default: int) -> int:
    """A whole number above zero."""
    word = read_text(name)
    if not word:
        return default
    if word.isascii() and word.isdigit() and int(word) > 0:
        return int(word)
    raise SettingError(name, word, "大于零的整数", "a whole number above zero")


def read_choice(name: str, choices: tuple[str, ...]) -> str:
    """One of a few words; the first where nothing is said."""
    word = read_text(name, default=choices[0]).lower()
    if word in choices:
        return word
    raise SettingError(name, word, f" {'、'.join(choices)} 之一", f"one of {', '.join(choices)}")


def read_list(name: str, *, default: tuple[str, ...] = ()) -> list[str]:
    """Words separated by commas."""
    words = [word.strip() for word in read_text(name).split(",")]
    return [word for word in words if word] or list(default)


def read_folder(name: str, *, default: Path) -> Path:
    """An absolute folder; it need not exist yet."""
    word = read_text(name)
    folder = Path(word).expanduser() if word else default
    if not folder.is_absolute():
        raise SettingError(name, word, "绝对路径", "an absolute path")
    if folder.exists() and not folder.is_dir():
        raise SettingError(name, word, "文件夹，而这里已有一个同名文件", "a folder, and there is a file of that name")
    return folder


def read_database(name: str, *, sqlite_file: Path) -> dict[str, object]:
    """Where the data are kept: SQLite in the home folder, or ``postgresql://user:password@host:port/name``.

    What follows a question mark goes to PostgreSQL's own library as it stands: ``?sslmode=verify-full``, ``?host=/run/postgresql``.
    """
    address = read_text(name)
    if not address:
        return sqlite(sqlite_file)
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        shape_zh, shape_en = " postgresql://用户:密码@主机:端口/数据库名", "postgresql://user:password@host:port/name"
        raise SettingError(name, parts._replace(netloc="…").geturl(), shape_zh, shape_en)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(file: Path) -> dict[str, object]:
    """One file, read by many and written by one at a time: a writer queues instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "timeout": 20,
            # A transaction takes its write lock when it begins: two that read first and write later cannot deadlock.
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
