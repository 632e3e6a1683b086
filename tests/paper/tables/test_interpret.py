"""Interpreting tables (读表): the layouts annexes come in. All figures are invented."""

from hypothesis import given
from hypothesis import strategies as st
from tests.paper.tables.drawing import beside, read_all, read_one, told

from taizhang.paper.outline.section import FrontMatter
from taizhang.paper.tables.table import CellKind, TableKind


def test_v1_two_years_each_with_amount_and_growth() -> None:
    """The layout of most annexes: two heads over four columns, group rows, one cell merged over two."""
    table = read_one(
        """
        指标名称           | 单位   | 2023年完成 | <     | 2024年计划       | <
        ^                 | ^     | 绝对值     | 增长%  | 绝对值           | 增长%
        一、地区生产总值    | 亿元   | 512.3     | 5.1   | 543             | 6左右
        二、财政金融       |       | <         | <     | <               | <
        一般公共预算收入    | 亿元   | 30.2      | -2.5  | ——              | 5以上
        三、节能降碳       |       |           |       |                 |
        单位GDP能耗降低率   | ％    | 2.1       | <     | 完成市下达任务     | <
        """,
        "2024年国民经济和社会发展主要目标",
    )
    assert table.kind is TableKind.INDICATORS
    assert [told(row) for row in table.rows] == [
        "地区生产总值 (亿元): level 2023 actual 512.3; growth 2023 actual 5.1; level 2024 target 543; growth 2024 target 6左右",
        "一般公共预算收入 (亿元): level 2023 actual 30.2; growth 2023 actual -2.5; level 2024 target ——; growth 2024 target 5以上",
        "单位GDP能耗降低率 (％): level 2023 actual 2.1; level 2024 target 完成市下达任务",
    ]
    assert [row.group for row in table.rows] == [None, "二、财政金融", "三、节能降碳"]
    assert [row.marker for row in table.rows] == ["一、", None, None]
    assert [row.code for row in table.rows] == ["gdp", "general_budget_revenue", "energy_intensity_reduction"]
    assert table.rows[2].cells[1].kind is CellKind.ASSIGNED
    assert table.rows[0].cells[3].head == ("2024年计划", "增长%")


def test_v1_with_flat_heads_a_growth_belongs_to_the_value_before_it() -> None:
    table = read_one(
        """
        指标         | 单位 | 上年完成 | 增长% | 本年计划 | 增长%
        固定资产投资   | 亿元 | 120    | 7.5  | 131     | 9左右
        """
    )
    assert told(table.rows[0]) == (
        "固定资产投资 (亿元): level 2023 actual 120; growth 2023 actual 7.5; level 2024 target 131; growth 2024 target 9左右"
    )


def test_v2_attributes_are_no_values() -> None:
    table = read_one(
        """
        序号 | 指标           | 单位 | 属性   | 上年计划 | 上年预计完成 | 是否完成 | 本年目标 | 责任单位
        1   | 城镇登记失业率   | %   | 预期性  | ≤4      | 3.2        | 是      | 4以内   | 区人社局
        2   | 森林覆盖率      | %   | 约束性  | 25.1    | 25.3       | 是      | 25.5    | 区自然资源局
        """
    )
    assert (
        told(table.rows[0])
        == "城镇登记失业率 (%): level 2023 target ≤4; level 2023 actual 3.2; level 2024 target 4以内"
    )
    assert beside(table.rows[0]) == ["序号=1", "属性=预期性", "是否完成=是", "责任单位=区人社局"]
    assert [cell.bound for cell in table.rows[0].cells] == ["at_most", "exact", "at_most"]


def test_v3_growth_is_told_by_title_name_or_unit() -> None:
    drawing = """
        指标             | 单位 | 上年目标 | 上年实绩 | 本年目标
        地区生产总值       | %   | 6      | 5.4    | 5.5左右
        空气质量优良天数比例 | %   | 68     | 70.1   | 71
        """
    by_unit = read_one(drawing, "主要指标")
    assert [cell.role for row in by_unit.rows for cell in row.cells] == ["growth"] * 3 + ["level"] * 3
    assert [(cell.year, cell.modality) for cell in by_unit.rows[0].cells] == [
        ("2023", "target"),
        ("2023", "actual"),
        ("2024", "target"),
    ]
    by_name = read_one("指标 | 2023年 | 2024年目标\n社会消费品零售总额增速（%） | 4.1 | 5")
    assert told(by_name.rows[0]) == "社会消费品零售总额增速 (%): growth 2023 actual 4.1; growth 2024 target 5"
    by_title = read_one("指标名称 | 2022年 | 2023年\n食品 | 1.2 | -0.3", "2023年价格涨跌幅度", "%")
    assert told(by_title.rows[0]) == "食品 (%): growth 2022 actual 1.2; growth 2023 actual -0.3"


