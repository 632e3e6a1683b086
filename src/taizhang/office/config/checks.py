"""Checks (部署检查): what ``check --deploy`` says of a site that would not run well or safely, each with an id and a hint."""

import importlib.util
import os
from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register

WILDCARD = "*"


@register(Tags.files)
def home_is_prepared(app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:
    """E001, W001: the home folder can be written and has its key."""
    folder = settings.HOME.folder
    if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
        hint = "请为运行本系统的用户开放写权限，或用 TAIZHANG_HOME 指定另一个文件夹。"
        return [Error(f"数据目录 {folder} 不可写。", hint=hint, id="taizhang.E001")]
    if not os.environ.get("TAIZHANG_SECRET_KEY") and not settings.HOME.secret_key.is_file():
        hint = "请先运行 taizhang migrate：它建立数据目录和密钥。"
        return [checks.Warning("还没有密钥，登录状态在重启后会失效。", hint=hint, id="taizhang.W001")]
    return []


@register(Tags.database)
def database_driver_is_there(app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:
    """E002: PostgreSQL was asked for and its driver is installed."""
    engine = str(settings.DATABASES["default"]["ENGINE"])
    if not engine.endswith("postgresql") or importlib.util.find_spec("psycopg"):
        return []
    return [Error("使用 PostgreSQL 需要驱动。", hint="请安装 psycopg（3.1 以上）。", id="taizhang.E002")]


@register(Tags.security, deploy=True)
def demonstration_stays_at_home(app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:
    """E003: a site anyone may enter by one click is not offered to the world."""
    if settings.DEMO and WILDCARD in settings.ALLOWED_HOSTS:
        hint = "演示站点免密码登录：请把 TAIZHANG_HOSTS 限定为具体主机名，或关闭 TAIZHANG_DEMO。"
        return [Error("演示站点对任何主机名开放。", hint=hint, id="taizhang.E003")]
    return []


@register(Tags.security, deploy=True)
def sessions_are_encrypted(app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:
    """W002: passwords do not cross a network in the clear."""
    local = {"localhost", "127.0.0.1", "[::1]"}
    if settings.HTTPS or set(settings.ALLOWED_HOSTS) <= local:
        return []
    hint = "请在前端代理上启用 https，并设 TAIZHANG_HTTPS=true。"
    return [checks.Warning("站点对外提供服务而没有 https，密码会以明文传送。", hint=hint, id="taizhang.W002")]
