"""The ledger as rows: filtered, sorted, counted, each leading to its sentence."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.office.commitments.conftest import PLAN

from taizhang.office.commitments import services
from taizhang.office.commitments.selectors import ledger
from taizhang.office.commitments.selectors.ledger import custody_of, get_ledger
from taizhang.office.commitments.selectors.sifting import SORTS, LedgerFilter
from taizhang.office.plans.services import take_in


@pytest.fixture
def full(version_id, chapters, clerk):
    keys = [each.key for chapter in chapters for each in chapter.suggestions]
    return services.adopt_many(version_id=version_id, keys=keys, by=clerk)


def rows(plan, **wanted):
    return get_ledger(plan.id, LedgerFilter(**wanted)).rows


def test_rows_stand_in_the_order_of_the_plan(plan, full):
    found = rows(plan)
    assert [row.number for row in found] == list(range(1, len(found) + 1))
    assert found[0].title == "地区生产总值增长6%左右"


def test_a_row_leads_to_its_statement_its_cell_or_its_words(plan, full):
    by_title = {row.title: row for row in rows(plan)}
    statement = by_title["地区生产总值增长6%左右"]
    assert statement.url == f"/plans/{plan.id}/text/#s-{statement.said[0].statement_id}"
    cell = by_title["地区生产总值127.7亿元"]
    assert cell.url == f"/plans/{plan.id}/text/#c-{cell.said[0].cell_id}"
    words = by_title["健全梯次培育机制"]
    assert words.url == f"/plans/{plan.id}/text/?lit={words.said[0].start}-{words.said[0].end}#lit"


def test_a_row_leads_to_the_version_it_was_promised_in_after_a_newer_one_came(
    plan, full, clerk, client, django_capture_on_commit_callbacks
):
    newer = SimpleUploadedFile("云岭县计划（改）.txt", PLAN.replace("一是促进就业增收", "一是稳住就业").encode())
    with django_capture_on_commit_callbacks(execute=True):
        take_in(file=newer, by=clerk, plan_id=plan.id)
    row = rows(plan)[0]
    assert row.url == f"/plans/{plan.id}/text/?draft=1#s-{row.said[0].statement_id}"
    client.force_login(clerk)
    page = client.get(row.url).content.decode()
    assert f'id="s-{row.said[0].statement_id}"' in page
    assert "这是第 1 稿的原文，不是现行的第 2 稿。" in page


def test_a_row_says_where_its_promise_is_written(plan, full):
    places = {row.title: row.place for row in rows(plan)}
    assert places["地区生产总值增长6%左右"] == "both"
    assert places["地区生产总值127.7亿元"] == "annex"
    assert places["健全梯次培育机制"] == "text"


def test_the_sentence_is_cut_at_the_promise(plan, full):
    row = next(row for row in rows(plan) if row.title == "固定资产投资增长9%以上")
    assert row.clause == "固定资产投资增长9%以上；"
    assert row.sentence.startswith("主要预期目标为：")
    assert row.lead.startswith("…")


def test_a_table_row_is_shown_with_its_cell_in_view(plan, full):
    row = next(row for row in rows(plan) if row.title == "地区生产总值127.7亿元")
    assert (row.clause, row.lead) == ("127.7", row.before)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"words": "规上服务业"}, ["新增规上服务业企业8家以上"]),
        ({"words": "规上 新增"}, ["新增规上服务业企业8家以上"]),
        ({"indicator": "urban_new_jobs"}, ["城镇新增就业3000人以上"]),
        ({"place": "annex"}, ["地区生产总值127.7亿元"]),
        ({"words": "没有的词"}, []),
    ],
)
def test_the_ledger_is_filtered(plan, full, wanted, expected):
    assert [row.title for row in rows(plan, **wanted)] == expected


def test_words_are_looked_for_in_the_promise_and_its_headings_and_not_in_the_rest_of_the_sentence(plan, full):
    assert [row.title for row in rows(plan, words="城镇新增就业 民生福祉")] == ["城镇新增就业3000人以上"]
    assert rows(plan, words="轻装上阵 梯次") == ()


def test_a_long_ledger_has_pages_and_each_row_its_number_on_whichever_it_stands(plan, full, monkeypatch):
    everything = rows(plan)
    monkeypatch.setattr(ledger, "ROWS_A_PAGE", 4)
    second = get_ledger(plan.id, LedgerFilter(page=2))
    assert (second.found, second.page, second.pages) == (len(everything), 2, -(-len(everything) // 4))
    assert second.rows == everything[4:8]
    assert get_ledger(plan.id, LedgerFilter(page=99)).rows == everything[(second.pages - 1) * 4 :]
    assert get_ledger(plan.id, LedgerFilter(), is_whole=True).rows == everything


def test_kind_and_section_filter_too(plan, full):
    found = get_ledger(plan.id, LedgerFilter())
    for choice in found.kinds:
        shown = rows(plan, kind=choice.value)
        assert len(shown) == choice.count
        assert {row.kind for row in shown} == {choice.value}
    for choice in found.sections:
        assert len(rows(plan, section=choice.value)) == choice.count


def test_numbers_stay_however_the_ledger_is_sorted(plan, full):
    numbers = {row.id: row.number for row in rows(plan)}
    assert {row.id: row.number for row in rows(plan, sort="-target", kind="quantity")}.items() <= numbers.items()


def test_targets_are_sorted_by_unit_and_value_with_the_wordless_last(plan, full):
    found = rows(plan, sort="target")
    percents = [row.target.value for row in found if row.target.unit == "%"]
    assert percents == sorted(percents)
    assert [row.has_figure for row in found] == sorted((row.has_figure for row in found), reverse=True)


@pytest.mark.parametrize("sort", SORTS)
def test_every_column_sorts_both_ways(plan, full, sort):
    up, down = rows(plan, sort=sort), rows(plan, sort=f"-{sort}")
    assert [row.id for row in up] == [row.id for row in reversed(down)]


def test_statuses_are_counted_and_shown_apart(plan, version_id, suggestions, adopted, clerk):
    services.set_aside(version_id=version_id, keys=[suggestions["健全梯次培育机制"].key], reason="上级组织", by=clerk)
    found = get_ledger(plan.id, LedgerFilter())
    counts = {choice.value: choice.count for choice in found.statuses}
    assert counts == {"adopted": 1, "set_aside": 1, "merged": 0, "withdrawn": 0}
    (aside,) = rows(plan, status="set_aside")
    assert aside.reason == "上级组织"


def test_changes_are_counted(plan, adopted, clerk):
    services.amend(
        commitment_id=adopted.id, revision=adopted.revision, changes={"value": Decimal(7)}, by=clerk, reason="会议"
    )
    assert rows(plan)[0].amendments == 1


def test_rows_cost_a_fixed_number_of_queries(plan, full, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        get_ledger(plan.id, LedgerFilter())


def test_a_statement_knows_its_commitment_or_how_to_become_one(version_id, adopted, suggestions):
    held = adopted.sources.filter(statement__isnull=False).get()
    assert custody_of(held.statement_id).commitment_id == adopted.id
    open_one = suggestions["城镇新增就业3000人以上"].origins[0]
    assert custody_of(open_one.record_id).key == open_one.key


def test_a_result_is_no_promise(version_id, suggestions):
    result = suggestions["新增规上服务业企业8家以上"].baseline.origin
    assert custody_of(result.record_id).key == ""
