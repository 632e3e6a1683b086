"""The made-up district."""

from datetime import date

from taizhang.office.organisations.models import Event, Organisation
from taizhang.office.organisations.selectors.holding import find_organisation, load_registry
from taizhang.office.organisations.services.demonstration import seed

TODAY = date(2026, 1, 1)


def test_a_district_is_made_once_and_says_that_it_is_made_up(db):
    seed()
    seed()
    kinds = [unit.kind for unit in load_registry().living(TODAY)]
    assert (kinds.count("department"), kinds.count("town"), kinds.count("park"), kinds.count("enterprise")) == (
        22,
        12,
        1,
        4,
    )
    assert all(Organisation.objects.values_list("is_demonstration", flat=True))


def test_it_has_some_history_to_look_at(db):
    seed()
    assert set(Event.objects.values_list("kind", flat=True)) == {"established", "renamed", "merged", "split"}
    assert find_organisation("区金融办", TODAY).name == "张店区财政局"
    assert find_organisation("工信局", TODAY).name == "张店区工业信息化和数字经济局"
    assert find_organisation("张店区工业和信息化局", date(2022, 1, 1)).how == "exact"


def test_documents_of_the_district_are_understood(db):
    seed()
    for words in ("区发改局", "发展和改革局", "区发展和改革局", "发改部门", "淄博市张店区发展和改革局"):
        assert find_organisation(words, TODAY).name == "张店区发展和改革局"
    assert find_organisation("演示一镇", TODAY).name == "演示一镇人民政府"
    assert find_organisation("张店区演示二街道", TODAY).name == "演示二街道办事处"
    assert find_organisation("市发展和改革委员会", TODAY) is None
