"""Certified extracts: only of what was approved, under a number of its own, on paper and as a Word file."""

import io
import uuid
from dataclasses import replace

import pytest
from django.db import connection
from django.utils import timezone
from docx import Document
from tests.office.conftest import SMALL_PLAN
from tests.office.plans.conftest import NUMBER

from taizhang.office.audit.models import AuditEntry
from taizhang.office.audit.sm3 import sm3_by_hand
from taizhang.office.organisations.models import HistoryIsKeptError
from taizhang.office.plans.conversion import as_values
from taizhang.office.plans.extracts.services import (
    BrokenTextError,
    NotApprovedError,
    NoWordsError,
    Request,
    certify,
)
from taizhang.office.plans.layout import page_of
from taizhang.office.plans.models import Extract, PlanVersion
from taizhang.paper.documents.opening import open_document
from taizhang.paper.pipeline import understand

PROMISE = "固定资产投资增长9%以上"


def request_for(version, words=PROMISE, ticket=None):
    start = version.text.index(words)
    return Request(version.id, start, start + len(words), "固定资产投资目标", ticket or uuid.uuid4(), "项目报批")


@pytest.fixture
def issued(walk):
    return walk.to_issued().newest


@pytest.fixture
def made(issued, clerk):
    return certify(request=request_for(issued), by=clerk, now=timezone.now())


def test_an_extract_holds_everything_that_proves_it(made, issued):
    assert made.quote == PROMISE
    assert made.section == ["二、2024年预期目标"]
    assert made.issued_number == NUMBER
    assert made.resolution.number == "青山县十八届人大三次会议决议"
    assert made.page is None
    assert made.quote_sm3 == sm3_by_hand(PROMISE.encode())
    assert AuditEntry.objects.filter(action="plans.extract_certified").count() == 1


def test_numbers_run_on_and_pressing_twice_takes_one(made, issued, clerk):
    again = request_for(issued, ticket=made.ticket)
    assert certify(request=again, by=clerk, now=timezone.now()) == made
    other = certify(request=request_for(issued, "城镇新增就业3000人以上"), by=clerk, now=timezone.now())
    assert (made.number, other.number) == (1, 2)


def test_nothing_is_certified_of_a_draft(walk, clerk):
    walk.to_congress()
    with pytest.raises(NotApprovedError):
        certify(request=request_for(walk.newest), by=clerk, now=timezone.now())
    walk.enter()
    with pytest.raises(NotApprovedError):
        certify(request=request_for(walk.newest), by=clerk, now=timezone.now())


def test_nothing_is_certified_of_a_text_that_was_tampered_with(issued, clerk):
    request = request_for(issued)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE plans_planversion SET text = replace(text, '9%', '8%')")
    with pytest.raises(BrokenTextError):
        certify(request=request, by=clerk, now=timezone.now())


def test_words_that_are_not_there_are_not_certified(issued, clerk):
    for start, end in ((10**6, 10**6 + 4), (0, 10**7)):
        with pytest.raises(NoWordsError):
            certify(request=Request(issued.id, start, end, "无", uuid.uuid4()), by=clerk, now=timezone.now())


def test_what_was_certified_is_never_changed(made):
    made.title = "别的"
    with pytest.raises(HistoryIsKeptError):
        made.save()
    with pytest.raises(HistoryIsKeptError):
        Extract.objects.all().update(title="别的")
    with pytest.raises(HistoryIsKeptError):
        made.delete()


def test_the_page_and_the_word_file_say_the_same(made, client, clerk):
    client.force_login(clerk)
    page = client.get(f"/plans/extracts/{made.pk}/").content.decode()
    paper = Document(io.BytesIO(client.get(f"/plans/extracts/{made.pk}/word/").content))
    printed = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    for words in (
        str(made),
        PROMISE,
        NUMBER,
        "青山县十八届人大三次会议决议",
        "2024年2月1日",
        made.quote_sm3[:16],
        "无页码",
        "项目报批",
    ):
        assert words in page, words
        assert words in printed, words
    assert "至今一致" in page


def test_the_page_is_that_of_an_official_paper(made, client, clerk):
    client.force_login(clerk)
    paper = Document(io.BytesIO(client.get(f"/plans/extracts/{made.pk}/word/").content))
    (section,) = paper.sections
    assert [round(each.mm) for each in (section.page_width, section.page_height, section.top_margin)] == [210, 297, 37]
    assert [paragraph.style.name for paragraph in paper.paragraphs][:3] == ["发文字号", "Title", "Body Text"]


def test_a_clerk_certifies_through_the_page(issued, client, clerk):
    client.force_login(clerk)
    start = issued.text.index(PROMISE)
    choose = client.get(f"/plans/versions/{issued.id}/extract/").content.decode()
    assert f"span={start - len('地区生产总值增长6%左右，')}-" in choose
    form = client.get(
        f"/plans/versions/{issued.id}/extract/?start={start}&end={start + len(PROMISE)}&title=投资"
    ).content.decode()
    assert PROMISE in form
    ticket = uuid.uuid4()
    sent = {"start": start, "end": start + len(PROMISE), "title": "投资", "purpose": "", "ticket": ticket}
    for _ in range(2):
        answer = client.post(f"/plans/versions/{issued.id}/extract/", sent)
        assert answer.url == f"/plans/extracts/{Extract.objects.get().pk}/"
    register = client.get(f"/plans/{issued.plan_id}/extracts/?q=1号").content.decode()
    assert str(Extract.objects.get()) in register
    assert "没有这样的摘录证明" in client.get(f"/plans/{issued.plan_id}/extracts/?q=耕地").content.decode()


def test_the_congress_reads_certificates_and_does_not_make_them(made, client, person):
    client.force_login(person("congress"))
    assert client.get(f"/plans/extracts/{made.pk}/").status_code == 200
    assert client.get(f"/plans/versions/{made.version_id}/extract/").status_code == 403


def test_the_page_a_word_stands_on_is_told():
    stored = {"pages": [[0, 1], [120, 2], [300, 4]]}
    assert [page_of(stored, offset) for offset in (0, 119, 120, 299, 300, 999)] == [1, 1, 2, 2, 4, 4]
    assert page_of({}, 5) is None


def test_reading_keeps_where_the_pages_of_a_file_begin(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(SMALL_PLAN, encoding="utf-8")
    document = open_document(path)
    half = len(document.pieces) // 2
    pieces = [replace(piece, page=1 + (number >= half)) for number, piece in enumerate(document.pieces)]
    paged = understand(replace(document, pieces=tuple(pieces)))
    assert as_values(paged).layout["pages"] == [[pieces[0].span.start, 1], [pieces[half].span.start, 2]]
    assert as_values(understand(document)).layout["pages"] == []


def test_the_words_are_looked_up_anew(made, client, clerk):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE plans_planversion SET text = replace(text, '9%', '8%')")
    assert PlanVersion.objects.get(id=made.version_id)
    client.force_login(clerk)
    assert "已找不到相同的文字" in client.get(f"/plans/extracts/{made.pk}/").content.decode()