def test_v4_half_year_report() -> None:
    half_year = FrontMatter(plan_year="2024", review_year="2024")
    table = read_one(
        """
        指标       | 单位 | 年度计划 | 1—6月完成 | 同比% | 占年计划% | 与序时差 | 全年预计 | 牵头
        实际使用外资 | 万美元 | 900   | 512     | -3.1 | 56.9    | 6.9    | 930    | 商务局
        """,
        "2024年上半年计划执行情况表",
        front=half_year,
    )
    assert told(table.rows[0]) == (
        "实际使用外资 (万美元): level 2024 target 900; level 2024H1 actual 512; growth 2024H1 actual -3.1"
    )
    assert beside(table.rows[0]) == ["占年计划%=56.9", "与序时差=6.9", "全年预计=930", "牵头=商务局"]


def test_v5_towns_down_the_side_and_indicators_across() -> None:
    table = read_one(
        """
        单位  | 固定资产投资（亿元） | <     | 规模以上工业增加值（%） | <
        ^    | 上半年            | 全年   | 上半年             | 全年
        合计  | 60               | 131   | 5                 | 6.5
        甲镇  | 20               | 41    | 4                 | 6
        """,
        "2024年主要指标任务分解表",
    )
    assert [(row.group, told(row)) for row in table.rows] == [
        ("合计", "固定资产投资 (亿元): level 2024H1 target 60; level 2024 target 131"),
        ("合计", "规模以上工业增加值 (None): level 2024H1 target 5; level 2024 target 6.5"),
        ("甲镇", "固定资产投资 (亿元): level 2024H1 target 20; level 2024 target 41"),
        ("甲镇", "规模以上工业增加值 (None): level 2024H1 target 4; level 2024 target 6"),
    ]
    assert [row.code for row in table.rows[:3]] == [
        "fixed_asset_investment",
        "industrial_value_added_above_scale",
        None,
    ]


def test_v6_link_with_the_five_year_plan() -> None:
    table = read_one(
        """
        指标            | 单位 | 2020年基数 | 2025年目标 | 上年实绩 | 本年计划 | 年均增长% | 属性
        常住人口城镇化率   | %   | 60.5     | 65       | 63.2   | 64     | —       | 预期性
        """
    )
    assert told(table.rows[0]) == (
        "常住人口城镇化率 (%): level 2020 actual 60.5; level 2025 target 65; level 2023 actual 63.2; level 2024 target 64"
    )
    assert beside(table.rows[0]) == ["年均增长%=—", "属性=预期性"]


def test_v7_the_figures_of_others_stay_beside() -> None:
    table = read_one(
        """
        指标            | 国家 | 省   | 市    | 区目标 | 区上年 | 全市位次
        地区生产总值增速（%） | 5左右 | 5.5 | 6左右 | 6左右  | 5.8  | 3
        """,
        "2024年主要目标对标表",
    )
    assert told(table.rows[0]) == "地区生产总值增速 (%): growth 2024 target 6左右; growth 2023 actual 5.8"
    assert beside(table.rows[0]) == ["国家=5左右", "省=5.5", "市=6左右", "全市位次=3"]


def test_v8_project_list() -> None:
    table = read_one(
        """
        序号 | 项目名称   | 建设单位 | 建设地点 | 建设内容及规模 | 总投资 | 年度计划投资 | 形象进度
        一、产业类 | < | < | < | < | < | < | <
        1   | 智能装备园 | 某公司   | 甲镇    | 厂房5万平方米  | 12000 | 4000      | 主体完工
        2   | 冷链物流园 | ^       | 乙镇    | 冷库          | 8000  | 3000      | 投用
        """,
        "2024年重点项目清单",
    )
    assert table.kind is TableKind.PROJECTS
    assert table.heads[1] == "项目名称"
    assert table.records[0][0] == "一、产业类"
    assert table.records[2] == ("2", "冷链物流园", "某公司", "乙镇", "冷库", "8000", "3000", "投用")
    assert table.rows == ()


