"""What tests of the API share: programs that act for a person."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from taizhang.office.accounts.roles import permissions
from taizhang.office.api import tokens


class Program:
    """A program that holds a token; answers are (status, what was said)."""

    def __init__(self, client, token):
        self._client, self._headers = client, {"authorization": f"Bearer {token}"}

    def get(self, path, **query):
        return self._read(self._client.get(f"/api/v1{path}", query, headers=self._headers))

    def send(self, method, path, body=None, **more):
        words = json.dumps(body) if body is not None else ""
        answer = self._client.generic(
            method, f"/api/v1{path}", words, content_type="application/json", headers=self._headers | more
        )
        return self._read(answer)

    def upload(self, path, file):
        return self._read(self._client.post(f"/api/v1{path}", {"file": file}, headers=self._headers))

    @staticmethod
    def _read(answer):
        return answer.status_code, json.loads(answer.content)


@pytest.fixture
def program(client):
    """Makes a program for a person: ``program(user)`` may all the person may, ``program(user, "plans.view")`` that only."""

    def make(user, *actions):
        actions = actions or tuple(code for code in permissions().actions if user.grant(code))
        until = timezone.localdate() + timedelta(days=30)
        return Program(client, tokens.issue(user=user, name="测试程序", actions=actions, expires_on=until).words)

    return make
