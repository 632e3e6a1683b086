"""Everybody lands at a desk that lists what waits for them, and no more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from taizhang.office.accounts.roles import permissions
from taizhang.office.commitments import services as ledger
from taizhang.office.commitments.models import Commitment
from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.desk.models import Visit
from taizhang.office.desk.visits import SITTING, note_visit
from taizhang.office.organisations.models import Organisation
from taizhang.office.organisations.services import demonstration as organisations


@pytest.fixture
def adopted(small_plan, clerk):
    version_id = current_version_id(small_plan.id)
    keys = [each.key for chapter in chapters_of(version_id) for each in chapter.suggestions]
    ledger.adopt_many(version_id=version_id, keys=keys, by=clerk)
    return list(Commitment.objects.all())


@pytest.mark.parametrize("role", permissions().roles)
def test_every_role_has_a_desk_within_twelve_queries(role, person, client, adopted, django_assert_max_num_queries):
    organisations.seed()
    client.force_login(person(role, Organisation.objects.filter(kind="department").first()))
    client.get("/desk/")
    client.get("/desk/changed/")
    with django_assert_max_num_queries(12):
        assert client.get("/desk/").status_code == 200
    with django_assert_max_num_queries(12):
        assert client.get("/desk/changed/", headers={"hx-request": "true"}).status_code == 200


def test_a_plan_on_its_way_waits_for_the_planning_section(signed_in, small_plan):
    page = signed_in.get("/desk/").content.decode()
    assert small_plan.title in page
    assert "起草" in page


def test_a_draft_is_on_nobody_elses_desk(client, person, small_plan, adopted):
    client.force_login(person("reporter"))
    assert small_plan.title not in client.get("/desk/").content.decode()
    assert adopted[0].title not in client.get("/desk/changed/").content.decode()


def test_what_others_did_is_told_once_for_one_press_of_a_button(client, person, adopted, clerk):
    client.force_login(person("leader"))
    page = client.get("/desk/changed/").content.decode()
    assert page.count("纳入台账") == 1
    assert f"等 {len(adopted)} 条" in page
    assert clerk.name in page


def test_what_one_did_oneself_is_no_news(signed_in, adopted):
    assert "纳入台账" not in signed_in.get("/desk/changed/", headers={"hx-request": "true"}).content.decode()


def test_what_happened_since_the_last_sitting_is_new(client, person, adopted):
    leader = person("leader")
    client.force_login(leader)
    assert "is-new" not in client.get("/desk/changed/").content.decode()
    Visit.objects.update(seen_at=timezone.now() - timedelta(days=1))
    assert "is-new" in client.get("/desk/changed/").content.decode()


def test_looks_of_one_sitting_leave_what_is_new_as_it_is(clerk):
    now = timezone.now()
    assert note_visit(clerk, now) is None
    later = now + SITTING + timedelta(minutes=1)
    assert note_visit(clerk, later) == now
    assert note_visit(clerk, later + timedelta(minutes=5)) == now


def test_people_without_a_role_wait_for_the_security_administrator(client, person, django_user_model):
    django_user_model.objects.create_user("newcomer", "新来的人", "a long pass phrase")
    client.force_login(person("security_administrator"))
    assert "新来的人" in client.get("/desk/").content.decode()


def test_the_search_finds_words_of_a_sentence_and_marks_them(signed_in, adopted):
    page = signed_in.get("/search/", {"q": "固定资产 增长"}).content.decode()
    assert "<mark>固定资产</mark>" in page
    assert "青山县" in signed_in.get("/search/", {"q": "青山县"}).content.decode()
    assert "没有找到" in signed_in.get("/search/", {"q": "子虚乌有"}).content.decode()
    assert signed_in.get("/search/").status_code == 200


def test_the_search_finds_nothing_that_is_not_ones_to_see(client, person, adopted):
    client.force_login(person("reporter"))
    page = client.get("/search/", {"q": "固定资产"}).content.decode()
    assert "没有找到" in page
    assert "<mark>" not in page
