"""Fill what promises mean (补全目标口径): rows adopted before there were rules get those that would be proposed today."""

from typing import Any

from django.db import migrations

from taizhang.office.commitments.drafts import JUDGED, proposal_for, rule_values
from taizhang.office.commitments.folding import fold, joined, own_words

SOME = 500


def fill(apps: Any, schema_editor: object) -> None:  # noqa: ANN401
    commitments = apps.get_model("commitments", "Commitment").objects
    search_texts = apps.get_model("commitments", "SearchText").objects
    ids = list(commitments.order_by("id").values_list("id", flat=True))
    for first in range(0, len(ids), SOME):
        some = commitments.filter(id__in=ids[first : first + SOME]).select_related("version__plan")
        rows = list(some.defer("version__text", "version__layout", "version__bindings"))
        for row in rows:
            for name, value in rule_values(proposal_for(row, row.version.plan.year).rule).items():
                setattr(row, name, value)
        commitments.bulk_update(rows, [*JUDGED, "rules_version"])
        search_texts.bulk_create(
            search_texts.model(commitment_id=row.id, title=fold(row.title), words=joined(own_words(row))) for row in rows
        )


class Migration(migrations.Migration):
    """Data only; the columns came with the migration before."""

    dependencies = [("commitments", "0002_what_promises_mean")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
