"""The pages of assignments: who may come in, what they show, with htmx and without any script."""

import uuid
from datetime import date

import pytest

from taizhang.office.assignments.models import Assignment, Duty, Event, Query
from taizhang.office.assignments.services import drafting
from taizhang.office.commitments.models import Commitment, Source

HTMX = {"HX-Request": "true"}


@pytest.fixture
def base(plan):
    return f"/plans/{plan.id}/assignments/"


@pytest.fixture
def unit_client(client, merchant):
    client.force_login(merchant)
    return client


def read(answer):
    return answer.content.decode()


def edit_url(commitment):
    return f"/commitments/{commitment.id}/assignment/edit/"


def filled(assignment=None, **changes):
    quarters = {f"{kind}{quarter}": "" for kind in ("words", "value") for quarter in (1, 2, 3, 4)}
    usual = {"lead": "区商务局", "supports": "", "leader": "", "measure": "", "starts_on": "", "due_on": "2024-11-30"}
    return usual | quarters | {"revision": assignment.revision if assignment else 0} | changes


def test_the_division_shows_proposals_and_where_they_come_from(signed_in, adopted, units, base):
    page = read(signed_in.get(base))
    assert "规上服务业" in page
    assert "原文写明" in page
    assert "区灯塔局" in page  # named by the text, unknown to the registry
    assert "待补齐" in page


def test_without_a_ledger_the_page_says_where_to_begin(signed_in, plan, units, base):
    assert "去纳入台账" in read(signed_in.get(base))


def test_one_proposal_is_accepted_by_one_press(signed_in, firms, units, base):
    answer = signed_in.post(f"{base}accept/", {"only": firms.id}, headers=HTMX)
    assert "已拟定 1 条" in read(answer)
    assert "division-changed" in answer.headers["HX-Trigger"]
    assert Assignment.objects.get().commitment == firms


def test_every_proposal_of_the_filter_is_accepted_and_taken_back(signed_in, adopted, units, base):
    signed_in.post(f"{base}accept/", {"all": "1", "q": "就业"})
    done = Assignment.objects.count()
    assert 0 < done < len(adopted)
    batch = Event.objects.first().batch
    assert signed_in.post(f"/assignments/undo/{batch}/").status_code == 302
    assert Duty.objects.count() == 0


def test_nothing_chosen_is_said_so(signed_in, adopted, units, base):
    answer = signed_in.post(f"{base}accept/", headers=HTMX)
    assert answer.status_code == 422
    assert "请先勾选" in read(answer)


def test_a_lead_is_set_for_many_after_it_is_named(signed_in, firms, retail, units, base, names):
    asked = {"what": "lead", "key": [firms.id, retail.id]}
    assert "设牵头单位" in read(signed_in.post(f"{base}set/", asked, headers=HTMX))
    wrong = signed_in.post(f"{base}set/", asked | {"confirmed": "1", "lead": "灯塔局"}, headers=HTMX)
    assert "名册里没有" in read(wrong)
    signed_in.post(f"{base}set/", asked | {"confirmed": "1", "lead": "张店区民政局"}, headers=HTMX)
    leads = Duty.objects.filter(role="lead").values_list("organisation_id", flat=True)
    assert set(leads) == {names["区民政局"]}
    assert signed_in.post(f"{base}set/", {"what": "nonsense"}).status_code == 404


def test_commitments_of_another_plan_are_left_alone(signed_in, adopted, units, base):
    assert signed_in.post(f"{base}accept/", {"key": "999999"}, headers=HTMX).status_code == 422


def test_the_form_starts_from_the_proposal(signed_in, firms, units):
    page = read(signed_in.get(edit_url(firms), headers=HTMX))
    assert 'value="区商务局"' in page
    assert "区统计局、区财政局" in page
    assert "2024-12-31" in page


def test_steps_are_proposed_by_a_button(signed_in, firms, retail, units):
    assert 'value="8"' in read(signed_in.get(edit_url(firms), {"steps": "even"}))
    rates = read(signed_in.get(edit_url(retail), {"steps": "even"}))
    assert rates.count('value="8"') == 4
    assert "增速不按季平均" in rates


def test_one_is_saved_with_steps(signed_in, firms, units):
    answer = signed_in.post(edit_url(firms), filled(words2="完成摸底", value2="3", value4="8"))
    assert answer.status_code == 302
    assert [each.period for each in Assignment.objects.get().steps.all()] == ["2024-Q2", "2024-Q4"]


def test_impossible_dates_are_said_so(signed_in, firms, units):
    page = read(signed_in.post(edit_url(firms), filled(starts_on="2024-12-01")))
    assert "完成时限早于开始日期" in page


