"""Everybody so far is a planner (原有用户定为发改综合科): before there were roles, whoever could sign in could do everything."""

from typing import Any

from django.db import migrations
from django.utils import timezone

SO_FAR = "升级：分角色之前，登录即可办理全部业务"
ADMINISTERED = f"{SO_FAR}；原为超级用户，管理权限须另行授予三员"


def make_planners(apps: Any, _schema_editor: Any) -> None:  # noqa: ANN401  as migrations call it
    """Let everybody go on as before."""
    users = apps.get_model("accounts", "User").objects.filter(is_demonstration=False).order_by("id")
    membership = apps.get_model("accounts", "Membership")
    today = timezone.localdate()
    membership.objects.bulk_create(
        membership(
            user=user,
            role="planner",
            valid_from=today,
            granted_for=ADMINISTERED if user.is_superuser else SO_FAR,
        )
        for user in users
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_memberships_and_deputies")]

    operations = [migrations.RunPython(make_planners, migrations.RunPython.noop)]
