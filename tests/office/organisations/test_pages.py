"""The pages of organisations: the tree of a day, one unit, and changes that are shown before they are made."""

from datetime import date

import pytest
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from taizhang.office.organisations.models import Event, Organisation
from taizhang.office.organisations.selectors.tree import TreeFilter, get_tree
from taizhang.office.organisations.services.changes import close, merge, rename

TODAY = date(2024, 6, 1)
MOST_QUERIES = 12


def names_in(nodes):
    return [name for node in nodes for name in (node.name, *names_in(node.children))]


def typed(**words):
    return {"on": "2024-03-01", "reason": "机构改革", "document": ""} | words


def test_the_tree_shows_who_stands_under_whom(district):
    tree = get_tree(TreeFilter(on=TODAY))
    assert [node.name for node in tree.roots] == ["张店区人民政府"]
    assert names_in(tree.roots[0].children)[0] == "张店区发展和改革局"
    assert (tree.found, tree.total) == (6, 6)


def test_a_search_keeps_those_above_a_match_and_knows_former_names(district, decided):
    rename(organisation_id=district.science, name="张店区科创局", short_name="", decision=decided("2024-03-01"))
    tree = get_tree(TreeFilter(on=TODAY, words="科技局"))
    assert names_in(tree.roots) == ["张店区人民政府", "张店区科创局"]
    assert (tree.found, tree.roots[0].children[0].answered_by) == (1, "区科技局")


def test_a_kind_is_picked_out(district):
    tree = get_tree(TreeFilter(on=TODAY, kind="town"))
    assert names_in(tree.roots) == ["张店区人民政府", "东演示街道办事处", "西演示镇人民政府"]
    assert [(each.kind, each.count) for each in tree.kinds] == [("government", 1), ("department", 3), ("town", 2)]


def test_closed_units_are_shown_when_asked_for_and_the_past_as_it_was(district, decided):
    close(organisation_id=district.science, decision=decided("2024-03-01"))
    name = "张店区科学技术局"
    assert name not in names_in(get_tree(TreeFilter(on=TODAY)).roots)
    assert name in names_in(get_tree(TreeFilter(on=TODAY, with_closed=True)).roots)
    assert name in names_in(get_tree(TreeFilter(on=date(2024, 2, 29))).roots)
    assert name in names_in(get_tree(TreeFilter(on=date(2024, 2, 29), with_closed=True)).roots)


def test_an_address_that_makes_no_sense_still_shows_the_tree(signed_in, district):
    answer = signed_in.get("/organisations/?on=yesterday&kind=nonsense&q=")
    assert "张店区财政局" in answer.content.decode()


def test_a_unit_tells_its_whole_life(signed_in, district, decided):
    merge(organisation_ids=[district.science], into=district.finance, decision=decided("2024-03-01"))
    page = signed_in.get(f"/organisations/{district.science}/").content.decode()
    assert "已于 2024-03-01 撤销" in page
    assert f'<a href="/organisations/{district.finance}/">张店区财政局</a>' in page
    assert "示例编发〔2024〕1号" in page
    assert "机构变更" not in page  # nothing more happens to it
    assert "张店区科学技术局" in signed_in.get(f"/organisations/{district.finance}/").content.decode()


def test_a_unit_that_is_not_there_is_not_found(signed_in, db):
    assert signed_in.get("/organisations/4242/").status_code == 404


def test_a_stranger_is_sent_to_the_door(client, district):
    for path in ("", "add/", "export/", "import/", f"{district.finance}/", f"{district.finance}/close/"):
        assert client.get(f"/organisations/{path}").status_code == 302


def test_who_may_not_edit_sees_but_changes_nothing(client, person, district):
    client.force_login(person("statistics"))
    assert "登记单位" not in client.get("/organisations/").content.decode()
    assert client.post("/organisations/add/", typed(name="新局", kind="other")).status_code == 403
    assert client.post(f"/organisations/{district.finance}/close/", typed(confirmed=1)).status_code == 403
    assert client.get("/organisations/import/").status_code == 403


def test_a_change_is_shown_before_it_is_made(signed_in, district):
    path = f"/organisations/{district.science}/rename/"
    words = typed(name="张店区科创局", short_name="区科创局")
    page = signed_in.post(path, words).content.decode()
    assert "会发生 2 项变动" in page
    assert "张店区科创局" in page
    assert Event.objects.filter(kind="renamed").count() == 0
    answer = signed_in.post(path, words | {"confirmed": "1"})
    assert answer.status_code == 302
    event = Event.objects.get(kind="renamed")
    assert (event.by, event.reason) == ("办事员甲", "机构改革")


def test_whoever_goes_back_finds_what_was_typed(signed_in, district):
    words = typed(name="张店区科创局", short_name="", back="1")
    page = signed_in.post(f"/organisations/{district.science}/rename/", words).content.decode()
    assert 'value="张店区科创局"' in page
    assert "2024-03-01" in page


