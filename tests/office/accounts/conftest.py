"""What tests of signing in share: somebody with a password of their own, an app that shows codes, and what was recorded."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from taizhang.office.accounts.services.factors import begin_enrolment
from taizhang.office.audit.models import AuditEntry

PASSWORD = "a long pass phrase"


@pytest.fixture
def sign_in(client):
    """Types a name and a password at the door."""

    def attempt(username="clerk", password=PASSWORD, next="", **headers):  # noqa: A002  as the form calls it
        return client.post("/sign-in/", {"username": username, "password": password, "next": next}, **headers)

    return attempt


@pytest.fixture
def app():
    """The figures that the app on a person's telephone shows, some steps of time from now."""

    def code(user, steps=0):
        device = TOTPDevice.objects.get(user=user)
        return f"{totp(device.bin_key, t0=-30 * steps):06d}"

    return code


@pytest.fixture
def enrolled(clerk):
    """The clerk, with an app on the telephone."""
    device = begin_enrolment(clerk)
    device.confirmed = True
    device.save()
    return clerk


@pytest.fixture
def recorded(db):
    """The codes of what was recorded so far."""
    return lambda: list(AuditEntry.objects.order_by("sequence").values_list("action", flat=True))


@pytest.fixture
def system_administrator(person):
    return person("system_administrator", username="sysadmin", name="管理员甲")


@pytest.fixture
def security_administrator(person):
    return person("security_administrator", username="secadmin", name="管理员乙")


def is_signed_in(client):
    return "_auth_user_id" in client.session


def query_of(address):
    return {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}


def now():
    return int(time.time())
