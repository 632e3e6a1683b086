"""Administration (系统管理): what waits for the three administrators."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from taizhang.office.accounts.models import Membership, User
from taizhang.office.desk.entry import MOST, Bundle, Entry, Viewer


def waiting(viewer: Viewer) -> Iterator[Bundle]:
    """People who can sign in and do nothing, for whoever grants roles."""
    if viewer.grant("people.grant") is None:
        return
    held = Membership.objects.filter(user=OuterRef("pk"), valid_from__lte=viewer.today)
    standing = held.filter(Q(valid_to=None) | Q(valid_to__gt=viewer.today))
    without = list(User.objects.filter(~Exists(standing), is_active=True).only("name").order_by("-joined_at", "-id"))
    if without:
        entries = tuple(Entry(each.name, reverse("accounts:roles_of", args=[each.pk])) for each in without[:MOST])
        yield Bundle(_("还没有角色的人员"), "user", entries, len(without), reverse("accounts:role_holders"))
