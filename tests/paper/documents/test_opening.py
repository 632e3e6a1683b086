"""A file is known by its content, and whatever cannot be read is refused in one sentence."""

import io
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from taizhang.paper import errors
from taizhang.paper.documents import opening
from taizhang.paper.documents.opening import LARGEST_FILE, open_bytes, open_document, printable
from taizhang.paper.errors import PaperError

Make = Callable[..., bytes]
BODY = "<w:p><w:r><w:t>增长6%。</w:t></w:r></w:p>"


def test_a_document_remembers_the_file_it_came_from(tmp_path: Path) -> None:
    data = "地区生产总值增长6%。".encode()
    file = tmp_path / "计划.txt"
    file.write_bytes(data)
    origin = open_document(file).origin
    assert (origin.name, origin.media, origin.size) == ("计划.txt", "txt", len(data))
    assert (origin.sha256, origin.encoding, origin.pages) == (sha256(data).hexdigest(), "utf-8", None)


@pytest.mark.parametrize("name", ["计划", "计划.txt", "计划.pdf", "计划.doc", "计划.DOCX"])
def test_content_wins_over_the_extension(name: str, make_docx: Make) -> None:
    document = open_bytes(name, make_docx(BODY))
    assert (document.text, document.origin.media) == ("增长6%。", "docx")


