"""The findings beside the document: marked words, the list with its filters, the banner, the commented Word file."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.demonstration.sample_plan import compose_sample_plan
from taizhang.office.findings import services
from taizhang.office.findings.models import Action, Check, FindingRecord
from taizhang.office.plans.services import take_in


@pytest.fixture
def address(small_plan):
    return f"/plans/{small_plan.id}/findings/"


@pytest.fixture
def page(address, signed_in):
    return signed_in.get(address).content.decode()


def words(html):
    return re.sub(r"\s", "", re.sub(r"<[^>]+>", "", html))


def test_every_word_of_the_document_is_there_in_order(page, small_plan):
    sheet = re.search(r"<article[^>]*>(.*)</article>", page, re.DOTALL)[1]
    assert words(sheet) == re.sub(r"\s", "", small_plan.versions.get().text)


def test_the_words_a_finding_rests_on_are_marked_and_lead_to_it(page, error):
    mark = re.search(rf'<a class="doubt doubt-error" href="#f-{error.id}"[^>]*>(.*?)</a>', page)
    assert words(mark[1]) == "8.6%"
    assert f'id="p-{error.id}-0"' in page
    assert f'id="p-{error.id}-1"' in page  # in the annex
    assert f'href="#p-{error.id}-1"' in page


def test_words_of_a_heading_are_marked_too(page, warning):
    heading = re.search(r"<h2[^>]*>(.*?附件.*?)</h2>", page)
    assert f'href="#f-{warning.id}"' in heading[1]


def test_no_mark_stands_inside_another(page):
    for mark in re.findall(r'<a class="doubt.*?</a>', page):
        assert mark.count("<a ") == 1


def test_the_worst_come_first(page):
    order = re.findall(r'class="finding finding-(\w+) ', page)
    assert order == sorted(order, key=["error", "warning", "hint"].index)


def test_a_finding_tells_its_arithmetic_its_rule_and_what_to_do(page, error):
    entry = re.search(rf'id="f-{error.id}".*?</form>', page, re.DOTALL)[0]
    assert error.message_zh in entry
    assert "矛盾" in entry
    assert re.search(r"<dt>正文</dt><dd[^>]*>8.6%</dd>", entry)
    assert "<dt>为什么</dt>" in entry
    assert all(words in entry for words in ("已改正", "属实不改", "不适用"))


def test_the_list_is_filtered_by_severity_state_and_section(address, signed_in, error, warning):
    def listed(query):
        page = signed_in.get(f"{address}?{query}").content.decode()
        return {int(number) for number in re.findall(r'<summary id="f-(\d+)"', page)}

    assert listed("severity=error") == {error.id}
    assert warning.id in listed("severity=warning")
    assert listed("state=settled") == set()
    assert listed("state=nonsense") == set(FindingRecord.objects.values_list("id", flat=True))
    section = signed_in.get(address).context["listing"].sections[0].value
    assert listed(f"section={section}") == {error.id}


def test_choices_count_what_they_would_leave(address, signed_in):
    listing = signed_in.get(f"{address}?severity=error").context["listing"]
    assert {choice.value: choice.count for choice in listing.states} == {"open": 1, "review": 0, "settled": 0}
    assert sum(choice.count for choice in listing.severities) == listing.total


def test_a_filter_that_leaves_nothing_says_so(address, signed_in):
    assert "没有符合条件的疑点" in signed_in.get(f"{address}?state=review").content.decode()


def test_the_banner_and_the_tab_count_what_stands_in_the_way(address, signed_in, error, clerk, reviewer):
    def banner():
        return signed_in.get(address).content.decode()

    assert "还有 1 条错误未处理，不能印发" in banner()
    assert ">1<" in signed_in.get(f"{address}badge/").content.decode()
    services.dispose(finding_id=error.id, action=Action.FIXED, reason="改为7.5%", by=clerk)
    assert "其中 1 条已写明处理，待另一人复核" in banner()
    services.confirm(finding_id=error.id, by=reviewer)
    assert "没有未处理的错误" in banner()
    assert signed_in.get(f"{address}badge/").content == b""


def test_the_tab_of_every_page_of_the_plan_asks_for_its_count(small_plan, signed_in, address):
    page = signed_in.get(f"/plans/{small_plan.id}/text/").content.decode()
    assert f'hx-get="{address}badge/"' in page


def test_a_deed_without_a_script_goes_back_to_the_finding(signed_in, error, address):
    answer = signed_in.post(f"/findings/{error.id}/dispose/", {"action": "accepted", "reason": "年报数"})
    assert answer.headers["Location"] == f"{address}#f-{error.id}"
    page = signed_in.get(address).content.decode()
    assert "已记下，待另一人复核" in page
    assert "您自己不能复核自己的处理" in page


def test_a_deed_in_place_answers_with_a_way_back(signed_in, warning):
    answer = signed_in.post(f"/findings/{warning.id}/dispose/", {"action": "fixed"}, headers={"HX-Request": "true"})
    assert "plan-changed" in answer.headers["HX-Trigger"]
    assert f"/findings/{warning.id}/take-back/" in answer.content.decode()


def test_the_second_person_finds_the_two_ways(client, error, clerk, reviewer, address):
    services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="年报数", by=clerk)
    client.force_login(reviewer)
    page = client.get(address).content.decode()
    assert "复核通过" in page
    assert "退回，请对方重新处理" in page
    client.post(f"/findings/{error.id}/confirm/")
    assert "没有未处理的错误" in client.get(address).content.decode()


def test_a_missing_reason_and_a_nonsense_deed_are_told(signed_in, error):
    missing = signed_in.post(f"/findings/{error.id}/dispose/", {"action": "accepted"})
    assert missing.status_code == 422
    assert "请写明理由" in missing.content.decode()
    for said in ({"action": "confirmed"}, {"action": "fixed", "reason": "长" * 501}):
        assert signed_in.post(f"/findings/{error.id}/dispose/", said).status_code == 422


def test_rules_that_have_changed_since_are_told(signed_in, small_plan, address):
    Check.objects.update(rules="0.0.1-old")
    assert "规则已更新，请重新核校" in signed_in.get(address).content.decode()


def test_a_plan_that_was_never_checked_says_what_to_do(signed_in, small_plan, address):
    Check.objects.all().delete()
    page = signed_in.get(address).content.decode()
    assert "这一稿还没有核校完，不能印发" in page
    assert "开始核校" in page


def test_the_page_speaks_english_when_asked(signed_in, address, error):
    signed_in.cookies["django_language"] = "en"
    page = signed_in.get(address).content.decode()
    assert error.message_en in page
    assert "Text and annex give the same growth" in page


def test_whoever_is_not_signed_in_sees_nothing(client, address, error):
    assert client.get(address).status_code == 302
    assert client.post(f"/findings/{error.id}/dispose/", {"action": "fixed", "reason": "x"}).status_code == 302


def test_a_real_site_offers_nobody_to_become(page):
    assert "换成" not in page


def test_the_commented_file_carries_what_is_not_settled(client, clerk, reviewer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("示例.docx", compose_sample_plan()), by=clerk)
    error = FindingRecord.objects.filter(code="C05").get()
    services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="年报数", by=clerk)
    services.confirm(finding_id=error.id, by=reviewer)
    client.force_login(clerk)
    answer = client.get(f"/plans/{receipt.plan_id}/findings/commented/")
    assert "%E6%A0%B8%E6%A0%A1%E6%89%B9%E6%B3%A8" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        comments = package.read("word/comments.xml").decode()
    codes = set(re.findall(r"C\d\d", comments))
    assert "C45" in codes
    assert "C05" not in codes
