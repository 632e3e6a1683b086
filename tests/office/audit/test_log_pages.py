"""The auditor's pages: entries in plain words, filtered, exported, and their chain verified."""

import csv
import io
from datetime import UTC, datetime

import openpyxl
import pytest

from taizhang.office.audit.anchors import read_anchors
from taizhang.office.audit.models import AuditEntry
from taizhang.office.audit.selectors import ROWS_A_PAGE
from taizhang.office.audit.services import record
from taizhang.office.pages.trail import Act, Matter

HTMX = {"HX-Request": "true"}


def read(answer):
    return answer.content.decode()


def numbers(answer):
    return [row.sequence for row in answer.context["log"].rows]


def test_an_entry_is_told_in_plain_words(auditing, clerk):
    record(Act("commitments.adopted", clerk, Matter("commitment", "7", "地区生产总值增长6%左右")))
    page = read(auditing.get("/audit/"))
    assert "<strong>办事员甲</strong> 把 <strong>地区生产总值增长6%左右</strong> 纳入台账" in page
    assert AuditEntry.objects.get().digest[:12] in page


def test_the_log_speaks_english_when_asked(auditing, clerk, settings):
    record(Act("commitments.adopted", clerk, Matter("commitment", "7", "地区生产总值增长6%左右")))
    auditing.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = read(auditing.get("/audit/"))
    assert "adopted <strong>地区生产总值增长6%左右</strong> into the ledger" in page


def test_before_the_first_entry_the_log_says_so(auditing):
    assert "还没有记录" in read(auditing.get("/audit/"))


def test_the_newest_stands_first_and_pages_follow_each_other(auditing, add):
    add(ROWS_A_PAGE * 2 + 5)
    first = auditing.get("/audit/")
    assert numbers(first) == list(range(105, 55, -1))
    assert "before=56" in read(first)
    second = auditing.get("/audit/", {"before": 56})
    assert numbers(second) == list(range(55, 5, -1))
    last = auditing.get("/audit/", {"before": 6})
    assert numbers(last) == [5, 4, 3, 2, 1]
    assert last.context["log"].older is None
    back = auditing.get("/audit/", {"after": 5})
    assert numbers(back) == numbers(second)
    assert numbers(auditing.get("/audit/", {"after": 55})) == numbers(first)
    assert auditing.get("/audit/", {"after": 55}).context["log"].newer is None


def test_a_page_costs_the_same_queries_however_long_the_log(auditing, add, django_assert_max_num_queries):
    add(400)
    with django_assert_max_num_queries(5):
        auditing.get("/audit/", {"q": "增长", "person": "办事员", "before": 300})


@pytest.fixture
def mixed(clerk, auditor):
    """Five entries of two days of the site's own time (UTC+8)."""
    evening, next_morning = datetime(2026, 3, 2, 15, 59, tzinfo=UTC), datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
    record(Act("accounts.signed_in", clerk, at=evening))
    record(Act("accounts.sign_in_failed", None, Matter("user", "", "=cmd|'/c calc'!A1"), refused=True, at=evening))
    record(Act("plans.received", clerk, Matter("plan", "12", "青山县计划"), {"file": "青山.docx"}, at=evening))
    record(
        Act("commitments.amended", auditor, Matter("commitment", "5", "就业"), {"fields": ["value"]}, at=next_morning)
    )
    record(Act("commitments.adopted", clerk, Matter("commitment", "5", "就业"), at=next_morning))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "青山"}, [3]),
        ({"q": "value"}, [4]),
        ({"q": "12"}, [3]),
        ({"person": "乙"}, [4]),
        ({"action": "commitments.adopted"}, [5]),
        ({"action": "commitments"}, [5, 4]),
        ({"action": "accounts", "person": "办事员"}, [1]),
        ({"result": "refused"}, [2]),
        ({"since": "2026-03-03"}, [5, 4]),
        ({"until": "2026-03-02"}, [3, 2, 1]),
        ({"since": "2026-03-02", "until": "2026-03-03"}, [5, 4, 3, 2, 1]),
        ({"q": "没有的词"}, []),
        ({"action": "x", "result": "x", "since": "x", "before": "x", "after": "-1"}, [5, 4, 3, 2, 1]),
    ],
)
def test_the_log_is_filtered(auditing, mixed, asked, found):
    assert numbers(auditing.get("/audit/", asked)) == found


def test_nothing_found_is_said_so(auditing, mixed):
    assert "没有符合条件的记录" in read(auditing.get("/audit/", {"q": "没有的词"}))