def test_opening_imports_no_reader_before_a_file_needs_it() -> None:
    code = (
        "import sys; import taizhang.paper.documents.opening;"
        "print(sorted({'lxml', 'python_calamine', 'pypdfium2', 'pdfplumber', 'openpyxl'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "kind", [error for error in vars(errors).values() if isinstance(error, type) and error is not PaperError]
)
def test_every_error_is_one_sentence_in_either_language(kind: type[PaperError]) -> None:
    arguments = {
        "limit": 2**20,
        "media": "docx",
        "format_zh": "甲",
        "format_en": "a",
        "remedy_zh": "请乙",
        "remedy_en": "do b",
    }
    names = kind.__init__.__code__.co_varnames[2 : kind.__init__.__code__.co_argcount]
    error = kind("计划.docx", *(arguments[name] for name in names))
    assert error.zh.endswith("。")
    assert error.zh.count("。") == 1
    assert error.en.endswith(".")
    assert "\n" not in error.zh + error.en
    assert "计划.docx" in error.zh
    assert "计划.docx" in error.en
    assert str(error) == error.zh


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Give up the rights of the administrator, who may read every file, for a while."""
    is_administrator = os.geteuid() == 0
    if is_administrator:
        os.seteuid(65_534)
    try:
        yield
    finally:
        if is_administrator:
            os.seteuid(0)


class TestFiles:
    """What the file system may have in store."""

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(errors.MissingFileError, match=r"计划\.txt"):
            open_document(tmp_path / "计划.txt")

    def test_a_path_through_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_text("甲", encoding="utf-8")
        with pytest.raises(errors.MissingFileError):
            open_document(tmp_path / "a" / "b")

    @pytest.mark.parametrize("name", ["a\0b", "\ud800.txt"])
    def test_a_name_no_file_can_have(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(errors.MissingFileError):
            open_document(tmp_path / name)

    def test_a_name_too_long(self, tmp_path: Path) -> None:
        with pytest.raises(errors.UnreachableFileError):
            open_document(tmp_path / ("长" * 300))

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(errors.FolderError):
            open_document(tmp_path)

    def test_a_file_we_may_not_read(self, tmp_path: Path) -> None:
        file = tmp_path / "计划.txt"
        file.write_text("甲", encoding="utf-8")
        file.chmod(0)
        with _as_nobody(), pytest.raises(errors.AccessDeniedError):
            open_document(file)

    def test_a_loop_of_links(self, tmp_path: Path) -> None:
        (tmp_path / "a").symlink_to(tmp_path / "b")
        (tmp_path / "b").symlink_to(tmp_path / "a")
        with pytest.raises(errors.UnreachableFileError):
            open_document(tmp_path / "a")

    def test_a_pipe_nobody_writes_to(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a")
        with pytest.raises(errors.NotRegularFileError):
            open_document(tmp_path / "a")

    def test_a_device_without_end(self) -> None:
        with pytest.raises(errors.NotRegularFileError):
            open_document(Path("/dev/zero"))

    def test_a_file_of_two_hundred_megabytes(self, tmp_path: Path) -> None:
        file = tmp_path / "计划.txt"
        with file.open("wb") as sparse:
            sparse.truncate(200 * 2**20)
        with pytest.raises(errors.FileTooLargeError, match="100 MB"):
            open_document(file)

    def test_a_name_of_bytes_that_are_no_text(self, tmp_path: Path) -> None:
        file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))
        file.write_text("增长6%。", encoding="utf-8")
        document = open_document(file)
        document.origin.name.encode("utf-8")
        assert document.text == "增长6%。"

    def test_a_name_is_made_fit_to_print(self) -> None:
        assert printable("计\ud800划\n\x1b[31m.txt") == "计?划��[31m.txt"


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf", "a.xlsx", "a.html"])
def test_an_empty_file(name: str) -> None:
    with pytest.raises(errors.EmptyFileError):
        open_bytes(name, b"")


@pytest.mark.parametrize("data", [b" \r\n\t \n", "\u3000\n\ufeff".encode(), b"<html><body><br></body></html>"])
def test_a_file_without_words(data: bytes) -> None:
    with pytest.raises(errors.NoWordsError):
        open_bytes("a.txt", data)


def test_a_word_file_without_words(make_docx: Make) -> None:
    with pytest.raises(errors.NoWordsError):
        open_bytes("a.docx", make_docx("<w:p/>"))


@pytest.mark.parametrize(
    ("start", "format_zh"),
    [
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"II*\x00", "图片"),
        (b"RIFF\x00\x00\x00\x00WEBP", "图片"),
        (b"Rar!\x1a\x07\x01", "压缩包"),
        (b"\x1f\x8b\x08", "压缩包"),
        (b"MIME-Version: 1.0", "网页归档文件"),
        (b'<?xml version="1.0"?><Workbook/>', "XML 数据文件"),
    ],
)
def test_formats_we_do_not_read_are_named(start: bytes, format_zh: str) -> None:
    with pytest.raises(errors.UnsupportedFormatError) as refusal:
        open_bytes("计划.txt", start + b"\x00" * 100)
    assert refusal.value.format_zh == format_zh


@pytest.mark.parametrize(
    ("member", "format_zh"),
    [("OFD.xml", "OFD 版式文件"), ("ppt/presentation.xml", "演示文稿"), ("计划.docx", "压缩包")],
)
def test_packages_we_do_not_read_are_named(make_zip: Make, member: str, format_zh: str) -> None:
    with pytest.raises(errors.UnsupportedFormatError) as refusal:
        open_bytes("a.docx", make_zip({member: "甲"}))
    assert refusal.value.format_zh == format_zh


class TestDamage:
    """Files cut short, locked or forged."""

    @pytest.mark.parametrize("part", [0.01, 0.3, 0.6, 0.95])
    def test_a_word_file_cut_short(self, make_docx: Make, part: float) -> None:
        data = make_docx(BODY * 50)
        with pytest.raises(errors.DamagedFileError, match="docx"):
            open_bytes("a.docx", data[: max(5, int(len(data) * part))])

    def test_a_member_that_does_not_unpack(self, make_docx: Make) -> None:
        data = bytearray(make_docx(BODY * 50))
        start = data.index(b"word/document.xml") + len("word/document.xml")
        data[start + 5 : start + 25] = b"\xff" * 20
        with pytest.raises(errors.DamagedFileError):
            open_bytes("a.docx", bytes(data))

    @pytest.mark.parametrize("xml", ["", "<w:document", "<a/>", "不是 XML"])
    def test_a_main_part_that_is_no_document(self, make_zip: Make, xml: str) -> None:
        with pytest.raises(errors.DamagedFileError):
            open_bytes("a.docx", make_zip({"word/document.xml": xml}))

    def test_a_package_without_its_main_part(self, make_zip: Make) -> None:
        for name in ("word/styles.xml", "xl/styles.xml"):
            with pytest.raises(errors.DamagedFileError):
                open_bytes("a.docx", make_zip({name: "<a/>"}))

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_entities_are_refused_before_they_grow(self, make_zip: Make, encoding: str) -> None:
        bomb = (
            '<!DOCTYPE a [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
        )
        declared = f'<?xml version="1.0" encoding="{encoding}"?>{bomb}'
        with pytest.raises(errors.UnsafeMarkupError):
            open_bytes("a.docx", make_zip({"word/document.xml": declared.encode(encoding)}))

    def test_entities_of_a_web_page_open_nothing(self) -> None:
        page = '<!DOCTYPE html [<!ENTITY c SYSTEM "file:///etc/passwd">]><html><p>甲&c;&#xD800;&#0;乙</p></html>'
        text = open_bytes("a.html", page.encode()).text
        assert "root" not in text
        text.encode("utf-8")

    def test_a_member_that_swells_without_measure(self, make_zip: Make) -> None:
        with pytest.raises(errors.ArchiveBombError):
            open_bytes("a.docx", make_zip({"word/document.xml": b" " * (64 * 2**20)}))

    def test_more_members_than_a_document_has(self, make_zip: Make) -> None:
        with pytest.raises(errors.ArchiveBombError):
            open_bytes("a.docx", make_zip({f"word/{number}": b"" for number in range(10_001)}))

    def test_a_member_that_is_larger_than_it_says(self, make_docx: Make) -> None:
        data = bytearray(make_docx(BODY * 5_000))
        for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
            place = data.rindex(mark) + offset
            data[place : place + 4] = struct.pack("<I", 100)
        with pytest.raises((errors.DamagedFileError, errors.ArchiveBombError)):
            open_bytes("a.docx", bytes(data))

    def test_a_locked_zip_member(self, make_docx: Make) -> None:
        data = bytearray(make_docx(BODY))
        for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
            place = data.find(mark)
            while place >= 0:
                data[place + offset] |= 1
                place = data.find(mark, place + 4)
        with pytest.raises(errors.PasswordProtectedError):
            open_bytes("a.docx", bytes(data))

    def test_a_locked_open_document(self, make_zip: Make) -> None:
        members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}
        members["META-INF/manifest.xml"] = "<manifest:encryption-data/>"
        with pytest.raises(errors.PasswordProtectedError):
            open_bytes("a.odt", make_zip(members))

    def test_a_compound_file_cut_short(self) -> None:
        with pytest.raises(errors.DamagedFileError):
            open_bytes("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60)

    def test_a_pdf_cut_short(self) -> None:
        pytest.importorskip("pypdfium2", reason="the pdf extra is not installed")
        with pytest.raises(PaperError):
            open_bytes("a.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog")


def _compound(name: str, stream: bytes) -> bytes:
    """A compound file with one stream of 4096 bytes or more."""
    stream = stream.ljust(-(-max(len(stream), 4096) // 512) * 512, b"\0")
    count = len(stream) // 512

    def entry(title: str, kind: int, child: int, start: int, size: int) -> bytes:
        encoded = (title + "\0").encode("utf-16-le")
        none = 0xFFFFFFFF
        return encoded.ljust(64, b"\0") + struct.pack(
            "<HBBIII36xIIxxxx", len(encoded), kind, 1, none, none, child, start, size
        )

    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    fat = [0xFFFFFFFD, end, *range(3, count + 2), end]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 62, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0, 0) + struct.pack("<108I", *[free] * 108)
    directory = entry("Root Entry", 5, 1, end, 0) + entry(name, 2, free, 2, len(stream)) + b"\0" * 256
    return header + struct.pack("<128I", *fat, *[free] * (128 - len(fat))) + directory + stream


class TestLockedCompoundFiles:
    """Passwords in the older formats, and around the newer ones."""

    def test_a_locked_docx_or_xlsx(self) -> None:
        with pytest.raises(errors.PasswordProtectedError):
            open_bytes("a.docx", _compound("EncryptedPackage", b""))

    def test_a_locked_doc(self) -> None:
        head = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, 0x0100)
        with pytest.raises(errors.PasswordProtectedError):
            open_bytes("a.doc", _compound("WordDocument", head))

    def test_a_locked_xls(self) -> None:
        begin, locked = struct.pack("<HHHH12x", 0x809, 16, 0x0600, 5), struct.pack("<HHH", 0x2F, 2, 0)
        with pytest.raises(errors.PasswordProtectedError):
            open_bytes("a.xls", _compound("Workbook", begin + locked))

    def test_another_kind_of_office_file(self) -> None:
        with pytest.raises(errors.UnsupportedFormatError, match="演示文稿"):
            open_bytes("a.ppt", _compound("PowerPoint Document", b""))


def test_a_missing_pdf_extra_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(errors.PdfSupportMissingError, match="pip install"):
        open_bytes("a.pdf", b"%PDF-1.7\n")


def test_data_larger_than_the_limit_is_refused_from_memory_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST_FILE", 10)
    with pytest.raises(errors.FileTooLargeError):
        open_bytes("a.txt", b"x" * 11)
    assert LARGEST_FILE == 100 * 2**20


def test_a_zip_with_an_empty_directory_is_refused() -> None:
    file = io.BytesIO()
    zipfile.ZipFile(file, "w").close()
    with pytest.raises(errors.UnsupportedFormatError):
        open_bytes("a.zip", file.getvalue())


def test_comments_before_the_first_tag_are_skipped_in_one_go() -> None:
    """Trying every way to pair their ends would take longer than anyone lives."""
    assert open_bytes("a.txt", b"<!-- --> \n" * 1_000).origin.media == "txt"
    assert open_bytes("a.txt", b"<!-- a --> <!-- b -->\n<html><p>1</html>").origin.media == "html"


def test_a_name_keeps_its_full_width_spaces() -> None:
    assert printable("全　区 计划.txt") == "全　区 计划.txt"


def test_a_table_of_forged_spans_is_no_wider_than_a_table_can_be() -> None:
    page = "<table>" + "<tr><td rowspan=99999 colspan=99999>甲" * 500 + "<tr><td>乙</table>"
    assert open_bytes("a.html", f"<html>{page}".encode()).text.strip() == "甲"