def test_a_refusal_is_told_on_the_form(signed_in, district):
    words = typed(name="张店区财政局", short_name="")
    page = signed_in.post(f"/organisations/{district.science}/rename/", words).content.decode()
    assert "“张店区财政局”已是“张店区财政局”的名称或别名" in page
    missing = signed_in.post(f"/organisations/{district.science}/rename/", {"name": "新局"}).content.decode()
    assert missing.count('class="field-error"') == 2  # day and reason


def test_a_second_press_of_the_button_changes_nothing_more(signed_in, district):
    words = typed(name="张店区科创局", short_name="", confirmed="1")
    signed_in.post(f"/organisations/{district.science}/rename/", words)
    again = signed_in.post(f"/organisations/{district.science}/rename/", words)
    assert again.status_code == 409
    assert Event.objects.filter(kind="renamed").count() == 1


def test_two_people_never_overwrite_each_other(signed_in, district):
    seen = Event.objects.get(organisation=district.science).id
    first = typed(name="张店区科创局", short_name="", seen=seen, confirmed="1")
    second = typed(name="张店区创新局", short_name="", seen=seen, confirmed="1")
    signed_in.post(f"/organisations/{district.science}/rename/", first)
    late = signed_in.post(f"/organisations/{district.science}/rename/", second)
    assert late.status_code == 409
    assert "刚刚有别的变更" in late.content.decode()


def test_a_unit_is_registered_below_another(signed_in, district):
    page = signed_in.get(f"/organisations/add/?parent={district.government}").content.decode()
    assert f'<option value="{district.government}" selected>' in page
    words = {"name": "张店区统计局", "kind": "department", "parent": district.government, "aliases": "区统计局\n统计局"}
    signed_in.post("/organisations/add/", words | {"confirmed": "1"})
    tree = get_tree(TreeFilter(on=TODAY, words="统计局"))
    assert tree.roots[0].children[0].aliases == ("区统计局", "统计局")


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("merge", {"into": "here"}),
        ("merge", {"into": "new", "name": "张店区财科局", "short_name": "区财科局"}),
        ("split", {"parts": "张店区科学局，区科学局\n张店区技术局", "rest": "ends"}),
        ("split", {"parts": "张店区数据局，区数据局", "rest": "stays"}),
        ("close", {}),
    ],
)
def test_every_change_can_be_made_by_hand(signed_in, district, action, words):
    words = typed(**words) | ({"others": [district.finance]} if action == "merge" else {})
    path = f"/organisations/{district.science}/{action}/"
    assert signed_in.get(path).status_code == 200
    assert "确认办理" in signed_in.post(path, words).content.decode()
    assert signed_in.post(path, words | {"confirmed": "1"}).status_code == 302


def test_a_unit_is_moved_and_put_right_by_hand(signed_in, district):
    path = f"/organisations/{district.science}/"
    signed_in.post(f"{path}move/", typed(parent=district.finance, confirmed="1"))
    words = {"kind": "other", "region_code": "", "position": 9, "short_name": "区科技局", "aliases": "科技部门"}
    assert "确认办理" in signed_in.post(f"{path}adjust/", words).content.decode()
    signed_in.post(f"{path}adjust/", words | {"confirmed": "1"})
    unit = Organisation.objects.get(id=district.science)
    assert (unit.kind, unit.position) == ("other", 9)


@pytest.mark.parametrize("line", ["，", "甲，乙，丙", "长" * 101])
def test_a_line_that_names_no_unit_is_told(signed_in, district, line):
    words = typed(parts=line, rest="stays")
    page = signed_in.post(f"/organisations/{district.science}/split/", words).content.decode()
    assert "看不懂" in page


@pytest.fixture
def two_hundred(district, make):
    for number in range(200):
        make(f"示例企业{number}有限公司", "enterprise", parent=district.government, aliases=[f"示例{number}"])
    return district


def test_pages_ask_few_questions_whatever_the_number_of_units(signed_in, two_hundred, django_assert_max_num_queries):
    unit = two_hundred.government
    for path in ("", "?q=企业&closed=1", f"{unit}/", f"{unit}/merge/", "add/", "export/", "import/"):
        with django_assert_max_num_queries(MOST_QUERIES):
            answer = signed_in.get(f"/organisations/{path}")
        assert answer.status_code == 200


def test_showing_what_a_merger_would_do_asks_no_more_for_many_units(signed_in, two_hundred, make, connection_of_test):
    few = make("乙区人民政府", "government")
    many = two_hundred.government
    counted = []
    for unit in (few, many):
        with CaptureQueriesContext(connection_of_test) as queries:
            words = typed(others=[unit], into="here", on=timezone.localdate().isoformat())
            assert "确认办理" in signed_in.post(f"/organisations/{make(f'丙{unit}局')}/merge/", words).content.decode()
        counted.append(len(queries))
    assert counted[1] - counted[0] < 12


@pytest.fixture
def connection_of_test():
    from django.db import connection

    return connection
