"""Older and foreign formats are read by way of LibreOffice, and missed politely where it is not installed."""

import hashlib
import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from taizhang.paper.documents import through_office
from taizhang.paper.documents.document import Document
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.errors import OfficeFailedError, OfficeMissingError

View = list[str | list[list[str]]]
PAGE = "<html><h1>一、总体要求</h1><p>地区生产总值增长6%左右。</p><table border=1><tr><td>指标</td><td>目标</td></tr><tr><td>投资</td><td>10%</td></tr></table><p>完。</p></html>"
READ = ["一、总体要求", "地区生产总值增长6%左右。", [["指标", "目标"], ["投资", "10%"]], "完。"]


def test_without_libreoffice_the_reader_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OfficeMissingError, match="LibreOffice"):
        open_bytes("计划.rtf", b"{\\rtf1 a}")


def _needs_libreoffice() -> str:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program


def _converted(folder: Path, source: str, data: bytes, target: str) -> bytes:
    """A file of the target's format, made by LibreOffice itself."""
    (folder / source).write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [
        _needs_libreoffice(),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, str(folder / source)], check=True, capture_output=True, timeout=120)
    return (folder / source).with_suffix("." + target.partition(":")[0]).read_bytes()


@pytest.mark.soffice
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("计划.doc", "doc:MS Word 97"),
        ("计划.wps", "doc:MS Word 97"),
        ("计划.rtf", "rtf:Rich Text Format"),
        ("计划.odt", "odt"),
    ],
)
def test_a_text_document_is_read(tmp_path: Path, name: str, target: str, view: Callable[[Document], View]) -> None:
    made = _converted(tmp_path, "a.html", PAGE.encode(), target)
    document = open_bytes(name, made)
    assert [piece for piece in view(document) if piece] == READ
    assert document.origin.name == name


@pytest.mark.soffice
@pytest.mark.parametrize(("name", "target"), [("指标.ods", "ods"), ("指标.et", "xls")])
def test_a_workbook_is_read(tmp_path: Path, name: str, target: str, view: Callable[[Document], View]) -> None:
    book = openpyxl.Workbook()
    book.active.append(["投资", 0.045, '=A1&"增长"'])
    book.active["B1"].number_format = "0.0%"
    file = io.BytesIO()
    book.save(file)
    assert view(open_bytes(name, _converted(tmp_path, "a.xlsx", file.getvalue(), target))) == [
        [["投资", "4.5%", "投资增长"]]
    ]


@pytest.mark.soffice
def test_a_file_libreoffice_cannot_convert_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _needs_libreoffice()
    monkeypatch.setattr(through_office, "_LONGEST_WAIT", 0.01)
    with pytest.raises(OfficeFailedError):
        open_bytes("计划.rtf", b"{\\rtf1 a}")


@pytest.mark.soffice
def test_noise_that_libreoffice_takes_for_words_is_refused() -> None:
    _needs_libreoffice()
    noise = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(200))
    with pytest.raises(OfficeFailedError):
        open_bytes("a.rtf", b"{\\rtf1 " + noise)
