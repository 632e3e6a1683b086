"""Repacking (重新打包): a file package with some parts replaced or added, every other member as it was."""

import io
import shutil
import zipfile
import zlib
from collections.abc import Mapping

from taizhang.paper.documents.packages.package import Package
from taizhang.paper.errors import DamagedFileError

# The earliest time a zip can tell: our members tell none.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def repack(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The package's bytes; members keep their order, new ones come last.

    Raises:
        DamagedFileError: a member cannot be unpacked.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in package.archive.infolist():
            if info.filename in changed:
                archive.writestr(_entry(info.filename), changed[info.filename])
            elif info.is_dir():
                archive.writestr(info, b"")
            else:
                _copy(package, info, archive)
        for name, content in changed.items():
            if name not in package.names:
                archive.writestr(_entry(name), content)
    return packed.getvalue()


def _copy(package: Package, info: zipfile.ZipInfo, archive: zipfile.ZipFile) -> None:
    """A member unread so far, a picture perhaps, may be broken."""
    try:
        with package.archive.open(info) as source, archive.open(_same(info), "w") as target:
            shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise DamagedFileError(package.name, package.media) from error


def _same(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member's name, time and rights, without where it stood in the other file."""
    same = zipfile.ZipInfo(info.filename, info.date_time)
    same.compress_type = info.compress_type
    same.external_attr = info.external_attr
    same.create_system = info.create_system
    same.file_size = info.file_size
    return same


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry
