"""Which numerals of a text are quantities, and what they say."""

from decimal import Decimal

import pytest

from taizhang.paper.quantities.bounds import bound_after
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.quantities.scan import scan_quantities


def quotes(text):
    return [text[mention.start : mention.end] for mention in scan_quantities(text)]


def only(text):
    (mention,) = scan_quantities(text)
    return mention


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("完成投资36.5亿元", "36.5", "亿元"),
        ("发放贷款7000万元", "7000", "万元"),
        ("增长5.5％", "5.5", "%"),
        ("提高2个百分点", "2", "个百分点"),
        ("建成驿站30余处", "30", "处"),
        ("培育企业2万多家", "2", "万家"),
        ("服务老人12.5万余人次", "12.5", "万人次"),
        ("增发2700多万元", "2700", "万元"),
        ("浓度降至28微克/立方米", "28", "微克/立方米"),
        ("浓度降至28微克每立方米", "28", "微克每立方米"),
        ("劳动生产率达21万元/人", "21", "万元/人"),
        ("抵离交通工具达300万辆（艘、架）次", "300", "万辆（艘、架）次"),
        ("创建河湖35条（段）", "35", "条（段）"),
        ("收入比缩小至2.2∶1", "2.2", "∶1"),
        ("收入比缩小至2.2:1", "2.2", ":1"),
        ("装机规模突破1.5亿千瓦", "1.5", "亿千瓦"),
        ("电池产能达55GWh", "55", "GWh"),
        ("存栏14万头只", "14", "万头只"),
        ("惠及100万新就业群体", "100", "万"),
        ("下降超过1,250户", "1250", "户"),
    ],
)
def test_a_number_has_its_value_as_written_and_its_unit_with_the_magnitude(text, value, unit):
    mention = only(text)
    assert (mention.value, mention.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("达到30家", Bound.EXACT),
        ("达到30家左右", Bound.ABOUT),
        ("约30家", Bound.ABOUT),
        ("30家以上", Bound.AT_LEAST),
        ("不低于30%", Bound.AT_LEAST),
        ("突破30亿元", Bound.MORE_THAN),
        ("30余家", Bound.MORE_THAN),
        ("控制在5%以内", Bound.AT_MOST),
        ("不超过5%", Bound.AT_MOST),
        ("近30家", Bound.NEARLY),
        ("签约30家", Bound.EXACT),
        ("审议通过30件", Bound.EXACT),
        ("增长4.5%—5%", Bound.RANGE),
        ("总量迈上百亿元", Bound.EXACT),
    ],
)
def test_a_hedge_belongs_to_the_numeral_it_touches(text, bound):
    assert only(text).bound is bound


def test_a_hedge_that_ends_the_text_ends_with_it():
    assert bound_after("6左右", 1) == (Bound.ABOUT, 3)


def test_places_in_a_row_are_ranks():
    assert quotes("增速居全市第3、第2和第5位") == ["第3", "第2", "第5位"]


def test_a_hedge_leaves_its_neighbours_alone():
    first, second = scan_quantities("改造卫生室1.7万家、危房6000户以上")
    assert (first.bound, second.bound) == (Bound.EXACT, Bound.AT_LEAST)


@pytest.mark.parametrize(
    ("text", "low", "high", "quote"),
    [
        ("增长4.5%—5%", "4.5", "5", "4.5%—5%"),
        ("新增3至5家", "3", "5", "3至5家"),
        ("培育10-15个", "10", "15", "10-15个"),
        ("降至1.2万～1.5万吨", "1.2", "1.5", "1.2万～1.5万吨"),
    ],
)
def test_a_range_is_one_quantity(text, low, high, quote):
    mention = only(text)
    assert (mention.value, mention.value_high) == (Decimal(low), Decimal(high))
    assert text[mention.start : mention.end] == quote


def test_from_one_number_to_another_is_no_range():
    assert quotes("由45种增至53种") == ["45种", "53种"]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("两家企业入选", "两家", "2"),
        ("抓好十一个方面工作", "十一个", "11"),
        ("五十余项改革落地", "五十余项", "50"),
        ("占全国的三分之二", "三分之二", "0.6667"),
        ("稳定在1/3左右", "1/3", "0.3333"),
        ("占比近八成", "八成", "8"),
        ("产值实现翻番", "翻番", "1"),
        ("规模翻两番", "翻两番", "2"),
        ("经济总量突破万亿元", "万亿元", "1"),
        ("居全国第3位", "第3位", "3"),
        ("总量居全省第5。", "第5", "5"),
    ],
)
def test_chinese_numerals_magnitudes_and_ranks_count(text, quote, value):
    mention = only(text)
    assert text[mention.start : mention.end] == quote
    assert mention.value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "5G网络全覆盖",
        "实施“2+4”产业链图谱",
        "形成5+N工作格局",
        "建设“15分钟便民生活圈”",
        "建成1小时通勤圈",
        "第十八届人民代表大会第二次会议",
        "〔2023〕19号",
        "2023年3月13日印发",
        "2021—2025年",
        "接听12345热线",
        "A6地块开工",
        "PM2.5浓度下降",
        "“十四五”时期",
        "三大攻坚战",
        "一批项目开工",
        "一个大局",
        "万吨级码头",
        "4A级景区",
        "新版2.0版上线",
        "第三批试点",
        "二〇二三年",
        "三级医院",
        "中央八项规定",
        "电话0533-2180000",
        "7×24小时服务",
        "排名前1%",
    ],
)
def test_names_dates_and_slogans_are_no_quantities(text):
    assert quotes(text) == []


def test_a_long_quotation_is_speech_and_may_state_figures():
    assert quotes("他说：“今年全区上下齐心协力，力争地区生产总值增长6%以上，争取更好结果。”") == ["6%"]


def test_each_part_of_a_ratio_of_three_is_a_quantity_of_its_own():
    assert quotes("三次产业结构为2.5：36.7：60.8") == ["2.5", "36.7", "60.8"]


def test_a_minus_sign_in_brackets_belongs_to_the_number():
    mention = only("高于全国（-3.8%）")
    assert mention.value == Decimal("-3.8")
