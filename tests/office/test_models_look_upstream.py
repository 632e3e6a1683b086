"""Rows of one app may point to rows of an earlier one, never the other way (style, import law)."""

from collections import Counter

from django.apps import apps
from django.conf import settings

DJANGO_FIRST = ["contenttypes", "auth", "sessions"]
GUESTS = {"axes", "otp_totp"}  # packages whose rows point to people; nobody of ours looks at them but accounts


def flow():
    ours = [name.rpartition(".")[2] for name in settings.INSTALLED_APPS if name.startswith("taizhang.")]
    return DJANGO_FIRST + ours


def test_models_only_look_upstream():
    order = flow()
    for model in apps.get_models():
        here = model._meta.app_label
        if here in GUESTS:
            continue
        for field in model._meta.get_fields():
            target = field.related_model
            if target is None or target._meta.app_label == here:
                continue
            if here == "accounts" and target._meta.app_label in GUESTS:
                continue
            if target._meta.app_label in DJANGO_FIRST and here in DJANGO_FIRST:
                continue
            if field.auto_created and field.is_relation and here in DJANGO_FIRST:
                continue  # Django's own many-to-many from users to groups and permissions
            assert order.index(target._meta.app_label) < order.index(here), field


def test_every_room_of_ours_has_few_models():
    """A room within an app keeps its models beside it, so that no module of models grows long."""
    for name in flow()[len(DJANGO_FIRST) :]:
        rooms = Counter(model.__module__ for model in apps.get_app_config(name).get_models())
        assert all(count <= 5 for count in rooms.values()), rooms
