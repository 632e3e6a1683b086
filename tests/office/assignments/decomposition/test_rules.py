"""Which rule a target asks for, from how it is judged."""

import pytest

from taizhang.office.assignments.decomposition.selectors import approved_of


@pytest.mark.parametrize(
    ("said", "rule", "is_cumulative"),
    [
        ({}, "sum_at_least", True),
        ({"bound": "at_most", "target_kind": "cap"}, "sum_at_most", True),
        ({"target_kind": "stock", "timing": "point_in_time"}, "sum_at_least", False),
        ({"timing": "average", "unit": "元"}, "each_at_least", False),
        ({"aspect": "growth", "unit": "%"}, "each_at_least", False),
        ({"aspect": "growth", "unit": "%", "value": -3}, "each_at_most", False),  # 下降3%以上
        ({"aspect": "growth", "unit": "%", "value": -3, "bound": "at_most"}, "each_at_least", False),  # 降幅3%以内
    ],
)
def test_a_target_asks_for_the_rule_that_fits_it(jobs, said, rule, is_cumulative):
    for name, value in said.items():
        setattr(jobs, name, value)
    approved = approved_of(jobs)
    assert (approved.rules[0], approved.is_cumulative) == (rule, is_cumulative)


@pytest.mark.parametrize("said", [{"value": None}, {"status": "withdrawn"}, {"aspect": "rank"}])
def test_what_has_no_figure_to_divide_is_left_alone(jobs, said):
    for name, value in said.items():
        setattr(jobs, name, value)
    assert approved_of(jobs) is None