def test_whoever_saves_second_sees_both_and_loses_nothing(signed_in, firms, units):
    signed_in.post(edit_url(firms), filled(lead="区民政局"))
    late = signed_in.post(edit_url(firms), filled(lead="区统计局", leader="领导乙"), headers=HTMX)
    page = read(late)
    assert late.status_code == 409
    assert "您填：区统计局；现在是：区民政局" in page
    assert 'value="领导乙"' in page
    again = signed_in.post(edit_url(firms), filled(Assignment.objects.get(), lead="区统计局", leader="领导乙"))
    assert again.status_code == 302
    assert Assignment.objects.get().leader == "领导乙"


def test_handing_out_says_first_what_each_unit_will_receive(signed_in, drafted, firms, retail, base):
    asked = {"key": [firms.id, retail.id]}
    question = read(signed_in.post(f"{base}hand-out/", asked, headers=HTMX))
    assert "下达这 2 条？" in question
    assert "区商务局" in question
    assert "牵头 2" in question
    answer = signed_in.post(
        f"{base}hand-out/", asked | {"confirmed": "1", "document": "柳发改〔2024〕5号"}, headers=HTMX
    )
    assert "已下达 2 条" in read(answer)
    assert Event.objects.filter(action="handed_out", document="柳发改〔2024〕5号").count() == 2


def test_a_plan_that_is_not_in_force_is_only_drafted(signed_in, firms, clerk, units, base):
    drafting.accept_proposals(commitment_ids=[firms.id], by=clerk, units=units)
    assert "可以先拟定分解" in read(signed_in.get(base))
    answer = signed_in.post(f"{base}hand-out/", {"key": firms.id, "confirmed": "1"}, headers=HTMX)
    assert answer.status_code == 409


def test_after_handing_out_the_form_asks_for_reason_and_paper(signed_in, handed_out, firms):
    page = read(signed_in.post(edit_url(firms), filled(handed_out, supports="区统计局、区财政局")))
    assert "调整理由" in page
    assert Event.objects.filter(action="changed").count() == 0
    told = {"reason": "会议决定", "document": "柳政发〔2024〕9号"}
    signed_in.post(edit_url(firms), filled(handed_out, supports="区统计局、区财政局", **told))
    assert Event.objects.get(action="changed").document == "柳政发〔2024〕9号"


def test_taking_back_asks_why(signed_in, handed_out):
    url = f"/assignments/{handed_out.id}/take-back/"
    assert "收回这一条" in read(signed_in.get(url))
    assert signed_in.post(url, {"reason": ""}).status_code == 200
    assert signed_in.post(url, {"reason": "牵头有误"}).status_code == 302
    handed_out.refresh_from_db()
    assert handed_out.state == "draft"


def test_the_record_leads_to_the_commitment_and_the_sentence(signed_in, handed_out, firms):
    page = read(signed_in.get(f"/assignments/{handed_out.id}/"))
    assert f"/ledger/{firms.id}/" in page
    assert f"/plans/{firms.version.plan_id}/text/" in page
    assert "下达" in page


def test_the_page_of_a_commitment_shows_who_answers_for_it(signed_in, handed_out, firms, adopted):
    assert "区商务局" in read(signed_in.get(f"/commitments/{firms.id}/assignment/"))
    other = next(each for each in adopted.values() if each != firms and not Assignment.objects.filter(commitment=each))
    assert "还没有分解到单位" in read(signed_in.get(f"/commitments/{other.id}/assignment/"))


def test_a_unit_lands_on_what_is_its_own(unit_client, handed_out):
    assert unit_client.get("/assignments/").url == "/assignments/mine/"
    page = read(unit_client.get("/assignments/mine/"))
    assert "规上服务业" in page
    assert "待签收" in page


def test_a_unit_signs_for_many_with_an_officer(unit_client, handed_out, merchant):
    duties = list(Duty.objects.filter(role="lead").values_list("id", flat=True))
    answer = unit_client.post("/assignments/mine/sign/", {"key": duties, "officer": merchant.id}, follow=True)
    assert "已签收 2 条" in read(answer)
    assert set(Duty.objects.filter(id__in=duties).values_list("officer_id", flat=True)) == {merchant.id}


def test_a_unit_asks_and_reads_the_answer(unit_client, duty_of, clerk, client):
    duty = duty_of("区商务局")
    unit_client.post(f"/assignments/duties/{duty.id}/ask/", {"words": "口径是否含转入企业？"})
    client.force_login(clerk)
    assert "口径是否含转入企业？" in read(client.get("/assignments/queries/"))
    client.post(f"/assignments/queries/{Query.objects.get().id}/answer/", {"words": "含。"})
    assert Query.objects.get().answer == "含。"


