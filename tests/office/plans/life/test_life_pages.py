"""The page of a plan's life: where it stands, who did what, what may come next — for each as far as they may see."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.office.plans.conftest import ISSUED, NUMBER

from taizhang.office.plans.extracts.services import Request, certify
from taizhang.office.plans.models import Resolution

MOST_QUERIES = 12


def main(answer):
    return answer.content.decode().split("<main")[1]


def test_a_plan_is_walked_through_its_pages(walk, client, clerk, colleague):
    client.force_login(clerk)
    for code in ("submit_draft", "review", "to_congress"):
        revision = re.search(r'name="revision" value="(\d+)"', main(client.get(f"/plans/{walk.plan_id}/life/{code}/")))[
            1
        ]
        sent = {"revision": revision, "reason": "办理", "number": "", "date": ""}
        assert client.post(f"/plans/{walk.plan_id}/life/{code}/", sent).status_code == 302
    sent = {
        "version": walk.newest.id,
        "organ": "人代会",
        "number": "决议1号",
        "decided_on": "2024-02-01",
        "explanation": "照录",
    }
    assert client.post(f"/plans/{walk.plan_id}/resolution/", sent).status_code == 302
    held = Resolution.objects.get()
    assert client.post(f"/plans/resolutions/{held.pk}/confirm/").status_code == 403
    assert "不能自己复核" in main(client.get(f"/plans/resolutions/{held.pk}/"))
    client.force_login(colleague)
    assert "复核通过" in main(client.get(f"/plans/resolutions/{held.pk}/"))
    client.post(f"/plans/resolutions/{held.pk}/confirm/")
    assert "现行有效：第 1 稿" in main(client.get(f"/plans/{walk.plan_id}/life/"))


def test_what_was_typed_is_not_lost_when_a_move_is_refused(walk, client, clerk):
    walk.to_congress().approve()
    client.force_login(clerk)
    sent = {"revision": walk.plan.revision, "number": "19号", "date": "2024-03-13"}
    answer = client.post(f"/plans/{walk.plan_id}/life/issue/", sent)
    assert answer.status_code == 422
    assert 'value="19号"' in main(answer)
    assert "机关代字" in main(answer)


def test_somebody_who_was_slower_is_told_and_may_go_on(walk, client, clerk):
    client.force_login(clerk)
    seen = walk.plan.revision
    walk.move("submit_draft", by=walk.colleague)
    walk.move("send_back", by=walk.colleague, reason="再改")
    answer = client.post(f"/plans/{walk.plan_id}/life/submit_draft/", {"revision": seen, "reason": "我的说明"})
    assert answer.status_code == 409
    assert "我的说明" in main(answer)
    again = re.search(r'name="revision" value="(\d+)"', main(answer))[1]
    assert client.post(f"/plans/{walk.plan_id}/life/submit_draft/", {"revision": again}).status_code == 302


def test_requirements_are_told_before_anything_is_pressed(walk, client, clerk):
    walk.to_congress()
    client.force_login(clerk)
    offers = client.get(f"/plans/{walk.plan_id}/life/next/").content.decode()
    assert "录入批准决议" in offers
    assert "处错误没有处理完" in offers
    assert "退回起草" in offers


def test_whoever_may_not_move_is_offered_nothing(walk, client, person):
    walk.to_issued()
    client.force_login(person("leader"))
    assert "下一步" not in main(client.get(f"/plans/{walk.plan_id}/life/"))
    assert "没有可以办理的事项" in client.get(f"/plans/{walk.plan_id}/life/next/").content.decode()
    assert client.post(f"/plans/{walk.plan_id}/life/break_down/", {"revision": 0}).status_code == 403


def test_the_congress_sees_nothing_of_the_drafting(walk, client, person, add_version):
    congress = person("congress")
    client.force_login(congress)
    assert client.get(f"/plans/{walk.plan_id}/life/").status_code == 403
    walk.to_issued()
    add_version(walk.plan_id, "青山县2024年国民经济和社会发展计划\n\n一、内部测算\n\n增长4%。", name="内部测算稿.txt")
    page = main(client.get(f"/plans/{walk.plan_id}/life/"))
    assert NUMBER in page
    assert "送区政府审定" not in page
    assert "内部测算稿" not in page
    assert client.get(f"/plans/{walk.plan_id}/text/?draft=2").status_code == 404


def test_the_plan_in_force_is_what_pages_show_though_a_newer_draft_is_there(walk, signed_in, add_version):
    walk.to_issued()
    add_version(walk.plan_id, "青山县2024年国民经济和社会发展计划\n\n一、拟调整内容\n\n地区生产总值增长4%。")
    assert "拟调整内容" not in signed_in.get(f"/plans/{walk.plan_id}/text/").content.decode()
    assert "拟调整内容" in signed_in.get(f"/plans/{walk.plan_id}/text/?draft=2").content.decode()


@pytest.mark.parametrize("path", ["life/", "life/next/"])
def test_the_number_of_queries_does_not_grow(walk, client, clerk, path):
    client.force_login(clerk)
    counts = []
    for rounds in (1, 9):
        for _ in range(rounds):
            walk.move("submit_draft")
            walk.move("send_back", reason="再改")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/plans/{walk.plan_id}/{path}")
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= MOST_QUERIES, [query["sql"][:90] for query in asked]


def test_an_unknown_move_has_no_page(walk, signed_in):
    for code in ("nonsense", "approve", "consult"):
        assert signed_in.get(f"/plans/{walk.plan_id}/life/{code}/").status_code == 404


def test_the_issue_begins_with_the_number_the_paper_bears(walk, signed_in, add_version):
    add_version(
        walk.plan_id, "青发改字〔2024〕7号\n\n青山县2024年国民经济和社会发展计划\n\n一、目标\n\n地区生产总值增长6%。"
    )
    walk.to_congress().approve()
    assert "青发改字〔2024〕7号" in main(signed_in.get(f"/plans/{walk.plan_id}/life/issue/"))
    walk.move("issue", number=NUMBER, date=ISSUED)
    assert NUMBER in main(signed_in.get(f"/plans/{walk.plan_id}/life/"))


def test_few_questions_are_asked_for_a_resolution_and_a_certificate(walk, client, clerk):
    walk.to_issued()
    text, held = walk.newest.text, Resolution.objects.get()
    start = text.index("固定资产投资增长9%以上")
    wanted = Request(walk.newest.id, start, start + 12, "投资", uuid.uuid4())
    made = certify(request=wanted, by=clerk, now=timezone.now())
    client.force_login(clerk)
    for path in (f"resolutions/{held.pk}/", f"extracts/{made.pk}/", f"{walk.plan_id}/extracts/"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/plans/{path}").status_code == 200
        assert len(asked) <= MOST_QUERIES, [path, *(query["sql"][:90] for query in asked)]
