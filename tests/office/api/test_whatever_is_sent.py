"""Whatever a program sends, it gets an answer that says what to do, never a fault of ours."""

import json
from http import HTTPStatus

import pytest
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from taizhang.office.api.interface import api

PREFIX = "/api/v1/"
OPERATIONS = [
    operation.ok()
    for operation in schemathesis.openapi.from_dict(
        json.loads(json.dumps(api.get_openapi_schema(path_prefix=PREFIX), default=str))
    ).get_all_operations()
]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_every_operation_answers_whatever_it_is_sent(operation, program, clerk, small_plan):
    sender = program(clerk)

    @settings(
        max_examples=8,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def send(case):
        with transaction.atomic():
            status, said = _answer(sender, case)
            transaction.set_rollback(True)
        assert status < HTTPStatus.INTERNAL_SERVER_ERROR, said
        assert status < HTTPStatus.BAD_REQUEST or said["message"]

    send()


def _answer(sender, case):
    path = case.formatted_path.removeprefix(PREFIX.removesuffix("/"))
    if case.method.upper() == "GET":
        return sender.get(path, **{name: value for name, value in (case.query or {}).items() if value is not None})
    body = case.body if isinstance(case.body, dict | list | str | int | float | None) else None
    return sender.send(case.method.upper(), path, body)
