"""The second factor: enrolling an app, signing in with it, recovery codes, losing it, and the seam for a certificate."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice
from tests.office.accounts.conftest import is_signed_in

from taizhang.office.accounts import second_factors
from taizhang.office.accounts.models import Credentials
from taizhang.office.accounts.recovery import codes_left, renew_codes
from taizhang.office.audit.models import AuditEntry

CODE = re.compile(r"<code>([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})</code>")


def type_code(client, code):
    return client.post("/sign-in/code/", {"code": code})


def wait(user):
    """As if the wait after a wrong code were over."""
    TOTPDevice.objects.filter(user=user).update(throttling_failure_timestamp=timezone.now() - timedelta(hours=1))


def test_enrolling_shows_a_picture_and_a_key_and_wants_a_code(signed_in, clerk, app, recorded):
    page = signed_in.get("/account/second-factor/").content.decode()
    assert 'class="qr"' in page
    key = re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1]
    assert len(key.replace(" ", "")) == 32
    assert "口令不对" in signed_in.post("/account/second-factor/", {"code": "000000"}).content.decode()
    wait(clerk)
    page = signed_in.post("/account/second-factor/", {"code": app(clerk)}).content.decode()
    assert len(CODE.findall(page)) == 10
    assert "accounts.factor_enrolled" in recorded()
    assert codes_left(clerk) == 10


def test_the_key_is_the_same_until_it_is_confirmed_and_shown_no_more_afterwards(signed_in, clerk, enrolled):
    assert "动态口令已经启用" in signed_in.get("/account/second-factor/").content.decode()
    TOTPDevice.objects.update(confirmed=False)
    pages = [signed_in.get("/account/second-factor/").content.decode() for _ in range(2)]
    keys = [re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1] for page in pages]
    assert keys[0] == keys[1]


def test_enrolling_ends_sessions_that_began_with_the_password_alone(signed_in, clerk, app):
    elsewhere = Client()
    elsewhere.force_login(clerk)
    signed_in.get("/account/second-factor/")
    signed_in.post("/account/second-factor/", {"code": app(clerk)})
    assert signed_in.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


def test_the_password_alone_does_not_open(enrolled, sign_in, client, app):
    answer = sign_in(next="/design/")
    assert answer.headers["Location"] == "/sign-in/code/"
    assert not is_signed_in(client)
    assert client.get("/plans/").status_code == 302
    assert type_code(client, app(enrolled)).headers["Location"] == "/design/"
    assert is_signed_in(client)
    entry = AuditEntry.objects.get(action="accounts.signed_in")
    assert '"factor":"totp"' in entry.details


def test_nobody_comes_to_the_code_without_the_password(enrolled, client, app):
    assert type_code(client, app(enrolled)).headers["Location"] == "/sign-in/"
    assert client.get("/sign-in/code/").headers["Location"] == "/sign-in/"


def test_a_code_works_once(enrolled, sign_in, client, app):
    sign_in()
    code = app(enrolled)
    type_code(client, code)
    client.post("/sign-out/")
    sign_in()
    assert "口令不对、已用过，或者试得太快" in type_code(client, code).content.decode()
    assert not is_signed_in(client)


def test_each_wrong_code_makes_the_next_try_wait_longer(enrolled, sign_in, client, app, recorded):
    sign_in()
    type_code(client, "000000")
    type_code(client, app(enrolled))
    assert not is_signed_in(client)
    assert recorded().count("accounts.factor_refused") == 2
    device = TOTPDevice.objects.get()
    assert device.throttling_failure_count == 1
    wait(enrolled)
    type_code(client, "000000")
    assert TOTPDevice.objects.get().throttling_failure_count == 2
    wait(enrolled)
    type_code(client, app(enrolled))
    assert is_signed_in(client)


def test_the_second_step_waits_five_minutes(enrolled, sign_in, client, app):
    sign_in()
    session = client.session
    session["pending"] |= {"at": session["pending"]["at"] - 301}
    session.save()
    assert type_code(client, app(enrolled)).headers["Location"] == "/sign-in/"


def test_a_password_changed_meanwhile_stops_the_second_step(enrolled, sign_in, client, app):
    sign_in()
    enrolled.set_password("Rivers-4-Stones")
    enrolled.save()
    assert type_code(client, app(enrolled)).headers["Location"] == "/sign-in/"


def test_somebody_else_may_start_over(enrolled, sign_in, client):
    sign_in()
    assert "换一个账号登录" in client.get("/sign-in/code/").content.decode()
    client.post("/sign-in/again/")
    assert client.get("/sign-in/code/").headers["Location"] == "/sign-in/"


def test_a_recovery_code_opens_once(enrolled, sign_in, client, recorded):
    code = renew_codes(enrolled)[3]
    sign_in()
    type_code(client, code.upper().replace("-", " "))
    assert is_signed_in(client)
    assert "accounts.recovery_code_used" in recorded()
    client.post("/sign-out/")
    sign_in()
    type_code(client, code)
    assert not is_signed_in(client)
    assert codes_left(enrolled) == 9


def test_guessing_recovery_codes_waits_like_guessing_figures(enrolled, sign_in, client):
    code = renew_codes(enrolled)[0]
    sign_in()
    type_code(client, "aaaa-bbbb-cccc")
    type_code(client, code)
    assert not is_signed_in(client)


def test_of_recovery_codes_only_digests_are_kept_and_renewing_voids_the_old(signed_in, enrolled):
    old = renew_codes(enrolled)
    kept = str(Credentials.objects.get(user=enrolled).recovery_codes)
    assert not any(code in kept or code.replace("-", "") in kept for code in old)
    new = CODE.findall(signed_in.post("/account/second-factor/codes/").content.decode())
    assert len(new) == 10
    assert not set(new) & set(old)


@pytest.mark.parametrize(
    ("required", "role", "led"),
    [
        ("administrators", "system_administrator", True),
        ("administrators", "audit_administrator", True),
        ("administrators", "planner", False),
        ("everyone", "planner", True),
        ("nobody", "security_administrator", False),
    ],
)
def test_who_must_enrol_before_anything_else_opens(client, person, settings, required, role, led):
    settings.TOTP_REQUIRED = required
    client.force_login(person(role))
    answer = client.get("/account/")
    assert (answer.status_code == 302) is led
    if led:
        assert answer.headers["Location"].startswith("/account/second-factor/")
        assert "必须启用动态口令" in client.get("/account/second-factor/").content.decode()


def test_having_enrolled_is_enough_for_the_rest_of_the_session(client, system_administrator, settings, app):
    settings.TOTP_REQUIRED = "administrators"
    client.force_login(system_administrator)
    client.get("/account/second-factor/")
    client.post("/account/second-factor/", {"code": app(system_administrator)})
    assert client.get("/account/").status_code == 200


def test_giving_it_up_leads_whoever_must_have_it_back_to_enrolling(client, system_administrator, settings, app):
    settings.TOTP_REQUIRED = "administrators"
    client.force_login(system_administrator)
    client.get("/account/second-factor/")
    client.post("/account/second-factor/", {"code": app(system_administrator)})
    assert (
        client
        .post("/account/second-factor/give-up/", follow=True)
        .redirect_chain[-1][0]
        .startswith("/account/second-factor/")
    )
    assert codes_left(system_administrator) == 0


def test_the_security_administrator_resets_it_with_a_reason(
    client, enrolled, security_administrator, sign_in, recorded
):
    client.force_login(security_administrator)
    address = f"/people/{enrolled.pk}/second-factor/"
    assert "请写明理由" in client.post(address, {"reason": ""}).content.decode()
    client.post(address, {"reason": "手机丢失，已当面核实"})
    assert not TOTPDevice.objects.exists()
    entry = AuditEntry.objects.get(action="accounts.factor_reset")
    assert "手机丢失" in entry.details
    client.post("/sign-out/")
    sign_in()
    assert is_signed_in(client)


def test_nobody_resets_their_own_and_the_system_administrator_resets_nobodys(
    client, enrolled, security_administrator, system_administrator
):
    client.force_login(security_administrator)
    own = client.post(f"/people/{security_administrator.pk}/second-factor/", {"reason": "x"})
    assert "不能重设自己的" in own.content.decode()
    client.force_login(system_administrator)
    assert client.post(f"/people/{enrolled.pk}/second-factor/", {"reason": "x"}).status_code == 403
    assert TOTPDevice.objects.exists()


@pytest.fixture
def certified(clerk, settings):
    """The clerk, whose certificate a trusted proxy knows."""
    settings.CERTIFICATE_HEADER = "X-Client-Certificate"
    settings.TRUSTED_PROXIES = ["10.0.0.1"]
    Credentials.objects.create(user=clerk, certificate="serial-4711")
    return clerk


def test_a_certificate_shown_by_a_trusted_proxy_is_a_second_factor(certified, sign_in, client):
    sign_in(REMOTE_ADDR="10.0.0.1", HTTP_X_CLIENT_CERTIFICATE="serial-4711")
    assert is_signed_in(client)
    assert client.session["second_factor"] == "certificate"


@pytest.mark.parametrize(
    "headers",
    [
        {"REMOTE_ADDR": "10.0.0.1"},
        {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_CLIENT_CERTIFICATE": "serial-4712"},
        {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_CLIENT_CERTIFICATE": ""},
        {"REMOTE_ADDR": "10.0.0.9", "HTTP_X_CLIENT_CERTIFICATE": "serial-4711"},
        {"REMOTE_ADDR": "10.0.0.9", "HTTP_X_FORWARDED_FOR": "10.0.0.1", "HTTP_X_CLIENT_CERTIFICATE": "serial-4711"},
    ],
)
def test_without_it_or_from_elsewhere_nobody_comes_in(certified, sign_in, client, headers):
    assert sign_in(**headers).headers["Location"] == "/sign-in/code/"
    assert not is_signed_in(client)
    assert "请插好数字证书" in client.get("/sign-in/code/").content.decode()
    assert "没有读到您的数字证书" in client.post("/sign-in/code/", **headers).content.decode()


def test_a_certificate_put_in_afterwards_opens(certified, sign_in, client):
    sign_in(REMOTE_ADDR="10.0.0.1")
    client.post("/sign-in/code/", REMOTE_ADDR="10.0.0.1", HTTP_X_CLIENT_CERTIFICATE="serial-4711")
    assert is_signed_in(client)


def test_the_security_administrator_registers_a_certificate(
    client, certified, person, security_administrator, recorded
):
    other = person("planner", username="other")
    client.force_login(security_administrator)
    address = f"/people/{other.pk}/certificate/"
    assert "登记证书" in client.get(f"/people/{other.pk}/").content.decode()
    taken = client.post(address, {"certificate": "serial-4711", "reason": "发证"})
    assert "已登记在另一个人名下" in taken.content.decode()
    client.post(address, {"certificate": "serial-4712", "reason": "发证"})
    assert Credentials.objects.get(user=other).certificate == "serial-4712"
    assert recorded()[-1] == "accounts.certificate_registered"


class Amulet:
    """A factor of the site's own making."""

    key, name, asks = "amulet", "护身符", False

    def is_held(self, user):
        return True

    def verify(self, request, user, typed):
        return request.headers.get("X-Amulet") == user.username


def test_a_site_may_plug_in_a_factor_of_its_own(clerk, sign_in, client, settings, monkeypatch):
    monkeypatch.setattr(second_factors, "Amulet", Amulet, raising=False)
    settings.SECOND_FACTORS = ["taizhang.office.accounts.second_factors.Amulet"]
    assert sign_in().headers["Location"] == "/sign-in/code/"
    sign_in(HTTP_X_AMULET="clerk")
    assert is_signed_in(client)
