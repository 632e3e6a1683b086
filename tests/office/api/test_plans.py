"""Programs read plans as far as their person may, and hand files in."""

import json
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile


def test_a_program_lists_plans_with_what_was_read(program, clerk, small_plan):
    status, said = program(clerk).get("/plans")
    assert (status, said["count"]) == (200, 1)
    plan = said["items"][0]
    assert plan["title"] == small_plan.title
    assert plan["version"]["state"] == "read"
    assert plan["is_in_force"] is False


def test_statements_are_quoted_at_their_places(program, clerk, small_plan):
    reader = program(clerk)
    text = reader.get(f"/plans/{small_plan.id}/text")[1]["text"]
    status, said = reader.get(f"/plans/{small_plan.id}/statements", limit=500)
    assert status == 200
    assert said["count"] == len(said["items"]) > 5
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in said["items"])
    assert all(isinstance(each["value"], str) and Decimal(each["value"]) for each in said["items"])


def test_the_annex_comes_row_by_row(program, clerk, small_plan):
    said = program(clerk).get(f"/plans/{small_plan.id}/indicators")[1]
    assert [row["indicator"] for row in said["items"]] == ["地区生产总值", "固定资产投资"]
    assert said["items"][0]["cells"][0]["text"] == "120.5"


def test_pages_meet_without_gap_or_overlap(program, clerk, small_plan):
    reader = program(clerk)
    path = f"/plans/{small_plan.id}/statements"
    whole = [each["id"] for each in reader.get(path, limit=500)[1]["items"]]
    parts = [
        each["id"] for start in range(0, len(whole), 2) for each in reader.get(path, limit=2, offset=start)[1]["items"]
    ]
    assert parts == whole


def test_a_program_hands_a_file_in_once(program, clerk):
    clerk_program = program(clerk)
    words = "某县2024年国民经济和社会发展计划\n\n地区生产总值增长6%左右。\n".encode()
    status, first = clerk_program.upload("/plans", SimpleUploadedFile("计划.txt", words))
    assert (status, first["is_new"]) == (201, True)
    status, again = clerk_program.upload("/plans", SimpleUploadedFile("计划.txt", words))
    assert (status, again) == (200, {"plan_id": first["plan_id"], "is_new": False})


def test_a_draft_is_not_there_for_a_department(program, person, small_plan):
    reporter = program(person("reporter"))
    assert reporter.get("/plans")[1]["count"] == 0
    assert reporter.get(f"/plans/{small_plan.id}")[0] == 403
    assert reporter.get(f"/plans/{small_plan.id}/text")[0] == 403


def test_a_plan_that_is_not_there_is_said_not_to_be(program, clerk):
    status, said = program(clerk).get("/plans/999999")
    assert status == 404
    assert "没有这一条" in said["message"]


def test_a_wrong_field_is_named(program, clerk):
    status, said = program(clerk).get("/plans", limit="many")
    assert status == 422
    assert said["fields"][0]["field"] == "query.limit"


def test_a_list_takes_as_many_queries_for_many_plans_as_for_few(
    program, clerk, small_plan, django_assert_num_queries, django_assert_max_num_queries
):
    reader = program(clerk)
    reader.get("/plans")
    with django_assert_max_num_queries(9):
        reader.get("/plans")


def test_the_reference_shows_every_operation_with_an_example(signed_in):
    page = signed_in.get("/api/").content.decode()
    described = json.loads(signed_in.get("/api/openapi.json").content)
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    assert len(operations) > 20
    for operation in operations:
        assert f'id="{operation["operationId"]}"' in page
        assert operation["summary"] in page
    assert "curl" in page
