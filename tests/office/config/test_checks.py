"""Checks that explain a bad deployment."""

from taizhang.office.config import checks
from taizhang.office.config.home import Home, prepare


def ids(messages):
    return [message.id for message in messages]


def test_a_home_without_a_key_is_told(settings, tmp_path):
    settings.HOME = Home(tmp_path / "home")
    assert ids(checks.home_is_prepared(None)) == ["taizhang.W001"]
    prepare(settings.HOME)
    assert checks.home_is_prepared(None) == []


def test_postgresql_without_its_driver_is_told(settings, monkeypatch):
    settings.DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
    monkeypatch.setattr(checks.importlib.util, "find_spec", lambda name: None)
    assert ids(checks.database_driver_is_there(None)) == ["taizhang.E002"]


def test_a_demonstration_is_not_offered_to_the_world(settings):
    settings.DEMO, settings.ALLOWED_HOSTS = True, ["*"]
    assert ids(checks.demonstration_stays_at_home(None)) == ["taizhang.E003"]
    settings.ALLOWED_HOSTS = ["localhost"]
    assert checks.demonstration_stays_at_home(None) == []


def test_passwords_in_the_clear_are_told(settings):
    settings.HTTPS, settings.ALLOWED_HOSTS = False, ["plans.example.cn"]
    assert ids(checks.sessions_are_encrypted(None)) == ["taizhang.W002"]
    settings.HTTPS = True
    assert checks.sessions_are_encrypted(None) == []
