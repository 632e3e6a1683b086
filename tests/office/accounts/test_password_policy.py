"""What is asked of a password, and that every fault of one is told."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from taizhang.office.accounts.models import User
from taizhang.office.accounts.passwords import broken_rules, is_common, one_time_password


def codes(password, **whose):
    return [rule.code for rule in broken_rules(password, **whose)]


@pytest.mark.parametrize(
    "password", ["Rivers-4-Stones", "蓝天白云Q7山水之间", "correct horse battery staple", "Xy7#mnopqrs"]
)
def test_a_good_password_breaks_no_rule(password):
    assert codes(password) == []


@pytest.mark.parametrize(
    ("password", "broken"),
    [
        ("Xy7#mnopq", ["length"]),
        ("xyzmnopqrst", ["kinds"]),
        ("xyzmnopqrst7", ["kinds"]),
        ("x", ["length", "kinds", "common"]),
        ("", ["length", "kinds", "common"]),
    ],
)
def test_everything_that_is_wrong_is_told(password, broken):
    assert codes(password) == broken


def test_a_long_sentence_needs_no_kinds():
    assert codes("xyz mnopq rst uvwxy z") == []


@pytest.mark.parametrize(
    "password",
    [
        "Admin@2023!",
        "P@ssw0rd123",
        "Aa123456!!",
        "1qaz@WSX3edc",
        "Taizhang@2026",
        "Qwerty123!@#",
        "aaaaAAAA1111",
        "Zxcv!2345678",
    ],
)
def test_what_everybody_types_is_common(password):
    assert is_common(password)


def test_neither_name_nor_user_name_stands_in_it_forwards_or_backwards():
    whose = {"username": "zhangwei", "name": "张伟民"}
    for password in ("Zhangwei#2026x", "iewgnahz#2026X", "张伟民Spring26", "民伟张Spring26"):
        assert codes(password, **whose) == ["personal"]
    assert codes("Rivers-4-Stones", **whose) == []


def test_a_short_user_name_stands_in_many_words_by_chance():
    assert codes("Rivers-4-Stones", username="to") == []


def test_one_time_passwords_meet_every_rule_and_differ():
    made = {one_time_password() for _ in range(50)}
    assert len(made) == 50
    assert all(codes(password) == [] and len(password) == 14 for password in made)
    assert not {"l", "1", "O", "0", "I", "i"} & set("".join(made))


def test_django_asks_by_the_same_rules():
    with pytest.raises(ValidationError) as refused:
        validate_password("clerk", User(username="clerk", name="办事员"))
    assert {error.code for error in refused.value.error_list} == {"length", "kinds", "personal"}
    assert "至少 10 个字符" in " ".join(refused.value.messages)
