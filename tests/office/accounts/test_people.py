"""People: who has an account, making and adjusting them, stopping, resetting; done by the system administrator alone."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from tests.office.accounts.conftest import is_signed_in

from taizhang.office.accounts.models import User
from taizhang.office.accounts.services.people import Particulars, create_person
from taizhang.office.audit.models import AuditEntry
from taizhang.office.organisations.models import Name, Organisation

ONE_TIME = re.compile(r'id="one-time">([\w-]+)<')


@pytest.fixture
def bureau(db):
    return unit("云岭县统计局")


def unit(words):
    row = Organisation.objects.create(kind="department")
    Name.objects.create(organisation=row, role="official", words=words, key=words)
    return row


@pytest.fixture
def desk(client, system_administrator):
    """The system administrator's browser."""
    client.force_login(system_administrator)
    return client


def make(desk, **typed):
    return desk.post("/people/new/", {"username": "li.si", "name": "李四"} | typed)


def test_a_new_person_gets_a_password_that_is_shown_once_and_kept_nowhere(desk, bureau, sign_in):
    page = make(desk, organisation=bureau.pk, phone="0533-1234567").content.decode()
    password = ONE_TIME.search(page)[1]
    user = User.objects.get(username="li.si")
    assert (user.name, user.organisation, user.phone) == ("李四", bureau, "0533-1234567")
    assert user.must_change_password
    assert password not in desk.get(f"/people/{user.pk}/").content.decode()
    assert password not in str(list(AuditEntry.objects.values_list("title", "details")))
    entry = AuditEntry.objects.get(action="accounts.created")
    assert (entry.name, entry.title) == ("管理员甲", "李四")
    door = Client()
    answer = door.post("/sign-in/", {"username": "li.si", "password": password})
    assert is_signed_in(door)
    assert door.get(answer.headers["Location"]).status_code == 302


def test_the_answer_with_a_password_is_kept_by_no_browser(desk):
    assert "no-store" in make(desk).headers["Cache-Control"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"username": "sysadmin"}, "已有人使用"),
        ({"username": "SysAdmin"}, "已有人使用"),
        ({"username": "li si"}, "不能有空格"),
        ({"username": ""}, "请填写用户名"),
        ({"name": ""}, "请填写姓名"),
        ({"organisation": "4242"}, "请从列表里选一个现有的单位"),
        ({"email": "李四"}, "name@example.cn"),
        ({"phone": "打办公室"}, "电话只能用数字"),
    ],
)
def test_what_is_wrong_is_told_and_nobody_is_made(desk, typed, told):
    assert told in make(desk, **typed).content.decode()
    assert User.objects.count() == 1


def test_two_presses_make_one_person(desk):
    make(desk)
    assert "已有人使用" in make(desk).content.decode()
    assert User.objects.filter(username="li.si").count() == 1


def test_a_person_is_adjusted_and_what_changed_is_recorded(desk, clerk, bureau):
    typed = {"name": "办事员乙", "organisation": bureau.pk, "email": "", "phone": "", "revision": clerk.revision}
    assert desk.post(f"/people/{clerk.pk}/edit/", typed).headers["Location"] == f"/people/{clerk.pk}/"
    clerk.refresh_from_db()
    assert (clerk.name, clerk.organisation, clerk.revision) == ("办事员乙", bureau, 1)
    assert '"fields":["name","organisation_id"]' in AuditEntry.objects.get(action="accounts.adjusted").details


