"""When something is missing, forbidden or broken, the page says what to do."""

import pytest
from django.test import Client, RequestFactory

from taizhang.office.pages import views
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.middleware import ExpectedErrorMiddleware


def test_a_page_that_is_not_there_says_where_to_go_on(signed_in):
    answer = signed_in.get("/plans/424242/")
    assert answer.status_code == 404
    assert "没有找到这一页" in answer.content.decode()
    assert 'href="/"' in answer.content.decode()


def test_a_form_from_elsewhere_is_refused_with_words(clerk):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk)
    answer = strict.post("/plans/upload/")
    assert answer.status_code == 403
    assert "刷新后重试" in answer.content.decode()


def test_a_fault_of_ours_needs_neither_database_nor_session():
    answer = views.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "系统出了差错" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("is_htmx", "shape"), [(False, "暂时不能这样做"), (True, 'class="toast')])
def test_an_expected_error_is_told_as_a_page_or_as_a_toast(signed_in, is_htmx, shape, rf, clerk):
    request = rf.get("/")
    request.user, request.htmx = clerk, is_htmx
    answer = ExpectedErrorMiddleware(lambda _: None).process_exception(request, ExpectedError("先做那个。"))
    assert answer.status_code == 409
    assert "先做那个。" in answer.content.decode()
    assert shape in answer.content.decode()


def test_an_unexpected_error_is_left_to_be_logged(rf):
    assert ExpectedErrorMiddleware(lambda _: None).process_exception(rf.get("/"), ValueError()) is None


def test_a_number_no_row_can_have_leads_nowhere(signed_in):
    assert signed_in.get(f"/plans/{2**63}/").status_code == 404
