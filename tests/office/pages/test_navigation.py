"""Links lead only to what is installed."""

from django.utils.translation import gettext_lazy as _

from taizhang.office.pages import navigation


def test_a_place_that_no_app_offers_is_left_out():
    found = navigation.links([(_("计划"), "plans:list"), (_("驾驶舱"), "cockpit:home")], current="plans:list")
    assert [(link.url, link.is_current) for link in found] == [("/plans/", True)]


def test_the_section_one_is_in_is_marked(signed_in):
    page = signed_in.get("/plans/").content.decode()
    assert '<a href="/plans/" aria-current="page">' in page


def test_the_design_system_shows_itself(signed_in):
    page = signed_in.get("/design/").content.decode()
    for component in ("button-primary", "badge-good", "table-frame", "alert-error", "empty", "panel-head", "progress"):
        assert component in page
