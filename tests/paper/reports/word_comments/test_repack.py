"""A package is packed again with nothing changed but what was asked."""

import io
import zipfile

import pytest

from taizhang.paper.documents.packages.package import open_package
from taizhang.paper.errors import DamagedFileError
from taizhang.paper.reports.word_comments.repack import repack


def packed(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, (content, method) in members.items():
            entry = zipfile.ZipInfo(name, (2023, 3, 13, 9, 30, 0))
            entry.compress_type = method
            archive.writestr(entry, content)
    return file.getvalue()


MEMBERS = {
    "word/": (b"", zipfile.ZIP_STORED),
    "word/document.xml": (b"<old/>", zipfile.ZIP_DEFLATED),
    "word/media/图片1.png": (b"\x89PNG picture" * 100, zipfile.ZIP_STORED),
}


def test_members_keep_order_bytes_time_and_method_and_new_ones_come_last():
    made = repack(
        open_package(packed(MEMBERS), "a.docx", "docx"), {"word/document.xml": b"<new/>", "b": b"b", "a": b"a"}
    )
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == [*MEMBERS, "b", "a"]
        assert archive.read("word/document.xml") == b"<new/>"
        picture = archive.getinfo("word/media/图片1.png")
        assert archive.read(picture) == MEMBERS["word/media/图片1.png"][0]
        assert (picture.date_time, picture.compress_type) == ((2023, 3, 13, 9, 30, 0), zipfile.ZIP_STORED)


def test_a_broken_picture_is_told_as_a_damaged_file():
    data = packed(MEMBERS).replace(b"\x89PNG picture", b"\x89PNG pictura", 1)
    with pytest.raises(DamagedFileError):
        repack(open_package(data, "a.docx", "docx"), {})
