"""From the reading of a plan to suggestions; the plan is the one in conftest.py."""

from decimal import Decimal

from taizhang.office.commitments.selectors.readings import chapters_of, load_material
from taizhang.office.commitments.suggestions.suggestion import Doubt, Kind, Place

AIMS = "二、2024年主要预期目标"
INDUSTRY = "（一）壮大现代产业"
LIVELIHOOD = "（二）增进民生福祉"


def chapter(chapters, heading):
    return next(each for each in chapters if each.headings[-1:] == (heading,))


def titles(chapters, heading):
    return [each.title for each in chapter(chapters, heading).suggestions]


def test_chapters_follow_the_plan_and_say_which_must_be_covered(chapters):
    assert [(each.headings[-1], each.is_of_measures) for each in chapters] == [
        (AIMS, False),
        (INDUSTRY, True),
        (LIVELIHOOD, True),
    ]


def test_results_of_last_year_are_no_suggestions(suggestions):
    assert not [title for title in suggestions if "120.5" in title or "3200" in title]


def test_text_and_annex_about_the_same_make_one_suggestion(suggestions):
    growth = suggestions["地区生产总值增长6%左右"]
    assert [origin.place for origin in growth.origins] == [Place.STATEMENT, Place.CELL]
    assert (growth.kind, growth.indicator) == (Kind.INDICATOR, "gdp")
    assert growth.target.bound == "about"
    assert growth.doubts == ()


def test_the_level_that_only_the_annex_gives_stands_beside_the_growth(chapters, suggestions):
    level = suggestions["地区生产总值127.7亿元"]
    assert [origin.place for origin in level.origins] == [Place.CELL]
    assert titles(chapters, AIMS)[:2] == ["地区生产总值增长6%左右", "地区生产总值127.7亿元"]


def test_last_years_figure_of_the_same_row_is_the_baseline(suggestions):
    growth, level = suggestions["地区生产总值增长6%左右"], suggestions["地区生产总值127.7亿元"]
    assert (growth.baseline.value, growth.baseline.unit, growth.baseline.period) == (Decimal("5.2"), "%", "2023")
    assert (level.baseline.value, level.baseline.unit) == (Decimal("120.5"), "亿元")


def test_last_years_figure_in_the_text_is_the_baseline_of_a_task(suggestions):
    companies = suggestions["新增规上服务业企业8家以上"]
    assert (companies.baseline.value, companies.baseline.unit) == (Decimal(6), "家")
    assert companies.baseline.origin.place == Place.STATEMENT


def test_different_figures_in_text_and_annex_are_pointed_out(suggestions):
    investment = suggestions["固定资产投资增长9%以上"]
    assert investment.target.value == Decimal(9)
    assert Doubt.TEXT_AND_ANNEX_DIFFER in investment.doubts


def test_a_dash_in_the_annex_promises_nothing(suggestions):
    assert not [title for title in suggestions if "——" in title]


def test_a_target_in_words_is_one_suggestion_for_text_and_annex(suggestions):
    foreign = suggestions["实际使用外资稳中提质"]
    assert foreign.kind == Kind.INDICATOR
    assert foreign.target.expression == "稳中提质"
    assert {origin.place for origin in foreign.origins} == {Place.WORDS, Place.CELL}
    assert (foreign.baseline.value, foreign.baseline.unit) == (Decimal(1800), "万美元")


def test_every_sentence_of_the_measures_makes_a_suggestion(chapters):
    for heading in (INDUSTRY, LIVELIHOOD):
        assert all(passage.suggestions for passage in chapter(chapters, heading).passages)


def test_a_sentence_is_told_apart_into_figures_and_tasks(chapters):
    passage = chapter(chapters, INDUSTRY).passages[0]
    assert passage.heading == "一是培育经营主体"
    assert [(each.kind, each.title) for each in passage.suggestions] == [
        (Kind.TASK, "健全梯次培育机制"),
        (Kind.QUANTITY, "新增规上服务业企业8家以上"),
    ]


def test_words_that_only_say_what_for_are_no_task(suggestions):
    assert not [title for title in suggestions if title.startswith("让企业")]


def test_a_heading_that_only_announces_is_no_sentence(chapters):
    words = [passage.words for passage in chapter(chapters, INDUSTRY).passages]
    assert not [each for each in words if each.startswith(("（一）", "一是"))]


def test_a_heading_that_is_all_there_is_counts_as_the_sentence(chapters):
    words = [passage.words for passage in chapter(chapters, LIVELIHOOD).passages]
    assert "二是守住安全底线，确保平稳有序。" in words
    assert "守住安全底线，确保平稳有序" in titles(chapters, LIVELIHOOD)


def test_named_projects_are_suggested_one_by_one(suggestions, chapters):
    named = [each for each in chapter(chapters, INDUSTRY).suggestions if each.kind == Kind.PROJECT]
    assert [each.subject for each in named if not each.target.unit] == [
        "云岭数据中心",
        "北湖物流园",
        "西岭水厂改造工程",
    ]


def test_a_count_of_projects_is_a_project_and_its_amounts_are_quantities(chapters):
    kinds = {
        (each.subject, each.target.aspect): each.kind for each in chapter(chapters, INDUSTRY).passages[-1].suggestions
    }
    assert kinds["县重点项目", "level"] == Kind.PROJECT
    assert kinds["总投资", "level"] == Kind.QUANTITY
    assert kinds["总投资", "growth"] == Kind.QUANTITY


def test_an_indicator_of_the_measures_carries_its_baseline(suggestions):
    jobs = suggestions["城镇新增就业3000人以上"]
    assert (jobs.kind, jobs.indicator) == (Kind.INDICATOR, "urban_new_jobs")
    assert jobs.baseline.value == Decimal(3200)


def test_keys_are_unique_and_positions_count_up(chapters):
    found = [each for each_chapter in chapters for each in each_chapter.suggestions]
    assert len({each.key for each in found}) == len(found)
    assert [each.position for each in found] == list(range(1, len(found) + 1))


def test_the_same_reading_gives_the_same_suggestions(chapters, version_id):
    assert chapters_of(version_id) == chapters


def test_every_place_quotes_the_document(chapters, version_id):
    text = load_material(version_id).text
    for each_chapter in chapters:
        for suggestion in each_chapter.suggestions:
            for origin in suggestion.origins:
                assert text[origin.start : origin.end] == origin.quote
