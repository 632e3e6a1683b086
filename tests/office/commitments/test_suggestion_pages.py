"""The pages on which suggestions are worked through, with htmx and without any script."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.commitments import services
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.commitments.selectors import worklist
from taizhang.office.commitments.selectors.readings import current_version_id
from taizhang.office.plans.services import take_in

HTMX = {"HX-Request": "true"}


@pytest.fixture
def base(plan):
    return f"/plans/{plan.id}/ledger/suggestions/"


@pytest.fixture
def keys(suggestions):
    return [suggestions["健全梯次培育机制"].key, suggestions["新增规上服务业企业8家以上"].key]


def read(answer):
    return answer.content.decode()


def test_the_page_lists_what_is_open_under_its_sentence(signed_in, base):
    page = read(signed_in.get(base))
    assert "新增8家以上" in page
    assert "让企业轻装上阵" in page
    assert "0</strong> / <span" in page


def test_everyone_must_sign_in(client, base):
    assert client.get(base).status_code == 302


def test_a_state_or_kind_nobody_knows_is_not_found(signed_in, base):
    assert signed_in.get(base, {"state": "nonsense"}).status_code == 404
    assert signed_in.get(base, {"kind": "nonsense"}).status_code == 404


def test_one_is_adopted_at_once_and_can_be_undone(signed_in, base, keys):
    answer = signed_in.post(f"{base}adopt/", {"only": keys[0]}, headers=HTMX)
    assert answer.headers["HX-Trigger"] == '{"ledger-changed": {}}'
    assert f"/ledger/undo/{Commitment.objects.get().amendments.get().batch}/" in read(answer)


def test_several_are_asked_about_once(signed_in, base, keys):
    asked = signed_in.post(f"{base}adopt/", {"key": keys}, headers=HTMX)
    assert "把这 2 条纳入台账？" in read(asked)
    assert Commitment.objects.count() == 0
    signed_in.post(f"{base}adopt/", {"key": keys, "confirmed": "1"}, headers=HTMX)
    assert Commitment.objects.filter(status=Status.ADOPTED).count() == 2


def test_a_whole_section_is_asked_about_once(signed_in, base, chapters):
    asked = signed_in.post(f"{base}adopt/", {"chapter": chapters[1].key, "kind": "project"}, headers=HTMX)
    wanted = [each for each in chapters[1].suggestions if each.kind == "project"]
    assert f"把这 {len(wanted)} 条纳入台账？" in read(asked)


def test_doubts_are_named_before_adopting(signed_in, base, suggestions, keys):
    chosen = [suggestions["固定资产投资增长9%以上"].key, keys[0]]
    assert "正文和附表印的数不一样" in read(signed_in.post(f"{base}adopt/", {"key": chosen}, headers=HTMX))


def test_without_a_script_the_question_is_a_page_and_the_answer_leads_back(signed_in, base, keys):
    asked = signed_in.post(f"{base}adopt/", {"key": keys, "next": f"{base}?state=all"})
    assert "<html" in read(asked)
    answer = signed_in.post(f"{base}adopt/", {"key": keys, "confirmed": "1", "next": f"{base}?state=all"}, follow=True)
    assert answer.redirect_chain == [(f"{base}?state=all", 302)]
    assert "已纳入台账 2 条。" in read(answer)
    assert "/ledger/undo/" in read(answer)


def test_nobody_is_led_to_another_site(signed_in, base, keys):
    answer = signed_in.post(f"{base}adopt/", {"only": keys[0], "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == base


def test_nothing_ticked_is_said_so(signed_in, base):
    answer = signed_in.post(f"{base}adopt/", {}, headers=HTMX)
    assert answer.status_code == 422
    assert "请先勾选" in read(answer)


def test_what_someone_else_decided_is_said_so(signed_in, base, keys, version_id, clerk):
    services.adopt_many(version_id=version_id, keys=keys, by=clerk)
    answer = signed_in.post(f"{base}adopt/", {"only": keys[0]}, headers=HTMX)
    assert answer.status_code == 409
    assert "都已处理过" in read(answer)


def test_setting_aside_asks_why(signed_in, base, keys):
    assert "为什么" in read(signed_in.post(f"{base}set-aside/", {"only": keys[0]}, headers=HTMX))
    assert "请选一个理由" in read(signed_in.post(f"{base}set-aside/", {"key": keys[0], "confirmed": "1"}, headers=HTMX))
    signed_in.post(f"{base}set-aside/", {"key": keys[0], "confirmed": "1", "other": "只是铺垫"}, headers=HTMX)
    assert Commitment.objects.get().reason == "只是铺垫"


def test_one_is_looked_at_and_changed_before_it_is_adopted(signed_in, base, suggestions):
    url = f"{base}{suggestions['城镇新增就业3000人以上'].key}/"
    assert 'value="3000"' in read(signed_in.get(url, headers=HTMX))
    form = {"kind": "indicator_target", "title": "城镇新增就业", "subject": "城镇新增就业", "aspect": "level"}
    form |= {"target_kind": "floor", "value": "3500", "unit": "人", "bound": "at_least", "period": "2024"}
    signed_in.post(url, form, headers=HTMX)
    commitment = Commitment.objects.get()
    assert str(commitment.value) == "3500"
    assert commitment.amendments.get().changes["value"] == ["3000", "3500"]


def test_a_target_that_makes_no_sense_is_sent_back(signed_in, base, suggestions):
    url = f"{base}{suggestions['城镇新增就业3000人以上'].key}/"
    form = {"kind": "quantity", "title": "城镇新增就业", "value": "5", "value_high": "3"}
    answer = read(signed_in.post(url, form, headers=HTMX))
    assert "上限比目标值还小" in answer
    assert "还要选它是数值" in answer
    assert Commitment.objects.count() == 0


def test_a_figure_is_kept_with_the_digits_that_were_typed(signed_in, base, suggestions):
    url = f"{base}{suggestions['城镇新增就业3000人以上'].key}/"
    form = {"kind": "quantity", "title": "就业", "aspect": "level", "value": "3000.50", "unit": "人"}
    form |= {"target_kind": "point"}
    signed_in.post(url, form, headers=HTMX)
    assert str(Commitment.objects.get().value) == "3000.50"


def test_what_is_decided_already_is_not_edited_here(signed_in, base, keys, version_id, clerk):
    services.adopt_many(version_id=version_id, keys=keys, by=clerk)
    assert signed_in.get(f"{base}{keys[0]}/").status_code == 409


def test_when_all_is_done_the_page_says_so(signed_in, base, chapters, version_id, clerk):
    every = [each.key for chapter in chapters for each in chapter.suggestions]
    services.adopt_many(version_id=version_id, keys=every, by=clerk)
    assert "都处理完了" in read(signed_in.get(base))


def test_cells_of_an_annex_row_are_kept_apart(clerk, django_capture_on_commit_callbacks):
    annex = (
        "青山县2024年国民经济和社会发展计划\n\n一、2024年预期目标\n\n地区生产总值增长6%左右。\n\n附件：2024年主要指标\n\n"
        "指标\t单位\t2023年完成\t\t2024年计划\t\n\t\t绝对值\t增长%\t绝对值\t增长%\n"
        "地区生产总值\t亿元\t120.5\t5.2\t——\t6左右\n一般公共预算支出\t亿元\t59.8\t20\t——\t1.2\n"
    )
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("annex.txt", annex.encode()), by=clerk)
    found = worklist.get_worklist(receipt.plan_id, current_version_id(receipt.plan_id))
    (row,) = [each for section in found.sections if section.key == "annex" for each in section.sentences]
    said = "一般公共预算支出\u3000亿元\u300059.8\u300020\u3000——\u30001.2"
    assert "".join(each.words for each in row.segments) == said


def test_a_file_without_any_promise_says_so(clerk, signed_in, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("x.txt", "2023年地区生产总值完成120亿元。".encode()), by=clerk)
    page = read(signed_in.get(f"/plans/{receipt.plan_id}/ledger/suggestions/"))
    assert "没有可纳入的内容" in page
    assert "都处理完了" not in page


def test_an_empty_ledger_shows_no_filter(signed_in, plan):
    assert "data-narrow hidden" in read(signed_in.get(f"/plans/{plan.id}/ledger/"))
