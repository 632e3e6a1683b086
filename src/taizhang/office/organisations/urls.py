"""Addresses of organisations (单位的网址)."""

from django.urls import path

from taizhang.office.organisations.forms.changing import CloseForm, MergeForm, MoveForm, RenameForm, SplitForm
from taizhang.office.organisations.forms.registering import AdjustForm
from taizhang.office.organisations.views import changing, exchange, looking

app_name = "organisations"
urlpatterns = [
    path("", looking.tree, name="tree"),
    path("add/", changing.establish, name="add"),
    path("export/", exchange.export, name="export"),
    path("import/", exchange.receive, name="import"),
    path("import/<str:digest>/", exchange.preview, name="preview"),
    path("import/<str:digest>/marked/", exchange.marked, name="marked"),
    path("import/<str:digest>/accept/", exchange.accept, name="accept"),
    path("<int:organisation_id>/", looking.unit, name="unit"),
    path("<int:organisation_id>/adjust/", changing.change, {"form_class": AdjustForm}, name="adjust"),
    path("<int:organisation_id>/rename/", changing.change, {"form_class": RenameForm}, name="rename"),
    path("<int:organisation_id>/merge/", changing.change, {"form_class": MergeForm}, name="merge"),
    path("<int:organisation_id>/split/", changing.change, {"form_class": SplitForm}, name="split"),
    path("<int:organisation_id>/move/", changing.change, {"form_class": MoveForm}, name="move"),
    path("<int:organisation_id>/close/", changing.change, {"form_class": CloseForm}, name="close"),
]
