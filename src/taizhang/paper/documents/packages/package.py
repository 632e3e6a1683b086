"""Package (文件包): the zip that docx, xlsx and their kin are, opened with limits."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from taizhang.paper.errors import ArchiveBombError, DamagedFileError, PasswordProtectedError

# A plan with all its pictures stays far below these. Pictures are never unpacked; a part that is read may hold some
# twenty times the text of the longest plan we know.
MOST_MEMBERS = 10_000
LARGEST_TOTAL = 1024 * 2**20
LARGEST_PART = 32 * 2**20
# XML packs well, up to a hundred to one in repetitive tables; a bomb packs a thousand to one.
LARGEST_RATIO = 200
_RATIO_MATTERS_FROM = 4 * 2**20
_LOCKED = 0x1


@dataclass(frozen=True, slots=True)
class Package:
    """Package (文件包): members of an office file by name.

    Attributes:
        name: file name, for messages.
        media: what the file claims to be, for messages.
        names: the members there are.
    """

    name: str
    media: str
    archive: zipfile.ZipFile
    names: frozenset[str]

    def read(self, member: str) -> bytes:
        """Bytes of one member, checked against its declared size.

        Raises:
            DamagedFileError: the member is missing or broken.
            PasswordProtectedError: the member is encrypted.
            ArchiveBombError: it is larger than any part of a document, or than it says.
        """
        try:
            info = self.archive.getinfo(member)
            if info.flag_bits & _LOCKED:
                raise PasswordProtectedError(self.name)
            if info.file_size > LARGEST_PART:
                raise ArchiveBombError(self.name)
            with self.archive.open(info) as file:
                data = file.read(info.file_size + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise DamagedFileError(self.name, self.media) from error
        if len(data) > info.file_size:
            raise ArchiveBombError(self.name)
        return data


def open_package(data: bytes, name: str, media: str) -> Package:
    """Open a zip after looking at what it declares; nothing is unpacked yet.

    Raises:
        DamagedFileError: it is cut short or no zip.
        ArchiveBombError: it declares more than a document ever holds.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise DamagedFileError(name, media) from error
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > LARGEST_TOTAL:
        raise ArchiveBombError(name)
    if any(_is_swollen(info) for info in infos):
        raise ArchiveBombError(name)
    return Package(name, media, archive, frozenset(info.filename for info in infos))


def _is_swollen(info: zipfile.ZipInfo) -> bool:
    ratio = info.file_size / max(1, info.compress_size)
    return info.file_size > _RATIO_MATTERS_FROM and ratio > LARGEST_RATIO
