"""The shelf (待导入文件): workbooks between their preview and their acceptance; forgotten ones go after a day."""

import hashlib
import re
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from taizhang.office.pages.errors import ExpectedError

FOLDER = "organisations/imports"
KEPT_FOR = timedelta(days=1)
DIGEST = re.compile(r"[0-9a-f]{64}")


class NotOnTheShelfError(ExpectedError):
    """Not on the shelf (文件已不在): accepted, cancelled, or forgotten for more than a day."""

    def __init__(self) -> None:
        super().__init__(_("这个待导入的文件已不在了，可能已经导入或放得太久。请重新上传。"), status=404)


def put(content: bytes, now: datetime) -> str:
    """Keep the file under its digest."""
    _clear(now)
    digest = hashlib.sha256(content).hexdigest()
    if not default_storage.exists(_path(digest)):
        default_storage.save(_path(digest), ContentFile(content))
    return digest


def get(digest: str) -> bytes:
    """The file of that digest."""
    if not DIGEST.fullmatch(digest) or not default_storage.exists(_path(digest)):
        raise NotOnTheShelfError
    with default_storage.open(_path(digest)) as file:
        return bytes(file.read())


def remove(digest: str) -> None:
    """It is done with."""
    default_storage.delete(_path(digest))


def _path(digest: str) -> str:
    return f"{FOLDER}/{digest}.xlsx"


def _clear(now: datetime) -> None:
    if not default_storage.exists(FOLDER):
        return
    for name in default_storage.listdir(FOLDER)[1]:
        if now - default_storage.get_modified_time(f"{FOLDER}/{name}") > KEPT_FOR:
            default_storage.delete(f"{FOLDER}/{name}")