def test_of_two_who_adjust_the_same_person_the_second_sees_both(desk, clerk):
    typed = {"name": "甲改的", "organisation": "", "email": "", "phone": "", "revision": 0}
    desk.post(f"/people/{clerk.pk}/edit/", typed)
    answer = desk.post(f"/people/{clerk.pk}/edit/", typed | {"name": "乙改的"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "甲改的" in page
    assert 'value="乙改的"' in page
    assert User.objects.get(pk=clerk.pk).name == "甲改的"
    assert desk.post(f"/people/{clerk.pk}/edit/", typed | {"name": "乙改的", "revision": 1}).status_code == 302


def test_a_stopped_account_opens_nothing_until_it_is_restarted(desk, clerk, sign_in, recorded):
    inside = Client()
    inside.force_login(clerk)
    desk.post(f"/people/{clerk.pk}/stop/")
    desk.post(f"/people/{clerk.pk}/stop/")
    assert inside.get("/account/").status_code == 302
    door = Client()
    door.post("/sign-in/", {"username": "clerk", "password": "a long pass phrase"})
    assert not is_signed_in(door)
    desk.post(f"/people/{clerk.pk}/restart/")
    door.post("/sign-in/", {"username": "clerk", "password": "a long pass phrase"})
    assert is_signed_in(door)
    assert [code for code in recorded() if code in {"accounts.stopped", "accounts.restarted"}] == [
        "accounts.stopped",
        "accounts.restarted",
    ]


def test_a_reset_password_ends_every_session_and_is_to_be_changed(desk, clerk, recorded):
    inside = Client()
    inside.force_login(clerk)
    page = desk.post(f"/people/{clerk.pk}/password/").content.decode()
    assert inside.get("/account/").status_code == 302
    clerk.refresh_from_db()
    assert clerk.must_change_password
    assert clerk.check_password(ONE_TIME.search(page)[1])
    assert recorded()[-1] == "accounts.password_reset"


@pytest.mark.parametrize("deed", ["stop", "restart", "unlock", "password"])
def test_an_administrator_does_none_of_it_to_themselves(desk, system_administrator, deed):
    answer = desk.post(f"/people/{system_administrator.pk}/{deed}/")
    assert "不能对自己的账号这样做" in answer.content.decode()
    assert User.objects.get(pk=system_administrator.pk).is_active


@pytest.mark.parametrize("deed", ["stop", "restart", "unlock", "password"])
def test_a_link_followed_by_mistake_does_nothing(desk, clerk, deed):
    assert desk.get(f"/people/{clerk.pk}/{deed}/").status_code == 405


def test_nobody_else_comes_near(client, clerk, person, security_administrator):
    for who, sees in ((clerk, False), (person("audit_administrator"), False), (security_administrator, True)):
        client.force_login(who)
        assert (client.get("/people/").status_code == 200) is sees, who
        for path in (f"/people/{clerk.pk}/stop/", f"/people/{clerk.pk}/password/", "/people/new/"):
            assert client.post(path).status_code == 403, (who, path)
    assert User.objects.get(pk=clerk.pk).is_active


def test_a_superuser_has_no_business_here(client, db):
    client.force_login(User.objects.create_superuser("root", "超级用户", "a long pass phrase"))
    assert client.get("/people/").status_code == 403
    assert client.get("/plans/").status_code == 403


def test_somebody_who_is_not_there_is_not_found(desk):
    assert desk.get("/people/4242/").status_code == 404
    assert desk.post("/people/4242/stop/").status_code == 404


@pytest.fixture
def crowd(desk, person, bureau):
    """Three people to look for, beside the administrator."""
    made = create_person(username="wang", particulars=Particulars("王五", bureau.pk, phone="139000"), by=None)
    stopped = person("planner", username="zhao", name="赵六")
    User.objects.filter(pk=stopped.pk).update(is_active=False)
    person("reporter", bureau, username="qian", name="钱七")
    return made


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"王五", "赵六", "钱七", "管理员甲"}),
        ({"q": "王"}, {"王五"}),
        ({"q": "139"}, {"王五"}),
        ({"q": "ZHAO"}, {"赵六"}),
        ({"role": "reporter"}, {"钱七"}),
        ({"state": "stopped"}, {"赵六"}),
        ({"state": "first"}, {"王五"}),
        ({"state": "locked"}, set()),
        ({"state": "nonsense", "role": "nonsense", "page": "x"}, {"王五", "赵六", "钱七", "管理员甲"}),
    ],
)
def test_people_are_found(desk, crowd, asked, found):
    rows = desk.get(f"/people/?{urlencode(asked)}").context["people"].rows
    assert {row.name for row in rows} == found


def test_a_unit_has_those_written_down_there_and_those_with_a_role_there(desk, crowd, bureau):
    rows = desk.get(f"/people/?unit={bureau.pk}").context["people"].rows
    assert {row.name for row in rows} == {"王五", "钱七"}
    assert next(row for row in rows if row.name == "王五").unit == "云岭县统计局"


def test_the_list_asks_as_little_for_many_as_for_few(desk, person, bureau, django_assert_max_num_queries):
    counts = []
    for more in (3, 27):
        for number in range(more):
            person("reporter", bureau, username=f"p{more}-{number}")
        desk.get("/people/")
        with django_assert_max_num_queries(12) as asked:
            desk.get("/people/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_long_list_comes_in_pages(desk, person):
    for number in range(55):
        person("planner", username=f"p{number:02}")
    page = desk.get("/people/").context["people"]
    assert (len(page.rows), page.total) == (50, 56)
    assert "第 2 页，共 2 页" in desk.get("/people/?page=2").content.decode()
