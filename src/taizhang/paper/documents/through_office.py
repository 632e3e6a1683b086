"""Through LibreOffice (借助 LibreOffice): doc, wps, rtf and OpenDocument, turned into docx or xlsx and read as such."""

import os
import re
import shutil
import signal
import subprocess
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from taizhang.paper.documents.document import Document, Origin
from taizhang.paper.documents.word.from_docx import read_docx
from taizhang.paper.errors import OfficeFailedError, OfficeMissingError

_PROGRAMS = ("soffice", "libreoffice")
# A cold start takes some seconds, a long document some more.
_LONGEST_WAIT = 120.0
_SHEETS = frozenset({"ods"})
# It makes a document of anything: of noise one that is full of these.
_NOISE = re.compile("[\x80-\xff\ue000-\uf8ff\ufffd]")
_MOST_NOISE = 0.3


def read_through_office(data: bytes, origin: Origin) -> Document:
    """Read a file by way of LibreOffice, which runs apart: a profile of its own, no macros, no links followed.

    Raises:
        OfficeMissingError: LibreOffice is not installed.
        OfficeFailedError: it did not convert the file within the time allowed.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise OfficeMissingError(origin.name, origin.media)
    target = "xlsx" if origin.media in _SHEETS else "docx"
    with TemporaryDirectory(prefix="taizhang-", ignore_cleanup_errors=True) as folder:
        converted = _convert(program, Path(folder), data, origin, target)
    document = _read(converted, origin, target)
    if len(_NOISE.findall(document.text)) > _MOST_NOISE * len(document.text):
        raise OfficeFailedError(origin.name, origin.media)
    return document


def _read(converted: bytes, origin: Origin, target: str) -> Document:
    if target == "docx":
        return read_docx(converted, origin)
    from taizhang.paper.documents.sheets.from_workbook import read_xlsx

    return read_xlsx(converted, origin)


def _convert(program: str, folder: Path, data: bytes, origin: Origin, target: str) -> bytes:
    source = folder / f"document.{origin.media}"
    source.write_bytes(data)
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    settings = files("taizhang.paper.documents").joinpath("office_profile.xcu").read_bytes()
    (profile / "registrymodifications.xcu").write_bytes(settings)
    _run([
        program,
        f"-env:UserInstallation={profile.parent.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        *("--convert-to", target, "--outdir", str(folder), str(source)),
    ], origin)  # fmt: skip
    try:
        return source.with_suffix(f".{target}").read_bytes()
    except FileNotFoundError as error:
        raise OfficeFailedError(origin.name, origin.media) from error


def _run(command: list[str], origin: Origin) -> None:
    """Run to the end, or stop it and whatever it started."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(_LONGEST_WAIT)
    except subprocess.TimeoutExpired as error:
        raise OfficeFailedError(origin.name, origin.media) from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
