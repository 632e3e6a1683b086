"""Listed names fit the count (列举不多于总数)."""

from taizhang.paper.checks.rules.listed_names_fit_the_count import RULE


def test_more_names_than_counted_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    推进文化馆、体育馆、科技馆、图书馆等3个场馆建设。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["推进文化馆、体育馆、科技馆、图书馆等3个"]
    assert finding.severity.value == "error"


def test_fewer_names_than_counted_are_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    推进文化馆、体育馆等3个场馆建设，完成东湖路、南苑路等道路10条。
    """
    assert findings_of(RULE) == []


def test_a_higher_school_ends_no_list(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    支持东湖、南苑、西堤高等学校2所扩建。
    """
    assert findings_of(RULE) == []


def test_bare_verbs_are_no_names(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    新建、改造东湖小学等1所学校。
    """
    assert findings_of(RULE) == []


def test_one_name_less_in_a_list_of_all_is_asked_about(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    东湖、南苑3个镇全部通过验收，建成文化馆、体育馆4个场馆，新建小学、幼儿园3所，培育省级、市级3个示范园区。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["东湖、南苑3个"]
    assert finding.severity.value == "warning"


def test_the_first_name_may_stand_behind_an_amount_and_a_verb(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    投资2.5亿元实施东湖小学扩建、南苑中学迁建、西堤小学改造等2个项目。
    """
    (finding,) = findings_of(RULE)
    assert finding.computed == {"写明": "2", "列举": "3"}
