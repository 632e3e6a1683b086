"""Pdfs that cannot be read: each refused in one sentence that says what to do."""

import pickle
import sys
from contextlib import suppress

import pytest
from tests.paper.documents.pdf.pdf_making import Sheet, make_nest, make_pdf

from taizhang.paper.documents.document import Origin
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.documents.pdf.errors import EndlessPdfError, GarbledPdfError
from taizhang.paper.documents.pdf.from_pdf import read_pdf
from taizhang.paper.errors import DamagedFileError, PaperError, PasswordProtectedError, ScannedDocumentError


@pytest.fixture
def whole():
    sheet = Sheet()
    sheet.write_lines(90, 100, ["全区上下齐心协力稳增长促改革调结构惠民生经济运行总体平稳稳中"] * 8)
    return make_pdf(sheet)


def scan() -> Sheet:
    sheet = Sheet()
    sheet.commands.append("q 400 0 0 600 70 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")
    return sheet


def test_pages_of_pictures_are_refused_as_a_scan():
    with pytest.raises(ScannedDocumentError, match="扫描件"):
        open_bytes("扫描.pdf", make_pdf(scan(), scan()))


def test_a_page_number_on_a_scan_is_not_its_text():
    stamped = scan()
    stamped.write(280, 800, "— 1 —")
    with pytest.raises(ScannedDocumentError):
        open_bytes("扫描.pdf", make_pdf(stamped))


def test_of_a_pdf_scanned_in_part_the_rest_is_read(read):
    words = Sheet()
    words.write(90, 100, "本表为初步统计数，正式数据以年鉴为准，特此说明。")
    assert read("半扫描.pdf", make_pdf(scan(), words)) == ["本表为初步统计数，正式数据以年鉴为准，特此说明。"]


def test_a_locked_pdf_is_refused(whole):
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"28" * 32 + b"> /U <" + b"41" * 32 + b"> >>"
    locked = whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] " + lock)
    with pytest.raises(PasswordProtectedError, match="密码"):
        open_bytes("加密.pdf", locked)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_pdf_cut_short_is_refused_even_where_some_of_it_could_be_mended(whole, share):
    with pytest.raises(DamagedFileError, match="不完整"):
        open_bytes("截断.pdf", whole[: int(len(whole) * share)])


def test_noise_after_the_signature_is_refused():
    with pytest.raises(DamagedFileError):
        open_bytes("噪声.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"%%EOF")


def test_a_text_layer_of_private_signs_is_refused_as_garbled():
    sheet = Sheet()
    sheet.write_lines(90, 100, ["\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008" * 3] * 4)
    with pytest.raises(GarbledPdfError, match="乱码"):
        open_bytes("乱码.pdf", make_pdf(sheet))


@pytest.mark.parametrize("start", range(0, 200, 20))
def test_damaged_bytes_are_read_or_refused_never_a_traceback(whole, start):
    for place in range(start, len(whole), 200):
        damaged = whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
        with suppress(PaperError):
            read_pdf(damaged, Origin("损坏.pdf", "pdf", "", len(damaged))).text.encode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no bounds to a process")
def test_a_pdf_that_unfolds_without_end_is_refused_and_we_go_on():
    """Ten pictures of ten pictures of ten pictures …, twelve deep."""
    with pytest.raises(EndlessPdfError, match="异常庞大"):
        open_bytes("无尽.pdf", make_nest(depth=12, branches=10))


def test_a_refusal_keeps_its_sentences_on_its_way_between_processes():
    error = pickle.loads(pickle.dumps(DamagedFileError("甲.pdf", "pdf")))
    assert type(error) is DamagedFileError
    assert (error.zh, error.en, error.media) == (str(error), DamagedFileError("甲.pdf", "pdf").en, "pdf")
