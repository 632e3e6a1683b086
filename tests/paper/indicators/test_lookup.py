"""Lookup (指标识别): one indicator under many names, and never a neighbour's."""

import unicodedata

import pytest

from taizhang.paper.indicators.catalogue import Indicator, Timing, field_names, indicators
from taizhang.paper.indicators.lookup import _key, find_indicator, get_indicator

SAME = [
    ("foreign_trade", "外贸进出口总额 进出口总额 进出口总值 进出口 货物进出口总额 我市外贸进出口 对外贸易总额"),
    (
        "gdp",
        "地区生产总值 GDP 全区地区生产总值 我市GDP 地区生产总值（GDP） 生产总值（亿元） 经济总量 ２０２４年地区生产总值",
    ),
    ("urban_new_jobs", "城镇新增就业人数 新增城镇就业 城镇新增就业 城镇新增就业人数（万人）"),
    ("fixed_asset_investment", "固定资产投资 固定资产投资（不含农户） 固定资产投资增速 全社会固定资产投资总额"),
    (
        "general_budget_revenue",
        "一般公共预算收入 甲乙区一般公共预算收入 地方一般公共预算收入同比增长 五、一般公共预算收入",
    ),
    ("technical_renovation_investment", "技改投资 工业技术改造投资 工业技改投资增速"),
    ("household_income", "城乡居民人均可支配收入 全体居民人均可支配收入 居民人均可支配收入（元）"),
    ("rd_intensity", "研究与试验发展（R&D）经费投入强度 R＆D经费支出占GDP比重 全社会研发投入占地区生产总值的比例"),
    ("vocs_reduction", "VOCs削减量 挥发性有机物重点工程减排量 VOCs排放削减量（吨）"),
    ("little_giants", "国家级专精特新“小巨人”企业 专精特新小巨人企业数量"),
    ("pm25", "PM2.5平均浓度 PM₂.₅年均浓度 细颗粒物（PM2.5）浓度"),
    ("tax_revenue", "税收收入 其中：税收收入 #税收收入 （1）税收收入"),
]

NEIGHBOURS = [
    ("民间投资", "fixed_asset_investment"),
    ("技改投资", "fixed_asset_investment"),
    ("城镇居民人均可支配收入", "household_income"),
    ("工业增加值", "industrial_value_added_above_scale"),
    ("限额以上社会消费品零售额", "retail_sales"),
    ("财政总收入", "general_budget_revenue"),
    ("新增高新技术企业", "high_tech_enterprises"),
    ("户籍人口城镇化率", "urbanisation"),
]

UNKNOWN = [
    "投资",
    "收入",
    "财政收入",
    "企业数",
    "海洋生产总值",
    "都市农业增加值",
    "开发区固定资产投资",
    "高新区地区生产总值",
    "保税区进出口",
    "有进出口实绩的企业",
    "居民人均可支配收入（城镇）",
    "城镇和农村居民人均可支配收入",
    "地区生产总值占全市比重",
    "四、外经外贸",
    "全国GDP",
    "高新技术企业产值",
    "数字经济增加值",
    "服务业用电量",
    "城市书房",
]


@pytest.mark.parametrize(("code", "names"), SAME)
def test_one_indicator_under_many_names(code: str, names: str) -> None:
    assert {name: find_indicator(name) for name in names.split()} == dict.fromkeys(names.split(), code)


@pytest.mark.parametrize(("name", "neighbour"), NEIGHBOURS)
def test_a_part_is_never_taken_for_the_whole(name: str, neighbour: str) -> None:
    assert find_indicator(name) not in (None, neighbour)


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_the_catalogue_does_not_list_stays_unknown(name: str) -> None:
    assert find_indicator(name) is None


def test_blank_and_endless_names_are_unknown() -> None:
    assert find_indicator("") is None
    assert find_indicator("　") is None
    assert find_indicator("地区生产总值" * 1000) is None


@pytest.mark.parametrize("indicator", indicators().values(), ids=lambda indicator: indicator.code)
def test_every_name_of_the_catalogue_finds_its_own_entry(indicator: Indicator) -> None:
    for name in (indicator.name, *indicator.aliases):
        assert find_indicator(name) == indicator.code


def test_no_two_entries_share_a_name() -> None:
    owners: dict[str, str] = {}
    for code, entry in indicators().items():
        for name in (entry.name, *entry.aliases):
            assert owners.setdefault(_key(unicodedata.normalize("NFKC", name)), code) == code, name


def test_entries_are_whole() -> None:
    for entry in indicators().values():
        assert entry.units, entry.code
        assert entry.department, entry.code
        assert entry.field in field_names()
        assert all(code in indicators() for code in entry.part_of), entry.code
        assert entry.magnitude is None or entry.magnitude[0] < entry.magnitude[1]


def test_an_entry_says_how_its_values_are_to_be_read() -> None:
    gdp = get_indicator("gdp")
    assert (gdp.units[0], gdp.timing, gdp.level_price, gdp.growth_price, gdp.cross_check) == (
        "亿元",
        Timing.CUMULATIVE,
        "current",
        "constant",
        "no",
    )
    assert get_indicator("pm25").direction == "lower"
    with pytest.raises(KeyError):
        get_indicator("no_such_code")
