"""As many names as numbers beside 分别 (分别前后个数一致)."""

from taizhang.paper.checks.rules.respectively_counts_match import RULE


def test_three_names_and_two_numbers_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    规上工业产值、税收收入、进出口总额分别增长5.1%、7.2%。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["规上工业产值、税收收入、进出口总额分别增长5.1%、7.2%"]
    assert finding.severity.value == "error"


def test_as_many_names_as_numbers_are_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    城镇和农村居民人均可支配收入分别增长5.4%和7.3%。
    """
    assert findings_of(RULE) == []


def test_numbers_in_the_clauses_before_are_what_is_meant(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施重点项目40个，总投资300亿元，完成投资80亿元，分别同比增长25%、40.6%、15.9%。
    """
    assert findings_of(RULE) == []


def test_more_numbers_than_the_clauses_before_have_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施重点项目40个，总投资300亿元，分别同比增长25%、40.6%、15.9%。
    """
    (finding,) = findings_of(RULE)
    assert "3个数" in finding.message


def test_one_number_for_two_names_asks_for_the_other(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    城镇和农村居民人均可支配收入分别增长5.4%。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["城镇和农村居民人均可支配收入分别增长5.4%"]
    assert finding.severity.value == "warning"


def test_one_number_too_few_for_the_clauses_before_is_asked_about(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施重点项目40个，总投资300亿元，完成投资80亿元，分别同比增长25%、40.6%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"


def test_how_many_something_is_done_with_is_no_value(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    区、镇分别与3家企业签约。
    """
    assert findings_of(RULE) == []


def test_numbers_per_month_stand_in_a_row(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    职工医保、居民医保缴费标准分别提升至250元/月、38元/月。
    """
    assert findings_of(RULE) == []


def test_rows_of_from_and_to_are_equally_long(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    职工和居民门诊慢特病病种分别由45种、25种增加至53种。
    """
    (finding,) = findings_of(RULE)
    assert "起点2个数、终点1个数" in finding.message


def test_a_name_with_a_joint_of_its_own_counts_once(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    体育、娱乐用品和通讯器材类零售额分别增长8.1%和9.3%。
    """
    assert findings_of(RULE) == []


def test_names_in_brackets_and_quotes_are_not_counted(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    “吃、住、行”消费额、旅游人次（含一日游、过夜游）分别增长8.1%和9.3%。
    """
    assert findings_of(RULE) == []


def test_a_number_alone_is_too_few_whatever_it_is_about(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    城乡居民人均可支配收入分别增长5.4%。生猪、家禽年出栏量分别稳定在39万头以上。
    """
    assert [finding.severity.value for finding in findings_of(RULE)] == ["warning", "warning"]


def test_what_ends_with_and_so_on_is_all_that_is_meant(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    松茸、羊肚菌、木耳等绿色、有机产品产量增长较快，分别比上年增长7.2%、6.6%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"


def test_the_last_of_names_of_one_kind_counts(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    衣着类、居住类和其他用品及服务类价格分别上涨4.5%、1.6%。
    """
    (finding,) = findings_of(RULE)
    assert finding.computed == {"前面项数": "3—4", "后面个数": "2"}


def test_so_many_things_need_so_many_numbers(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    3个镇工业投资分别增长3.2%、2.7%。
    """
    (finding,) = findings_of(RULE)
    assert finding.computed == {"前面项数": "3—3", "后面个数": "2"}


def test_as_many_are_arrived_at_as_were_left_whatever_they_are(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    城乡低保平均标准分别从上年的618元提高到682元、5120元。
    """
    (finding,) = findings_of(RULE)
    assert "起点1个数、终点2个数" in finding.message
