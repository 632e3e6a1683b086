"""The app (应用) of templates, components and static files."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Pages (公共页面)."""

    name = "taizhang.office.pages"
    label = "pages"