def test_each_record_knows_where_it_stands() -> None:
    table = read_one(
        """
        序号 | 项目名称   | 建设单位 | 总投资 | 形象进度
        1   | 智能装备园 | 某公司   | 12000 | 主体完工
        2   | 冷链物流园 | ^       | 8000  | 投用
        """,
        "2024年重点项目清单",
    )
    first, second = table.record_spans
    assert table.span.start < first.start < first.end < second.start < second.end == table.span.end


def test_v9_tasks_are_kept_as_records() -> None:
    table = read_one(
        """
        序号 | 任务         | 量化指标         | 分季进度          | 责任领导 | 牵头单位 | 时限
        1   | 优化营商环境   | 事项网办率98%以上 | 一季度完成方案     | 某副区长 | 审批局  | 年底
        """
    )
    assert table.kind is TableKind.OTHER
    assert table.records == (
        ("1", "优化营商环境", "事项网办率98%以上", "一季度完成方案", "某副区长", "审批局", "年底"),
    )


def test_budget_table_with_its_title_and_unit_inside_the_grid() -> None:
    table = read_one(
        """
        附表1       |        | |  |
        2023年全区一般公共预算收入完成情况表 | < | < | < | <
                   |        |  | 单位：万元 | <
        预 算 科 目 | 预算数  | 完成数 | 占预算(%) | 比上年增长(%)
        本年收入合计 | 50000  | 51000 | 102      | 3
        一、税收收入 | 40000  | 38000 | 95       | -1.5
        """
    )
    assert table.title == "2023年全区一般公共预算收入完成情况表"
    assert told(table.rows[0]) == (
        "本年收入合计 (万元): level 2023 target 50000; level 2023 actual 51000; growth 2023 actual 3"
    )
    assert [row.code for row in table.rows] == ["general_budget_revenue", "tax_revenue"]
    assert beside(table.rows[1]) == ["占预算(%)=95"]


def test_statistics_table_with_units_in_its_heads() -> None:
    bulletin = FrontMatter(title="乙区2023年统计公报", review_year="2023")
    table = read_one(
        """
        指标        | 绝对值（亿元） | 比上年增长（%）
        进出口总额    | 62.9        | 0.3
        出口额       | 38.2        | -1.8
        其中：一般贸易 | 30.1        | -2.5
        """,
        "2023年进出口情况",
        front=bulletin,
    )
    assert told(table.rows[1]) == "出口额 (亿元): level 2023 actual 38.2; growth 2023 actual -1.8"
    assert [row.code for row in table.rows] == ["foreign_trade", "exports", None]
    assert table.rows[2].indicator == "一般贸易"


def test_monthly_table_without_a_year_keeps_none() -> None:
    table = read_one(
        "指标 | 1-3月 | 增长（%） | 4月末\n工业用电量 | 12.5 | 3.1 | 4.2", "主要指标月报", "亿千瓦时", FrontMatter()
    )
    assert told(table.rows[0]) == (
        "工业用电量 (亿千瓦时): level None actual 12.5; growth None actual 3.1; level None actual 4.2"
    )
    dated = read_one("指标 | 1-3月 | 4月末\n工业用电量 | 12.5 | 4.2", "2023年主要指标月报")
    assert [cell.year for cell in dated.rows[0].cells] == ["2023Q1", "2023-04"]


def test_tables_one_under_the_other_in_one_grid() -> None:
    tables = read_all(
        """
        2023年收入完成情况表 | <
        项目    | 完成数
        增值税   | 300
                |
        2023年支出完成情况表 | <
        项目    | 完成数
        教育支出 | 500
        """
    )
    assert [(table.title, table.rows[0].indicator) for table in tables] == [
        ("2023年收入完成情况表", "增值税"),
        ("2023年支出完成情况表", "教育支出"),
    ]


def test_heads_printed_again_on_the_next_page_are_no_rows() -> None:
    table = read_one("指标 | 2023年\n粮食产量 | 12\n指标 | 2023年\n肉类产量 | 3")
    assert [row.indicator for row in table.rows] == ["粮食产量", "肉类产量"]


