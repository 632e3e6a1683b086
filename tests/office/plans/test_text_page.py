"""The document as issued, with everything understood marked where it stands."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.plans.layout import TextBlock
from taizhang.office.plans.models import Plan, StatementRecord, TableCellRecord
from taizhang.office.plans.rendering import sentence, weave
from taizhang.office.plans.services import take_in


@pytest.fixture
def page(small_plan, signed_in):
    return signed_in.get(f"/plans/{small_plan.id}/text/").content.decode()


def sheet(page):
    return re.search(r"<article[^>]*>(.*)</article>", page, re.DOTALL)[1]


def words(html):
    return re.sub(r"\s", "", re.sub(r"<[^>]+>", "", html))


def test_every_word_of_the_document_is_there_in_order(page, small_plan):
    text = small_plan.versions.get().text
    assert words(sheet(page)) == re.sub(r"\s", "", text)


def test_every_statement_and_cell_has_its_mark(page):
    for record in StatementRecord.objects.all():
        assert re.search(rf'id="s-{record.pk}"[^>]*>{re.escape(record.quote)}', page), record
    for cell in TableCellRecord.objects.all():
        assert re.search(rf'id="c-{cell.pk}"[^>]*>{re.escape(cell.text)}', page), cell


def test_a_mark_says_its_kind_and_whether_it_has_happened(page):
    record = StatementRecord.objects.get(subject="地区生产总值", modality="target")
    mark = re.search(rf'<a [^>]*id="s-{record.pk}"[^>]*>', page)[0]
    assert "mark-growth" in mark
    assert "mark-target" in mark


def test_headings_are_headings_and_the_outline_leads_to_them(page):
    assert re.search(r'<h3 class="heading heading-1" id="h-\d+">一、2023年计划执行情况</h3>', page)
    for target in re.findall(r'href="#(h-\d+)"', page):
        assert f'id="{target}"' in sheet(page)


def test_a_heading_that_words_follow_stays_on_their_line(page):
    assert re.search(r'<span class="run-in run-in-2"[^>]*>（一）经济总体平稳', page)


def test_the_heads_of_the_annex_are_heads(page):
    assert re.search(r"<th[^>]*>2023年完成</th>", page)
    assert "<td" in page


def test_words_someone_was_sent_to_are_lit(small_plan, signed_in):
    text = small_plan.versions.get().text
    start = text.index("同比增长")
    page = signed_in.get(f"/plans/{small_plan.id}/text/?lit={start}-{start + 4}").content.decode()
    assert '<span class="lit" id="lit">同比增长</span>' in page


@pytest.mark.parametrize("span", ["", "x", "9-", "5-4", "1-99999999", "-1-3"])
def test_a_place_that_makes_no_sense_lights_nothing_and_breaks_nothing(small_plan, signed_in, span):
    answer = signed_in.get(f"/plans/{small_plan.id}/text/?lit={span}")
    assert answer.status_code == 200


def test_what_a_document_says_is_never_markup(clerk, signed_in, django_capture_on_commit_callbacks):
    nasty = "一、<script>alert(1)</script>总量。完成<b>5</b>亿元，增长6%&copy;。"
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("<i>计划</i>.txt", nasty.encode()), by=clerk)
    page = signed_in.get(f"/plans/{receipt.plan_id}/text/").content.decode()
    assert "<script>alert" not in page
    assert "<b>5" not in page
    assert "&amp;copy;" in page
    assert Plan.objects.filter(id=receipt.plan_id).exists()


def test_marks_fall_into_place_where_hard_line_wraps_were_joined():
    """In the source 地区生产⏎总值增长6% begins at 10; the break at 14 is not in the block's words."""
    block = TextBlock(10, 21, "地区生产总值增长6%", ((0, 10), (4, 15)), "body")
    assert weave(block, [sentence(17, 19)]) == '地区生产总值<span class="sentence">增长</span>6%'
    assert weave(block, [sentence(12, 17)]) == '地区<span class="sentence">生产总值</span>增长6%'


def test_a_mark_inside_a_sentence_nests_and_one_that_sticks_out_is_cut_off():
    block = TextBlock(0, 6, "甲乙丙丁戊己", ((0, 0),), "body")
    outer, inner, across = sentence(0, 3), sentence(1, 2), sentence(2, 5)
    html = weave(block, [outer, inner, across])
    assert html.replace(' class="sentence"', "") == "<span>甲<span>乙</span><span>丙</span></span>丁戊己"
