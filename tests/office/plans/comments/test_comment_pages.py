"""The pages of a round: a draft to point into, the form, answers that are not lost, the table as Excel, who sees what."""

import io
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from taizhang.office.plans.comments import services
from taizhang.office.plans.comments.models import Comment, Round

MOST_QUERIES = 12


@pytest.fixture
def live(round_open, django_capture_on_commit_callbacks):
    """The round, its deadline far away from any day a test runs on."""
    Round.objects.update(deadline="2999-01-01")
    return round_open


def test_a_department_reads_the_draft_and_comments_on_a_sentence(live, client, treasurer, finance):
    client.force_login(treasurer)
    page = client.get(f"/plans/{live.plan_id}/comments/text/").content.decode()
    spans = re.findall(r'class="sayable" id="p-\d+" href="[^"]*span=(\d+-\d+)"', page)
    words = [live.version.text[slice(*map(int, span.split("-")))] for span in spans]
    assert "固定资产投资增长9%以上，城镇新增就业3000人以上" in "".join(words)
    assert "6左右" in words
    chosen = client.get(f"/plans/{live.plan_id}/comments/text/?span={spans[3]}").content.decode()
    ticket = re.search(r'name="ticket" value="([^"]+)"', chosen)[1]
    start, end = spans[3].split("-")
    sent = {"organisation": finance, "words": "建议调低", "start": start, "end": end, "ticket": ticket}
    answer = client.post(f"/plans/rounds/{live.pk}/comment/", sent)
    assert answer.status_code == 302
    assert Comment.objects.get().quote == words[3]


def test_drafts_are_invisible_to_whoever_was_not_asked(live, client, unit, person):
    client.force_login(person("head", unit("青山县水利局")))
    assert client.get(f"/plans/{live.plan_id}/text/").status_code == 403
    assert client.get(f"/plans/{live.plan_id}/comments/").status_code == 403
    assert "青山县" not in client.get("/plans/").content.decode().split("<main")[1]


def test_those_asked_see_the_draft_only_while_the_round_is_open(live, client, treasurer, clerk):
    client.force_login(treasurer)
    assert client.get(f"/plans/{live.plan_id}/text/").status_code == 200
    services.close_round(round_id=live.pk, by=clerk)
    assert client.get(f"/plans/{live.plan_id}/text/").status_code == 403


def test_a_newer_draft_is_not_shown_to_those_asked(live, client, treasurer, add_version):
    add_version(live.plan_id, "青山县2024年国民经济和社会发展计划\n\n一、内部测算\n\n地区生产总值增长4%。")
    client.force_login(treasurer)
    assert "内部测算" not in client.get(f"/plans/{live.plan_id}/text/").content.decode()
    assert client.get(f"/plans/{live.plan_id}/text/?draft=2").status_code == 404


def test_nobody_comments_in_another_s_name_by_a_guessed_id(live, client, treasurer, trade):
    client.force_login(treasurer)
    sent = {"organisation": trade, "words": "冒名", "ticket": uuid.uuid4()}
    assert client.post(f"/plans/rounds/{live.pk}/comment/", sent).status_code == 422
    assert not Comment.objects.exists()


def test_an_answer_typed_too_late_is_not_lost(live, client, finance, treasurer, clerk, colleague, say):
    made = say(live, finance, treasurer)
    services.answer(comment_id=made.pk, verdict="adopted", reason="", revision=0, by=colleague)
    client.force_login(clerk)
    sent = {"verdict": "not_adopted", "reason": "写了很久的理由", "revision": 0}
    answer = client.post(f"/plans/comments/{made.pk}/answer/", sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "写了很久的理由" in page
    assert "办事员乙" in page
    assert "已被别人修改" in page


def test_the_table_of_what_became_of_the_comments(live, client, finance, trade, treasurer, trader, clerk, say):
    made = say(live, finance, treasurer, "=1+1 建议调低")
    services.answer(comment_id=made.pk, verdict="partly", reason="部分采纳的理由", revision=0, by=clerk)
    grant = trader.grant("plans.comment")
    services.reply(round_id=live.pk, organisation_id=trade, by=trader, grant=grant, today=live.deadline)
    client.force_login(clerk)
    book = load_workbook(io.BytesIO(client.get(f"/plans/{live.plan_id}/comments/export/").content))
    row = [cell.value for cell in book.worksheets[0][3]]
    assert row[:2] == [1, "青山县财政局"]
    assert book.worksheets[0]["E3"].data_type == "s"
    assert row[5:7] == ["部分采纳", "部分采纳的理由"]
    statuses = {row[1].value: row[2].value for row in book.worksheets[1].iter_rows(min_row=3)}
    assert statuses == {"青山县财政局": "已提意见，未确认反馈", "青山县商务局": "无意见"}


@pytest.mark.parametrize("path", ["comments/", "comments/text/"])
def test_the_number_of_queries_does_not_grow(live, client, finance, treasurer, say, path):
    client.force_login(treasurer)
    counts = []
    for more in (3, 27):
        for _ in range(more):
            say(live, finance, treasurer)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(f"/plans/{live.plan_id}/{path}").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= MOST_QUERIES, [each["sql"][:90] for each in asked]


def test_the_planner_asks_through_the_page(small_plan, client, clerk, finance):
    client.force_login(clerk)
    form = client.get(f"/plans/{small_plan.id}/comments/ask/").content.decode()
    version = re.search(r'<option value="(\d+)"', form)[1]
    sent = {"version": version, "deadline": "2999-01-01", "letter": "", "organisations": [finance]}
    assert client.post(f"/plans/{small_plan.id}/comments/ask/", sent).status_code == 302
    assert Round.objects.get().invitations.get().organisation_id == finance
    late = {**sent, "deadline": "2020-01-01"}
    services.close_round(round_id=Round.objects.get().pk, by=clerk)
    refused = client.post(f"/plans/{small_plan.id}/comments/ask/", late)
    assert refused.status_code == 422
    assert "不能早于今天" in refused.content.decode()
