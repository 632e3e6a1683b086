"""Appoint (任命三员): how a site gets its first administrators, from the machine's own command line."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from taizhang.office.accounts.models import User
from taizhang.office.accounts.models.membership import ADMINISTRATORS
from taizhang.office.accounts.services.roles import Appointment, grant_role
from taizhang.office.pages.errors import ExpectedError


class Command(BaseCommand):
    """Appoint (任命): gives an account one of the three administrators' roles; every other role is granted on the pages."""

    help = "Give an account one of the three administrators' roles: appoint USERNAME security_administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, and which of the three."""
        parser.add_argument("username")
        parser.add_argument("role", choices=ADMINISTRATORS)

    def handle(self, *_args: Any, **said: Any) -> None:  # noqa: ANN401  as Django calls it
        """Do it, on record."""
        user = User.objects.filter(username=said["username"]).first()
        if user is None:
            raise CommandError(
                f"没有用户 {said['username']}：请先在“人员”页建立账号。 No such user: make the account first."
            )
        wanted = Appointment(said["role"], None, timezone.localdate())
        try:
            grant_role(user_id=user.pk, wanted=wanted, reason="命令行任命", by=None)
        except ExpectedError as refused:
            raise CommandError(str(refused.message)) from refused
        self.stdout.write(f"{user.name}: {said['role']}")
