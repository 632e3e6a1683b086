"""The page of differences: figures that changed on top, any two versions, only what the person may read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.office.conftest import SMALL_PLAN

from taizhang.office.plans.differences.compare import compare, units
from taizhang.office.plans.differences.figures import figure_changes
from taizhang.office.plans.layout import load
from taizhang.office.plans.models import PlanVersion

CHANGED = (
    SMALL_PLAN
    .replace("增长6%左右", "增长5.5%左右")
    .replace("127.7\t6左右", "127.1\t5.5左右")
    .replace("12家", "15家")
    .replace("（一）经济总体平稳", "（一）经济总体平稳，共120项任务")
)


@pytest.fixture
def two(small_plan, add_version):
    add_version(small_plan.id, CHANGED)
    return small_plan


def changes(plan):
    old, new = PlanVersion.objects.filter(plan=plan).order_by("number")
    return figure_changes(old.id, new.id, compare(units(load(old.layout)), units(load(new.layout))))


def test_figures_that_changed_are_named_in_text_and_annex(two):
    told = {(each.kind, each.what, each.old, each.new) for each in changes(two)}
    assert ("text", "地区生产总值", "6%", "5.5%") in told
    assert ("annex", "地区生产总值", "6左右", "5.5左右") in told
    assert ("annex", "地区生产总值", "127.7", "127.1") in told
    assert any(what == "高新技术企业" and old == "12家" for _kind, what, old, _new in told)


def test_the_page_says_from_what_to_what(two, signed_in):
    page = signed_in.get(f"/plans/{two.id}/differences/").content.decode()
    assert "数字变化" in page
    assert "<del>6%</del>" in page
    assert "<ins>5.5%</ins>" in page


def test_only_changes_leaves_the_rest_out(two, signed_in):
    page = signed_in.get(f"/plans/{two.id}/differences/?only=1").content.decode()
    assert "城镇新增就业3000人以上" in page
    assert "创新活力增强" in page
    assert "difference-same" not in page


def test_any_two_are_compared_in_either_direction(two, signed_in):
    page = signed_in.get(f"/plans/{two.id}/differences/?old=2&new=1").content.decode()
    assert "<del>5.5%</del>" in page


@pytest.mark.parametrize("query", ["old=1&new=9", "old=7&new=2"])
def test_a_version_that_is_not_there_is_not_found(two, signed_in, query):
    assert signed_in.get(f"/plans/{two.id}/differences/?{query}").status_code == 404


@pytest.mark.parametrize("query", ["old=x&new=y", "old=1&new=1", ""])
def test_what_makes_no_sense_shows_a_page_all_the_same(two, signed_in, query):
    assert signed_in.get(f"/plans/{two.id}/differences/?{query}").status_code == 200


def test_one_version_alone_says_so(small_plan, signed_in):
    assert "只有一稿" in signed_in.get(f"/plans/{small_plan.id}/differences/").content.decode()


def test_drafts_are_not_compared_by_whoever_may_not_read_them(walk, add_version, person, client):
    walk.to_issued()
    add_version(walk.plan_id, CHANGED)
    client.force_login(person("congress"))
    assert "只有一稿" in client.get(f"/plans/{walk.plan_id}/differences/").content.decode()
    assert client.get(f"/plans/{walk.plan_id}/differences/?old=1&new=2").status_code == 404


def test_few_questions_are_asked_of_the_database(two, signed_in):
    with CaptureQueriesContext(connection) as asked:
        signed_in.get(f"/plans/{two.id}/differences/")
    assert len(asked) <= 12, [query["sql"][:80] for query in asked]
