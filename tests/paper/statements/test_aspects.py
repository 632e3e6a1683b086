"""Level, growth, change or rank; the sign of a fall; what growth is counted from."""

import pytest

CASES = [
    ("地区生产总值完成620亿元。", "level", "620", None),
    ("地区生产总值增长5.5%。", "growth", "5.5", "yoy"),
    ("进出口总额同比下降6.5%。", "growth", "-6.5", "yoy"),
    ("报销比例提高至60%。", "level", "60", None),
    ("完成年度任务的118%。", "level", "118", None),
    ("待遇标准提高10个百分点。", "change", "10", "yoy"),
    ("失业率下降0.3个百分点。", "change", "-0.3", "yoy"),
    ("增速高于全国0.5个百分点。", "change", "0.5", None),
    ("增速低于全国0.5个百分点。", "change", "-0.5", None),
    ("增速比全省高1.2个百分点。", "change", "1.2", None),
    ("优良天数同比增加12天。", "change", "12", "yoy"),
    ("重污染天数减少8天。", "change", "-8", "yoy"),
    ("减少办公用房租赁费1.2亿元。", "change", "-1.2", "yoy"),
    ("增加养老床位200个。", "level", "200", None),
    ("净增高新技术企业30家。", "change", "30", "yoy"),
    ("新增高新技术企业30家。", "level", "30", None),
    ("农房风貌提升26万户。", "level", "26", None),
    ("环境空气质量综合指数改善7.8%。", "growth", "7.8", "yoy"),
    ("游客人次增长1.5倍。", "growth", "1.5", "yoy"),
    ("专利授权量实现翻番。", "growth", "1", "yoy"),
    ("居全市第3位。", "rank", "3", None),
    ("地区生产总值年均增长5.9%。", "growth", "5.9", "average"),
    ("能耗比2020年下降13%。", "growth", "-13", "since:2020"),
    ("龙头企业发展到22家。", "level", "22", None),
    ("消费价格涨幅2%左右。", "growth", "2", "yoy"),
    ("人口自然增长率1.8‰。", "level", "1.8", None),
    ("拉动经济增长2.3个百分点。", "change", "2.3", None),
]


@pytest.mark.parametrize(("sentence", "aspect", "value", "basis"), CASES)
def test_the_predicate_decides_what_a_number_says(reviewed, sentence, aspect, value, basis):
    (statement,) = reviewed(sentence)
    assert (str(statement.aspect), str(statement.value), statement.basis) == (aspect, value, basis)


def test_a_hedge_before_what_a_multiple_is_taken_of_binds_the_multiple(planned):
    (statement,) = planned("生活保障标准不低于平均标准的1.6倍。")
    assert (str(statement.bound), str(statement.aspect)) == ("at_least", "level")
