"""Period and modality: of the sentence, else of its section."""

import pytest

FIVE_YEARS = """一、“十四五”时期工作回顾

五年来，我们砥砺前行。
{}

二、2026年工作安排

今年要抓好各项工作。
"""


def timing(statement):
    return statement.period, str(statement.modality)


def test_the_review_is_of_last_year_and_has_happened(reviewed):
    (statement,) = reviewed("建成助老餐厅40个。")
    assert timing(statement) == ("2022", "actual")


def test_the_plan_is_for_this_year_and_intended(planned):
    (statement,) = planned("建成助老餐厅40个。")
    assert timing(statement) == ("2023", "target")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("上半年，进出口总额增长6%。", [("2022H1", "actual")]),
        ("2021年，进出口总额增长6%。", [("2021", "actual")]),
        ("进出口总额由52亿元增至60亿元。", [("2021", "actual"), ("2022", "actual")]),
        ("占比由2020年的7.2%提升至7.4%。", [("2020", "actual"), ("2022", "actual")]),
        ("研发投入从2019年的15亿元增至2021年的24亿元。", [("2019", "actual"), ("2021", "actual")]),
        ("2020年到2022年，占比从17%提高到35%。", [("2019", "actual"), ("2020-2022", "actual")]),
        ("占比从“十三五”末的13%提升至25%。", [("2020", "actual"), ("2022", "actual")]),
        ("“十三五”年均增速达5%。", [("2016-2020", "actual")]),
        ("投资3亿元，是“十一五”时期的2倍。", [("2022", "actual"), ("2022", "actual")]),
        ("投资3亿元，并于2021年突破1亿元，产值9亿元。", [("2022", "actual"), ("2021", "actual"), ("2022", "actual")]),
        (
            "一季度、上半年、前三季度工业投资分别增长4%、5%、6%。",
            [("2022Q1", "actual"), ("2022H1", "actual"), ("2022Q3", "actual")],
        ),
        ("2021年、2022年分别完成投资3亿元、4亿元。", [("2021", "actual"), ("2022", "actual")]),
        ("上年结转资金4亿元，收入9亿元。", [("2022", "actual"), ("2022", "actual")]),
    ],
)
def test_a_review_sentence_can_name_its_own_period(reviewed, sentence, expected):
    assert [timing(statement) for statement in reviewed(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("到2025年，高新技术企业达到200家。", [("2025", "target")]),
        ("2022年高新技术企业达到112家，今年力争达到130家。", [("2022", "actual"), ("2023", "target")]),
        ("治理率从77%提高到80%以上。", [("2022", "actual"), ("2023", "target")]),
    ],
)
def test_a_plan_sentence_can_look_back_or_further_ahead(planned, sentence, expected):
    assert [timing(statement) for statement in planned(sentence)] == expected


def test_five_years_are_counted_from_the_year_before_them(statements_of):
    first, second, third = statements_of(FIVE_YEARS.format("经营主体从68万户增至95万户，民营经济增加值增长31%。"))
    assert timing(first) == ("2020", "actual")
    assert timing(second) == ("2021-2025", "actual")
    assert third.basis == "since:2020"


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("占比较“十三五”末提升5个百分点。", "since:2020"),
        ("经营主体总量较2020年翻一番。", "since:2020"),
        ("财政收入比计划目标高0.8个百分点。", None),
    ],
)
def test_growth_is_counted_from_the_year_it_is_compared_with(reviewed, sentence, basis):
    (statement,) = reviewed(sentence)
    assert statement.basis == basis
