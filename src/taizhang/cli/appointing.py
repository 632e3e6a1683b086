"""Appointing (任命): the commands that make a site's first three administrators, and help one who is locked out."""

import sys

import click

from taizhang.cli.hosting import office


@click.group()
def people() -> None:
    """建立三员；没有别人能办的时候，重设密码和第二因子。

    Make the first administrators; reset a password or second factor where nobody else is left to do it.
    """


@people.command("create-administrators")
@click.pass_obj
def create_administrators(language: str) -> None:
    """建立系统管理员、安全管理员、审计管理员，打印一次性密码（只这一次）。

    Make the three administrators and print their one-time passwords, this once.
    """
    made = office().create_administrators()
    told = {
        "zh": "请把下面三行分别交给三个人，登录后先改密码。这里只显示一次，系统里没有留存。",
        "en": "Hand each line to another person; they choose their own password first. Shown once and kept nowhere.",
    }
    sys.stderr.write(f"{told[language]}\n")
    for name, username, password in made:
        sys.stdout.write(f"{name}\t{username}\t{password}\n")


@people.command("reset-password")
@click.argument("username")
def reset_password(username: str) -> None:
    """给忘记密码的人一个一次性密码（记入审计记录）。

    Print a one-time password for somebody who forgot theirs; it is recorded.
    """
    sys.stdout.write(f"{office().reset_password(username)}\n")


@people.command("reset-second-factor")
@click.argument("username")
@click.option("--reason", required=True, help="理由，记入审计记录（why, for the audit log）")
def reset_second_factor(username: str, reason: str) -> None:
    """清除手机丢失的人的第二因子，下次登录重新启用。

    Clear the second factor of somebody who lost theirs; they enrol anew at the next sign-in.
    """
    office().reset_second_factor(username, reason)
