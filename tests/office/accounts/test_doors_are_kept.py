"""Doors: closed unless said otherwise; a refusal says whose permission it takes, and is recorded."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import path

from taizhang.office.accounts.models import User
from taizhang.office.audit.models import AuditEntry
from taizhang.office.config.urls import handler403, handler404, handler500
from taizhang.office.config.urls import urlpatterns as usual
from taizhang.office.pages.doors import anyone_signed_in

__all__ = ["handler403", "handler404", "handler500"]


def forgotten(_request):
    return HttpResponse("inside")


@anyone_signed_in
def thinks_again(_request):
    raise PermissionDenied


urlpatterns = [*usual, path("forgotten/", forgotten), path("thinks-again/", thinks_again)]


@pytest.mark.urls(__name__)
def test_a_page_without_a_door_is_closed_to_everybody(signed_in):
    answer = signed_in.get("/forgotten/")
    assert answer.status_code == 403
    assert AuditEntry.objects.get().action == "access.refused"


@pytest.mark.urls(__name__)
def test_a_page_that_refuses_by_itself_is_answered_and_recorded_alike(signed_in):
    answer = signed_in.get("/thinks-again/")
    assert answer.status_code == 403
    assert "这里不对您开放" in answer.content.decode()
    assert AuditEntry.objects.get().action == "access.refused"


def test_a_refusal_says_what_it_takes_who_has_it_and_where_to_ask(client, person):
    client.force_login(person("congress"))
    page = client.post("/plans/upload/").content.decode()
    for words in ("收入计划文件", "发改综合科", "安全管理员"):
        assert words in page
    entry = AuditEntry.objects.get()
    assert json.loads(entry.details) == {"demanded": "plans.edit", "method": "POST", "route": "plans:upload"}


def test_where_a_piece_of_a_page_asked_it_is_a_toast(client, person):
    client.force_login(person("congress"))
    answer = client.get("/people/", headers={"HX-Request": "true"})
    assert answer.status_code == 403
    assert 'class="toast' in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_refusal_speaks_english_too(client, person):
    client.force_login(person("congress"))
    client.cookies["django_language"] = "en"
    assert "Planning section" in client.post("/plans/upload/").content.decode()


def test_the_bar_shows_what_opens(client, person):
    client.force_login(person("audit_administrator"))
    page = client.get("/audit/").content.decode()
    assert 'href="/audit/"' in page
    assert 'href="/plans/"' not in page


def test_a_button_is_there_for_whom_it_works():
    template = Template('{% may "plans.edit" as can %}{% if can %}yes{% else %}no{% endif %}')
    assert template.render(Context({})) == "no"
    assert template.render(Context({"user": RequestFactory().get("/")})) == "no"


def test_whoever_only_reads_sees_no_way_to_change(client, person, small_plan):
    client.force_login(person("leader"))
    listed = client.get("/plans/").content.decode()
    text = client.get(f"/plans/{small_plan.id}/text/").content.decode()
    findings = client.get(f"/plans/{small_plan.id}/findings/").content.decode()
    for page in (listed, text, findings):
        assert "/upload/" not in page
        assert "/remove/" not in page
        assert "/suggestions/" not in page
        assert "/dispose/" not in page
    assert f"/plans/{small_plan.id}/text/" in listed


def test_a_department_sees_no_draft_wherever_it_looks(client, person, small_plan):
    client.force_login(person("reporter"))
    assert "青山县" not in client.get("/plans/").content.decode()
    for path_ in ("text", "indicators", "findings", "ledger", "file", "life", "ledger/export"):
        assert client.get(f"/plans/{small_plan.id}/{path_}/").status_code == 403, path_


def test_a_stopped_account_is_signed_out(client, clerk):
    client.force_login(clerk)
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert client.get("/plans/").status_code == 302
