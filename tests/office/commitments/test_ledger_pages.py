"""The pages of the ledger, with htmx and without any script."""

import pytest

from taizhang.office.commitments import services
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.commitments.selectors import ledger

HTMX = {"HX-Request": "true"}
# How the growth of the regional product is judged, as proposed.
JUDGED = {"target_kind": "about", "tolerance": "0.3", "tolerance_basis": "points", "direction": "higher"}
JUDGED |= {"timing": "cumulative", "price_basis": "constant", "evidence": "statistics", "profile": "even"}


def read(answer):
    return answer.content.decode()


def test_without_a_plan_the_ledger_says_what_to_do(signed_in):
    page = read(signed_in.get("/ledger/"))
    assert "先上传一份年度计划" in page
    assert 'href="/plans/"' in page


def test_the_ledger_of_the_newest_plan_is_where_one_begins(signed_in, plan):
    assert signed_in.get("/ledger/").headers["Location"] == f"/plans/{plan.id}/ledger/"


def test_an_empty_ledger_leads_to_the_suggestions(signed_in, plan):
    page = read(signed_in.get(f"/plans/{plan.id}/ledger/"))
    assert "台账还是空的" in page
    assert f"/plans/{plan.id}/ledger/suggestions/" in page


def test_a_row_shows_target_baseline_and_sentence(signed_in, plan, adopted):
    page = read(signed_in.get(f"/plans/{plan.id}/ledger/"))
    assert "增长6%左右" in page
    assert "5.2%" in page
    assert "<strong>地区生产总值增长6%左右；</strong>" in page
    assert f'href="/plans/{plan.id}/text/#s-' in page


def test_nothing_found_is_said_so(signed_in, plan, adopted):
    page = read(signed_in.get(f"/plans/{plan.id}/ledger/", {"q": "没有的词"}))
    assert "没有符合条件的条目" in page


def test_the_next_page_is_led_to_with_the_filter_kept(signed_in, plan, version_id, suggestions, clerk, monkeypatch):
    monkeypatch.setattr(ledger, "ROWS_A_PAGE", 1)
    services.adopt_many(version_id=version_id, keys=[each.key for each in suggestions.values()], by=clerk)
    page = read(signed_in.get(f"/plans/{plan.id}/ledger/", {"q": "增长", "page": "2"}))
    assert 'href="?q=%E5%A2%9E%E9%95%BF&amp;page=1" rel="prev"' in page
    assert 'href="?q=%E5%A2%9E%E9%95%BF&amp;page=3" rel="next"' in page
    assert "第 2 页，共" in page


def test_an_address_that_makes_no_sense_shows_the_ledger(signed_in, plan, adopted):
    answer = signed_in.get(f"/plans/{plan.id}/ledger/", {"kind": "x", "sort": "x", "status": "x", "place": "x"})
    assert "地区生产总值" in read(answer)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_one_commitment_tells_its_story(signed_in, adopted, headers, clerk, plan):
    page = read(signed_in.get(f"/ledger/{adopted.id}/", headers=headers))
    assert plan.versions.get().sha256[:16] in page
    assert clerk.name in page
    assert ("<html" in page) == (not headers)


def test_a_change_of_target_needs_a_reason(signed_in, adopted):
    form = {"kind": adopted.kind, "title": adopted.title, "subject": adopted.subject, "aspect": "growth"}
    form |= JUDGED | {"revision": adopted.revision, "value": "6.5", "unit": "%", "bound": "about", "period": "2024"}
    form |= {"baseline_value": "5.2", "baseline_unit": "%", "baseline_period": "2023"}
    url = f"/ledger/{adopted.id}/amend/"
    assert "请写明理由" in read(signed_in.post(url, form, headers=HTMX))
    signed_in.post(url, form | {"reason": "常务会议"}, headers=HTMX)
    adopted.refresh_from_db()
    assert str(adopted.value) == "6.5"
    assert set(adopted.amendments.last().changes) == {"value"}


def test_a_new_title_needs_none(signed_in, adopted):
    form = {"kind": adopted.kind, "title": "全年经济增长", "subject": adopted.subject, "aspect": "growth"}
    form |= JUDGED | {"revision": adopted.revision, "value": "6", "unit": "%", "bound": "about", "period": "2024"}
    form |= {"baseline_value": "5.2", "baseline_unit": "%", "baseline_period": "2023"}
    signed_in.post(f"/ledger/{adopted.id}/amend/", form, headers=HTMX)
    adopted.refresh_from_db()
    assert adopted.title == "全年经济增长"


def test_withdrawing_asks_why_and_restoring_does_not(signed_in, adopted):
    url = f"/ledger/{adopted.id}/"
    assert "为什么" in read(signed_in.get(f"{url}withdraw/", headers=HTMX))
    signed_in.post(f"{url}withdraw/", {"other": "重复登记"}, headers=HTMX)
    adopted.refresh_from_db()
    assert adopted.status == Status.WITHDRAWN
    signed_in.post(f"{url}restore/")
    adopted.refresh_from_db()
    assert adopted.status == Status.ADOPTED


def test_what_is_withdrawn_is_not_asked_about_again(signed_in, adopted):
    signed_in.post(f"/ledger/{adopted.id}/withdraw/", {"other": "重复登记"})
    assert signed_in.get(f"/ledger/{adopted.id}/withdraw/").status_code == 409
    assert signed_in.get(f"/ledger/{adopted.id}/amend/").status_code == 409


def test_undo_leads_back(signed_in, adopted, plan):
    batch = adopted.amendments.get().batch
    here = f"http://testserver/plans/{plan.id}/ledger/"
    answer = signed_in.post(f"/ledger/undo/{batch}/", headers={"Referer": here})
    assert answer.headers["Location"] == here
    assert Commitment.objects.get().status == Status.WITHDRAWN


def test_nothing_is_changed_by_looking(signed_in, adopted):
    batch = adopted.amendments.get().batch
    assert signed_in.get(f"/ledger/undo/{batch}/").status_code == 405
    assert signed_in.get(f"/ledger/{adopted.id}/restore/").status_code == 405


def test_the_panel_of_a_statement_tells_what_became_of_it(signed_in, adopted, suggestions):
    held = adopted.sources.filter(statement__isnull=False).get()
    assert "已纳入台账" in read(signed_in.get(f"/ledger/statements/{held.statement_id}/"))
    waiting = suggestions["城镇新增就业3000人以上"]
    assert f"/suggestions/{waiting.key}/" in read(signed_in.get(f"/ledger/statements/{waiting.origins[0].record_id}/"))


def test_what_does_not_exist_is_not_found(signed_in, db):
    for path in (
        "/ledger/9/",
        "/ledger/9/amend/",
        "/ledger/statements/9/",
        "/plans/9/ledger/",
        "/plans/9/ledger/suggestions/",
    ):
        assert signed_in.get(path).status_code == 404


def test_the_ledger_speaks_english_when_asked(signed_in, plan, adopted, settings):
    signed_in.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = read(signed_in.get(f"/plans/{plan.id}/ledger/"))
    assert "up about 6%" in page
    assert "Export to Excel" in page