def test_the_workbook_holds_what_was_asked_for_and_is_recorded_itself(auditing, mixed, auditor):
    answer = auditing.get("/audit/export.xlsx", {"until": "2026-03-02"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["序号", 1, 2, 3]
    assert rows[2][9] == "=cmd|'/c calc'!A1"
    assert sheet.cell(3, 10).data_type == "s"
    entry = AuditEntry.objects.first()
    assert (entry.action, entry.who) == ("audit.exported", auditor.pk)
    assert entry.details == '{"filter":{"until":"2026-03-02"},"format":"xlsx"}'


def test_the_lines_of_text_cannot_be_run_as_formulas(auditing, mixed):
    answer = auditing.get("/audit/export.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["序号"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[1]["对象"] == "'=cmd|'/c calc'!A1"
    assert rows[1]["经过"] == "有人用 =cmd|'/c calc'!A1 登录，未成功"
    assert rows[0]["时间"] == "2026-03-02 23:59:00"
    assert rows[5]["操作种类"] == "导出审计记录"


def test_too_many_for_excel_are_told_to_go_another_way(auditing, mixed, monkeypatch):
    monkeypatch.setattr("taizhang.office.audit.export.MOST_IN_A_WORKBOOK", 3)
    answer = auditing.get("/audit/export.xlsx")
    assert answer.status_code == 422
    assert "导出 CSV" in read(answer)


def test_verifying_tells_the_result_and_is_recorded(auditing, mixed):
    page = read(auditing.post("/audit/verify/"))
    assert "链是完好的" in page
    assert AuditEntry.objects.first().details == '{"entries":5,"found":"intact"}'


def test_verifying_shows_how_far_it_has_come(auditing, add, monkeypatch):
    monkeypatch.setattr("taizhang.office.audit.verification.walk.__defaults__", (4,))
    add(6)
    answer, steps = auditing.post("/audit/verify/", headers=HTMX), []
    while "token" in answer.context:
        steps.append(answer.context["reached"])
        answer = auditing.post("/audit/verify/", {"token": answer.context["token"]}, headers=HTMX)
    assert steps == [4, 6]
    assert "链是完好的" in read(answer)


def test_nobody_verifies_from_the_middle_on(auditing, add):
    add(3)
    assert auditing.post("/audit/verify/", {"token": "made up"}, headers=HTMX).status_code == 403


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_break_is_named_on_the_page(auditing, add, tamper, headers):
    add(4)
    tamper(("UPDATE audit_auditentry SET title = 'x' WHERE sequence = 3",))
    page = read(auditing.post("/audit/verify/", headers=headers))
    assert "链断了" in page
    assert "第 3 号记录的内容在记下之后被改过" in page
    assert AuditEntry.objects.first().details == '{"entries":2,"found":"broken"}'


@pytest.mark.django_db(transaction=True)
def test_a_page_of_entries_that_were_tampered_with_is_still_shown(auditing, add, tamper):
    add(3)
    column = "UPDATE audit_auditentry SET {} WHERE sequence = 2"
    tamper((column.format("moment = '昨天', details = '不是', action = '巫术', result = '?', kind = '龙'"),))
    page = read(auditing.get("/audit/"))
    assert "昨天" in page
    assert "巫术" in page


def test_an_anchor_taken_is_compared_with(auditing, add):
    add(2)
    content = auditing.post("/audit/anchor/").content
    (anchor,) = read_anchors(content)
    assert anchor.sequence == 3  # that it was taken is the last thing it covers
    page = read(auditing.post("/audit/verify/", {"anchor": io.BytesIO(content)}))
    assert "与 1 个锚点相符" in page


def test_an_anchor_travels_with_the_parts(auditing, add, monkeypatch):
    monkeypatch.setattr("taizhang.office.audit.verification.walk.__defaults__", (4,))
    add(6)
    beyond = io.BytesIO(b'{"sequence": 90, "moment": "m", "algorithm": "sm3", "digest": "' + b"a" * 64 + b'"}')
    answer = auditing.post("/audit/verify/", {"anchor": beyond}, headers=HTMX)
    while "token" in answer.context:
        answer = auditing.post("/audit/verify/", {"token": answer.context["token"]}, headers=HTMX)
    assert "其后的记录被截去了" in read(answer)


def test_another_file_is_refused_in_one_sentence(auditing, db):
    answer = auditing.post("/audit/verify/", {"anchor": io.BytesIO(b"something else")}, headers=HTMX)
    assert answer.status_code == 422
    assert "这不是锚点文件" in read(answer)


@pytest.mark.parametrize("path", ["/audit/", "/audit/export.xlsx", "/audit/export.csv"])
def test_nobody_else_reads_it_and_who_tried_is_recorded(signed_in, clerk, path):
    assert signed_in.get(path).status_code == 403
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.who, entry.result) == ("access.refused", clerk.pk, "refused")


@pytest.mark.parametrize("path", ["/audit/verify/", "/audit/anchor/"])
def test_nobody_else_verifies(signed_in, path):
    assert signed_in.post(path).status_code == 403


def test_only_auditors_see_the_section(signed_in, client, auditor):
    assert 'href="/audit/"' not in read(signed_in.get("/plans/"))
    client.force_login(auditor)
    assert 'href="/audit/"' in read(client.get("/plans/"))


def test_a_stranger_is_asked_to_sign_in(client, db):
    assert client.get("/audit/").headers["Location"].startswith("/sign-in/")


def test_reading_leaves_no_trace_and_changes_nothing(auditing, add):
    add(2)
    auditing.get("/audit/")
    assert AuditEntry.objects.count() == 2
    assert auditing.get("/audit/verify/").status_code == 405
    assert auditing.post("/audit/").status_code == 405
