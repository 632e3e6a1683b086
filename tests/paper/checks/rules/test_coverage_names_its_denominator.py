"""Coverage names its denominator (覆盖类目标有分母)."""

from taizhang.paper.checks.rules.coverage_names_its_denominator import RULE


def test_coverage_of_an_unknown_number_and_a_vague_target_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    实现长者食堂全覆盖，新增养老床位300余张。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["全覆盖", "300余张"]


def test_a_number_beside_it_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    实现12个街道长者食堂全覆盖，新增养老床位320张。
    """
    assert findings_of(RULE) == []


def test_what_has_been_covered_is_no_target(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    长者食堂实现全覆盖。
    """
    assert findings_of(RULE) == []
