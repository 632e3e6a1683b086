"""Numerals that state something, and those that only name a category or a time frame."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("税收过亿元楼宇达到5座。", ["5座"]),
        ("产值超10亿元企业73户。", ["73户"]),
        ("10亿元以上项目开工50个。", ["50个"]),
        ("为60岁以上老人免费体检3万人次。", ["3万人次"]),
        ("全市20户以上自然村全部通硬化路。", []),
        ("近3年年均增速加快。", []),
        ("二级及以上医院12家。", ["12家"]),
        ("50米内换乘比例达91%。", ["91%"]),
        ("人均预期寿命达到80.5岁。", ["80.5岁"]),
        ("办理时限压缩至3天。", ["3天"]),
        ("实行24小时便民服务。", []),
        ("城乡居民收入比降至2.2。", ["2.2"]),
        ("基本完成服务业开放2.0任务。", []),
        ("成为首批5个试点之一。", []),
        ("成为第三个过10万亿元城市。", []),
        ("上榜世界500强企业增至18家。", ["18家"]),
        ("设立超500亿元区域基金。", ["500亿元"]),
        ("力争50亿元以上项目实现零的突破。", []),
        ("占比超过10%的有44种、超过20%的有23种。", ["44种", "23种"]),
        ("流域面积5平方公里以上河道全部达标。", []),
        ("平均受教育年限达11年。", ["11年"]),
        ("实施0.1微克攻坚行动。", []),
    ],
)
def test_thresholds_and_time_frames_are_no_statements(reviewed, sentence, quotes):
    assert [statement.quote for statement in reviewed(sentence)] == quotes


@pytest.mark.parametrize(
    "sentence",
    ["两家企业入选。", "粮食产量连续3年增长。", "经济总量突破万亿元。", "专利授权量翻番。", "丰源700万吨露天矿获批。"],
)
def test_what_a_careful_reader_could_leave_out_is_marked(reviewed, sentence):
    (statement,) = reviewed(sentence)
    assert statement.is_optional
