"""The pages of splitting, merging, the coverage of the plan's text, and taking over into a new version."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.office.commitments.conftest import PLAN

from taizhang.office.commitments import services
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.commitments.selectors.coverage import get_coverage
from taizhang.office.plans.services import take_in

HTMX = {"HX-Request": "true"}
CALM = "守住安全底线，确保平稳有序"


def read(answer):
    return answer.content.decode()


@pytest.fixture
def adopt(version_id, suggestions, clerk):
    def run(title):
        return services.adopt(version_id=version_id, key=suggestions[title].key, by=clerk).commitments[0]

    return run


def test_splitting_shows_the_reader_s_lines_and_makes_what_was_typed(signed_in, adopt):
    one = adopt(CALM)
    url = f"/ledger/{one.id}/split/"
    assert "守住安全底线，\n确保平稳有序。" in read(signed_in.get(url, headers=HTMX))
    signed_in.post(url, {"revision": 0, "lines": "守住安全底线，\n确保平稳有序。"}, headers=HTMX)
    assert Commitment.objects.filter(status=Status.ADOPTED).count() == 2


def test_words_that_are_not_there_are_named_and_what_was_typed_stays(signed_in, adopt):
    one = adopt(CALM)
    answer = signed_in.post(
        f"/ledger/{one.id}/split/", {"revision": 0, "lines": "守住底线\n确保平稳有序"}, headers=HTMX
    )
    assert "“守住底线”不在原句里" in read(answer)
    assert "守住底线\n确保平稳有序</textarea>" in read(answer)
    assert Commitment.objects.count() == 1


def test_a_split_over_a_change_made_meanwhile_loses_nothing(signed_in, adopt, clerk):
    one = adopt(CALM)
    services.amend(commitment_id=one.id, revision=0, changes={"title": "守住底线"}, by=clerk)
    lines = "守住安全底线，\n确保平稳有序。"
    answer = read(signed_in.post(f"/ledger/{one.id}/split/", {"revision": 0, "lines": lines}, headers=HTMX))
    assert "已被别人修改" in answer
    assert 'name="revision" value="1"' in answer
    assert f"{lines}</textarea>" in answer


def test_merging_offers_the_likely_and_finds_the_rest(signed_in, adopt):
    one, other = adopt("健全梯次培育机制"), adopt("落实各项补贴政策")
    url = f"/ledger/{one.id}/merge/"
    assert "没有看起来重复的条目" in read(signed_in.get(url, headers=HTMX))
    assert other.title in read(signed_in.get(url, {"q": "补贴"}, headers=HTMX))
    signed_in.post(url, {"revision": 0, "other": other.id}, headers=HTMX)
    other.refresh_from_db()
    assert other.merged_into == one


def test_merging_figures_that_differ_asks_which_holds(signed_in, adopted, adopt):
    other = adopt("城镇新增就业3000人以上")
    answer = signed_in.post(
        f"/ledger/{adopted.id}/merge/", {"revision": 0, "other": other.id, "q": "就业"}, headers=HTMX
    )
    assert "以哪一处为准" in read(answer)
    other.refresh_from_db()
    assert other.status == Status.ADOPTED


def test_merging_nothing_is_asked_again(signed_in, adopted):
    assert "请先勾选" in read(signed_in.post(f"/ledger/{adopted.id}/merge/", {"revision": 0}, headers=HTMX))


@pytest.mark.parametrize("name", ["split", "merge"])
def test_without_a_script_the_question_is_a_page(signed_in, adopted, name):
    assert "<html" in read(signed_in.get(f"/ledger/{adopted.id}/{name}/"))


def test_a_stale_form_shows_both_and_saves_over_what_it_showed(signed_in, adopted, clerk):
    services.amend(commitment_id=adopted.id, revision=0, changes={"title": "经济增长目标"}, by=clerk)
    form = {"kind": adopted.kind, "title": "全年经济增长", "subject": adopted.subject, "aspect": "growth", "value": "6"}
    form |= {"unit": "%", "bound": "about", "period": "2024", "target_kind": "about", "tolerance": "0.3"}
    form |= {"tolerance_basis": "points", "direction": "higher", "timing": "cumulative", "price_basis": "constant"}
    form |= {"evidence": "statistics", "profile": "even", "revision": 0}
    form |= {"baseline_value": "5.2", "baseline_unit": "%", "baseline_period": "2023"}
    page = read(signed_in.post(f"/ledger/{adopted.id}/amend/", form, headers=HTMX))
    assert "已被别人修改" in page
    assert "经济增长目标</td>" in page
    assert "全年经济增长</td>" in page
    assert 'name="revision" value="1"' in page
    signed_in.post(f"/ledger/{adopted.id}/amend/", form | {"revision": 1}, headers=HTMX)
    adopted.refresh_from_db()
    assert adopted.title == "全年经济增长"


@pytest.fixture
def coverage_url(plan):
    return f"/plans/{plan.id}/ledger/coverage/"


def test_every_word_of_the_measures_is_on_the_page(plan, version_id):
    shown = get_coverage(plan.id, version_id)
    words = "".join(piece.words for part in shown.parts for line in part.lines for piece in line.pieces)
    for said in ("健全梯次培育机制", "让企业轻装上阵", "其他各项工作统筹推进", "实施县重点项目40个"):
        assert said in words


def test_clauses_are_counted_by_section_and_in_all(plan, version_id, chapters, adopt):
    every = sum(len(chapter.suggestions) for chapter in chapters)
    adopt("健全梯次培育机制")
    shown = get_coverage(plan.id, version_id)
    assert (shown.clauses.adopted, shown.clauses.open) == (1, every - 1)
    assert sum(part.clauses.total for part in shown.parts) == every


def test_only_what_is_neither_is_shown_on_demand(signed_in, coverage_url, version_id, chapters, clerk):
    first, *rest = [each.key for chapter in chapters for each in chapter.suggestions]
    services.adopt_many(version_id=version_id, keys=rest, by=clerk)
    assert read(signed_in.get(coverage_url, {"state": "open"})).count('class="cover-line"') == 1
    services.adopt_many(version_id=version_id, keys=[first], by=clerk)
    assert "每一句都有着落" in read(signed_in.get(coverage_url, {"state": "open"}))


def test_what_several_promises_share_is_ticked_once(signed_in, plan, version_id, coverage_url):
    pieces = [
        piece
        for part in get_coverage(plan.id, version_id).parts
        for line in part.lines
        for piece in line.pieces
        if " " in piece.keys
    ]
    url = f"/plans/{plan.id}/ledger/suggestions/adopt/"
    signed_in.post(url, {"key": pieces[0].keys, "confirmed": "1"}, headers=HTMX)
    assert Commitment.objects.count() == len(pieces[0].keys.split())


def test_the_rest_of_a_section_is_set_aside_for_one_reason(signed_in, plan, chapters, adopt):
    adopt("健全梯次培育机制")
    section = next(each for each in chapters if any(one.title == "健全梯次培育机制" for one in each.suggestions))
    url = f"/plans/{plan.id}/ledger/suggestions/set-aside/"
    asked = read(signed_in.post(url, {"chapter": section.key}, headers=HTMX))
    assert f"搁置这 {len(section.suggestions) - 1} 条" in asked
    keys = [each.key for each in section.suggestions]
    signed_in.post(url, {"key": keys, "confirmed": "1", "other": "由上级组织"}, headers=HTMX)
    assert Commitment.objects.filter(status=Status.SET_ASIDE, reason="由上级组织").count() == len(keys) - 1


@pytest.fixture
def newer(plan, version_id, chapters, clerk, django_capture_on_commit_callbacks):
    every = [each.key for chapter in chapters for each in chapter.suggestions]
    services.adopt_many(version_id=version_id, keys=every, by=clerk)
    text = PLAN.replace("8家以上", "10家以上").replace("其他各项工作统筹推进，开创新局面。\n", "")
    with django_capture_on_commit_callbacks(execute=True):
        take_in(file=SimpleUploadedFile("二稿.txt", text.encode()), by=clerk, plan_id=plan.id)


def test_a_new_version_is_taken_over_in_three_presses(signed_in, plan, newer):
    url = f"/plans/{plan.id}/ledger/succession/"
    assert url in read(signed_in.get(f"/plans/{plan.id}/ledger/"))
    page = read(signed_in.get(url))
    assert "<del>8</del><ins>10</ins>" in page
    changed = Commitment.objects.get(title="新增规上服务业企业8家以上")
    gone = Commitment.objects.get(title="其他各项工作统筹推进，开创新局面")
    signed_in.post(f"{url}carry/")
    signed_in.post(f"{url}confirm/", {"id": changed.id, "reason": "二稿"})
    signed_in.post(f"{url}gone/", {"id": gone.id, "reason": "删去", "withdraw": "1"})
    assert "没有待承接的条目" in read(signed_in.get(url))
    assert url not in read(signed_in.get(f"/plans/{plan.id}/ledger/"))


def test_choosing_nothing_is_said_so(signed_in, plan, newer):
    assert signed_in.post(f"/plans/{plan.id}/ledger/succession/confirm/").status_code == 422


@pytest.mark.parametrize("page", ["coverage", "succession"])
def test_pages_cost_the_same_however_much_there_is(signed_in, plan, newer, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        signed_in.get(f"/plans/{plan.id}/ledger/{page}/")


@pytest.mark.parametrize("name", ["", "amend/", "split/", "merge/"])
def test_the_pages_of_one_commitment_cost_little(signed_in, adopted, name, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        signed_in.get(f"/ledger/{adopted.id}/{name}")


def test_so_do_the_suggestions(signed_in, plan, newer, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        signed_in.get(f"/plans/{plan.id}/ledger/suggestions/")
