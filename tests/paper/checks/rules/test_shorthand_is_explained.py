"""Shorthand is explained (缩略提法有解释)."""

from taizhang.paper.checks.rules.shorthand_is_explained import RULE


def test_shorthand_is_found_once_for_all(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    围绕“六大板块”精准招商，落实“3510”目标，做强“六大板块”。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["“六大板块”", "“3510”"]


def test_a_list_before_or_a_bracket_behind_explains_it(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    聚焦文旅、康养、物流“三大产业”，推行“五个一”机制（一个项目、一名领导、一个专班、一套方案、一抓到底）。
    """
    assert findings_of(RULE) == []


def test_what_the_whole_country_says_is_known(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    编制“十五五”规划，推进“双碳”工作，提供“一站式”服务。
    """
    assert findings_of(RULE) == []


def test_a_glossary_explains_it(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    做强“六大板块”。

    名词解释

    1.六大板块：指装备、医药、食品、物流、康养、文旅。
    """
    assert findings_of(RULE) == []
