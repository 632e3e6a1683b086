"""The command line makes the first administrators, once, and helps where nobody else is left to; each in one sentence."""

import pytest
from django_otp.plugins.otp_totp.models import TOTPDevice

from taizhang.cli.main import run
from taizhang.office.accounts.models import User
from taizhang.office.audit.models import AuditEntry


@pytest.fixture(autouse=True)
def home(transactional_db, monkeypatch, tmp_path):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))


def told(capsys, *arguments):
    status = run(["people", *arguments])
    return status, capsys.readouterr()


def test_the_three_are_printed_with_passwords_that_open(capsys):
    status, printed = told(capsys, "create-administrators")
    assert status == 0
    lines = [line.split("\t") for line in printed.out.splitlines()]
    assert [line[1] for line in lines] == ["sysadmin", "secadmin", "auditadmin"]
    for _name, username, password in lines:
        user = User.objects.get(username=username)
        assert user.check_password(password)
        assert user.must_change_password
    assert "只显示一次" in printed.err


def test_a_second_time_is_refused_in_one_sentence(capsys):
    told(capsys, "create-administrators")
    with pytest.raises(SystemExit) as ended:
        run(["people", "create-administrators"])
    assert ended.value.code == 2
    said = capsys.readouterr().err.splitlines()
    assert said[-2].startswith("三员已经建立")
    assert said[-1].startswith("The administrators exist already")


def test_a_forgotten_password_and_a_lost_telephone_are_helped_and_recorded(capsys):
    told(capsys, "create-administrators")
    secadmin = User.objects.get(username="secadmin")
    TOTPDevice.objects.create(user=secadmin, name="app")
    _, printed = told(capsys, "reset-password", "secadmin")
    assert User.objects.get(username="secadmin").check_password(printed.out.splitlines()[-1])
    told(capsys, "reset-second-factor", "secadmin", "--reason", "手机丢失")
    assert not TOTPDevice.objects.exists()
    last = list(AuditEntry.objects.order_by("-sequence").values_list("action", "who")[:2])
    assert last == [("accounts.factor_reset", None), ("accounts.password_reset", None)]


def test_nobody_of_that_name_is_one_sentence(capsys):
    with pytest.raises(SystemExit):
        run(["people", "reset-password", "nobody"])
    assert "Nobody has that user name" in capsys.readouterr().err