def test_halves_side_by_side_are_read_one_after_the_other() -> None:
    tables = read_all(
        "行业 | 比上年增长（%） | 行业 | 比上年增长（%）\n采矿业 | 3.5 | 房地产业 | -7", "2023年投资增长速度"
    )
    assert [told(table.rows[0]) for table in tables] == [
        "采矿业 (None): growth 2023 actual 3.5",
        "房地产业 (None): growth 2023 actual -7",
    ]


def test_a_bare_name_means_its_indicator_only_under_the_right_whole() -> None:
    of_gdp = read_one("指标 | 2023年\n地区生产总值（亿元） | 500\n第一产业 | 20")
    of_investment = read_one("指标 | 2023年\n固定资产投资（亿元） | 100\n第一产业 | 2")
    assert [of_gdp.rows[1].code, of_investment.rows[1].code] == ["primary_industry", None]


def test_figures_of_a_part_of_the_region_are_not_the_region_s() -> None:
    table = read_one("项目 | 执行数\n一般公共预算收入 | 300", "2023年区本级预算执行情况表", "万元")
    assert table.rows[0].code is None


def test_columns_nobody_can_tell_apart_stay_records() -> None:
    table = read_one("指标 | 社会团体 | 基金会\n登记数 | 37 | 8", "2023年社会组织情况", "个")
    assert table.kind is TableKind.OTHER
    assert table.records == (("登记数", "37", "8"),)


def test_a_table_without_a_head_stays_records() -> None:
    table = read_one("1 | 2 | 3\n4 | 5 | 6")
    assert (table.kind, table.records) == (TableKind.OTHER, (("1", "2", "3"), ("4", "5", "6")))


def test_two_numbers_in_one_cell_are_not_one() -> None:
    table = read_one("指标 | 2023年\n高企 | 12\n专精特新企业 | 3 4")
    assert [cell.kind for row in table.rows for cell in row.cells] == [CellKind.NUMBER, CellKind.QUALITATIVE]


def test_notes_under_a_table_are_no_rows() -> None:
    table = read_one("指标 | 2023年\n粮食产量（万吨） | 12\n注：2023年为初步数。 | <")
    assert len(table.rows) == 1


def test_amount_and_growth_in_one_cell_are_two_values() -> None:
    table = read_one("指标 | 2023年完成 | 2024年目标\n地区生产总值 | 512.3亿元，增长5.1% | 543亿元，增长6%左右")
    assert told(table.rows[0]) == (
        "地区生产总值 (亿元): level 2023 actual 512.3亿元; growth 2023 actual 增长5.1%; "
        "level 2024 target 543亿元; growth 2024 target 增长6%左右"
    )


def test_the_same_period_of_last_year_needs_a_period() -> None:
    drawing = "指标 | 完成 | 上年同期 | 同比增长%\n工业投资（亿元） | 30 | 28 | 7.1"
    half = read_one(drawing, "2024年上半年投资完成情况")
    assert told(half.rows[0]) == (
        "工业投资 (亿元): level 2024H1 actual 30; level 2023H1 actual 28; growth 2023H1 actual 7.1"
    )
    assert beside(read_one(drawing, "投资情况").rows[0]) == ["上年同期=28"]


def test_shares_of_the_plan_are_no_targets() -> None:
    table = read_one("指标 | 2023年完成 | 完成年度计划（%） | 占年度计划（%）\n税收收入（万元） | 30 | 101 | 99")
    assert told(table.rows[0]) == "税收收入 (万元): level 2023 actual 30"
    assert beside(table.rows[0]) == ["完成年度计划（%）=101", "占年度计划（%）=99"]


CELLS = [
    "",
    "指标",
    "单位",
    "2023年",
    "2024年计划",
    "增长%",
    "绝对值",
    "亿元",
    "%",
    "一、甲",
    "其中：乙",
    "12.5",
    "-3",
    "——",
    "合计",
    "注：",
    "<",
    "^",
]


@given(st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=5), min_size=1, max_size=6))
def test_any_grid_is_kept_one_way_or_the_other(rows: list[list[str]]) -> None:
    rows[0] = [cell if cell not in "<^" else "" for cell in rows[0]]
    drawing = "\n".join(" | ".join(cell if at or cell != "<" else "" for at, cell in enumerate(row)) for row in rows)
    tables = read_all("x" + drawing)
    assert tables
    for table in tables:
        assert (table.kind is TableKind.INDICATORS) == bool(table.rows)
        assert all(len(record) == len(table.heads) for record in table.records)
