"""What documents say of themselves: title, number, issuer, region and years."""

import pytest


def test_an_issued_plan_says_everything(outline_of):
    front = outline_of(
        "河农发〔2031〕7号\n关于下达青山市河湾县二〇三一年农业发展计划的通知\n各乡镇：\n计划已经批准，现印发给你们。\n"
        "河湾县农业农村局\n2031年3月5日\n青山市河湾县2031年农业发展计划\n一、2030年计划执行情况\n增产。\n二、2031年主要任务\n春耕。\n"
    ).front
    assert front.title == "青山市河湾县2031年农业发展计划"
    assert front.number == "河农发〔2031〕7号"
    assert front.issuer == "河湾县农业农村局"
    assert front.region == "青山市河湾县"
    assert (front.plan_year, front.review_year) == ("2031", "2030")


def test_a_work_report_is_told_by_its_congress(outline_of):
    front = outline_of(
        "政 府 工 作 报 告\n——2031年1月9日在河湾县第九届人民代表大会第二次会议上\n河湾县县长 某某\n各位代表：\n"
        "现在，我代表县政府，向大会报告工作。\n一、过去一年工作回顾\n增产。\n二、今年工作安排\n春耕。\n"
    ).front
    assert (front.title, front.region, front.issuer) == ("政府工作报告", "河湾县", "河湾县人民政府")
    assert (front.plan_year, front.review_year) == ("2031", "2030")


def test_a_bulletin_only_looks_back(outline_of):
    front = outline_of(
        "河湾县2030年国民经济和社会发展统计公报\n河湾县统计局\n2031年4月1日\n一、综合\n稳。\n二、农业\n增。\n"
    ).front
    assert (front.region, front.issuer) == ("河湾县", "河湾县统计局")
    assert (front.plan_year, front.review_year) == (None, "2030")


def test_a_report_names_both_years(outline_of):
    front = outline_of(
        "关于河湾县2030年国民经济和社会发展计划\n执行情况与2031年计划草案的报告\n河湾县发展和改革局局长 某某\n一、2030年执行情况\n稳。\n二、2031年安排\n进。\n"
    ).front
    assert front.title == "关于河湾县2030年国民经济和社会发展计划执行情况与2031年计划草案的报告"
    assert (front.plan_year, front.review_year, front.issuer) == ("2031", "2030", "河湾县发展和改革局")


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("河湾县2031年计划", "河湾县"),
        ("2031年广州市农业发展计划", "广州市"),
        ("北山自治区青山市河湾区2031年计划", "北山自治区青山市河湾区"),
        ("关于印发南岭自治州2031年农业计划的报告", "南岭自治州"),
        ("2031年城市建设计划", None),
        ("全市2031年农业计划", None),
        ("2031年农业计划", None),
    ],
)
def test_the_region_is_read_from_the_title(outline_of, title, region):
    assert outline_of(f"{title}\n一、目标\n增产。\n二、任务\n春耕。\n").front.region == region


def test_a_text_without_a_head_says_nothing_of_itself(outline_of):
    front = outline_of("粮食增产。\n林业发展。\n").front
    assert [front.title, front.number, front.issuer, front.region, front.plan_year, front.review_year] == [None] * 6
