"""Commitments adopted before there were rules get the rules that would be proposed today."""

from importlib import import_module

from django.apps import apps

from taizhang.office.commitments import services
from taizhang.office.commitments.drafts import JUDGED
from taizhang.office.commitments.models import Commitment, SearchText

fill = import_module("taizhang.office.commitments.migrations.0003_fill_what_promises_mean").fill


def test_rows_from_before_mean_what_new_ones_would(version_id, chapters, clerk):
    every = [each.key for chapter in chapters for each in chapter.suggestions]
    services.adopt_many(version_id=version_id, keys=every, by=clerk)
    columns = (*JUDGED, "rules_version")
    meant = list(Commitment.objects.order_by("id").values_list(*columns))
    found = list(SearchText.objects.order_by("commitment_id").values_list("title", "words"))
    SearchText.objects.all().delete()
    Commitment.objects.update(
        target_kind="point", tolerance=None, tolerance_basis="", evidence="", profile="", rules_version="", timing=""
    )
    fill(apps, None)
    assert list(Commitment.objects.order_by("id").values_list(*columns)) == meant
    assert list(SearchText.objects.order_by("commitment_id").values_list("title", "words")) == found