def test_a_unit_asks_to_hand_over_and_the_bureau_decides(unit_client, duty_of, clerk, client):
    duty = duty_of("区商务局")
    url = f"/assignments/duties/{duty.id}/hand-over/"
    unit_client.post(url, {"to": "区民政局", "words": "属民政职责"})
    client.force_login(clerk)
    client.post(f"/assignments/queries/{Query.objects.get().id}/answer/", {"words": "同意", "granted": "yes"})
    assert Duty.objects.filter(assignment=duty.assignment, ended_at=None, role="lead").get() != duty


def test_a_unit_does_not_reach_what_is_anothers(unit_client, handed_out, duty_of, adopted, units, base):
    other = duty_of("区统计局")
    for url in (f"/assignments/duties/{other.id}/{verb}/" for verb in ("ask", "officer", "hand-over")):
        assert unit_client.post(url, {"words": "甲", "to": "区民政局"}).status_code == 403
    unit_client.post("/assignments/mine/sign/", {"key": other.id})
    other.refresh_from_db()
    assert other.signed_at is None
    assert unit_client.get(edit_url(handed_out.commitment)).status_code == 403
    assert unit_client.post(f"{base}hand-out/").status_code == 403
    assert unit_client.get("/assignments/queries/").status_code == 403


def test_a_unit_sees_the_division_only_as_far_as_it_is_its_own(client, handed_out, person, names, base, adopted):
    client.force_login(person("reporter", names["区财政局"], username="treasurer"))
    page = read(client.get(base))
    assert "规上服务业" in page
    assert "社会消费品零售" not in page
    client.force_login(person("reporter", names["区民政局"], username="stranger"))
    assert client.get(base).status_code == 403
    assert client.get(f"/assignments/{handed_out.id}/").status_code == 403


def test_the_bureau_prints_who_has_not_signed(signed_in, handed_out, base):
    page = read(signed_in.get(f"{base}unsigned/"))
    assert "区统计局" in page
    assert "还有未签收的任务" in page
    assert "区统计局" in read(signed_in.get(f"{base}unsigned/", {"late": "1"}))  # March 2024 is long past


def test_supervision_answers_questions_but_decides_no_hand_over(client, duty_of, side, person, names):
    from taizhang.office.assignments.services import handing_over, signing

    duty = duty_of("区商务局")
    question = signing.ask(duty_id=duty.id, words="何时报？", side=side)
    wish = handing_over.ask_to_hand_over(duty_id=duty.id, to=names["区民政局"], words="属民政职责", side=side)
    client.force_login(person("supervision"))
    client.post(f"/assignments/queries/{question.id}/answer/", {"words": "每月5日前。"})
    refused = client.post(f"/assignments/queries/{wish.id}/answer/", {"words": "同意", "granted": "yes"})
    assert refused.status_code == 403
    wish.refresh_from_db()
    assert wish.granted is None


def test_every_page_takes_as_many_queries_for_many_rows_as_for_few(
    signed_in, firms, plan, clerk, units, base, django_assert_max_num_queries
):
    copies(firms, 60)
    with django_assert_max_num_queries(12) as many:
        signed_in.get(base)
    Source.objects.filter(commitment__title__startswith="副本").delete()
    Commitment.objects.filter(title__startswith="副本").delete()
    with django_assert_max_num_queries(12) as few:
        signed_in.get(base)
    assert len(many) == len(few)


def test_my_page_takes_as_many_queries_for_many_rows_as_for_few(
    client, firms, approved, merchant, clerk, units, django_assert_max_num_queries
):
    from taizhang.office.assignments.services import handing_out

    from .conftest import NOW  # noqa: TID252  # tests are no package

    client.force_login(merchant)
    drafting.accept_proposals(commitment_ids=[firms.id], by=clerk, units=units)
    handing_out.hand_out(commitment_ids=[firms.id], by=clerk, now=NOW)
    with django_assert_max_num_queries(12) as few:
        client.get("/assignments/mine/")
    ids = copies(firms, 30)
    drafting.accept_proposals(commitment_ids=ids, by=clerk, units=units)
    handing_out.hand_out(commitment_ids=ids, by=clerk, now=NOW)
    with django_assert_max_num_queries(12) as many:
        client.get("/assignments/mine/")
    assert len(many) == len(few)


def copies(commitment, count):
    """More of the same, so that there is much to show."""
    source = commitment.sources.filter(role="promise").first()
    made = []
    for number in range(count):
        commitment.pk, commitment._state.adding = None, True
        commitment.title, commitment.subject, commitment.position = f"副本{number}", "", 1000 + number
        commitment.save()
        source.pk, source._state.adding, source.commitment, source.is_held = None, True, commitment, False
        source.save()
        made.append(commitment.id)
    return made


def test_a_batch_nobody_knows_cannot_be_undone(signed_in, adopted):
    assert signed_in.post(f"/assignments/undo/{uuid.uuid4()}/", headers=HTMX).status_code == 409
    assert date(2024, 1, 1)
