"""The ledger page (台账页): what the server takes for it, beside a bare Django list of the same rows.

usage: python -m benchmarks.ledger_page

5,000 commitments of one plan, each assigned to one of 200 units, on SQLite and on a PostgreSQL started for the purpose.
The bare list is a ``ListView`` over the same table, with as many rows and the same facts on a page, in a template that is
nothing but a table; it stands behind the same sign-in. Both are asked in turn, by the whole path from request to response.
Bar: the list, first page and last, at most twice the bare list's time; every page under 300 ms. What is filtered or sorted is
shown beside a bare list that is filtered or sorted likewise.
"""

import copy
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import cycle, islice

import django

COMMITMENTS = 5_000
ORGANISATIONS = 200
ROUNDS = 20
MOST_TIMES = 2.0
MOST_MS = 300.0
HERE = "--here"
THE_LIST = {"first page", "last page"}
ASKED = {
    "first page": "",
    "last page": "?page=50",
    "found by words": "?q=项目",
    "one kind": "?kind=indicator_target",
    "sorted by target": "?sort=-target",
}
BARE_TABLE = """<!doctype html><title>Ledger</title><table>{% for each in object_list %}<tr><td>{{ each.id }}<td>{{ each.title }}
<td>{{ each.get_kind_display }}<td>{{ each.value }} {{ each.unit }}<td>{{ each.baseline_value }} {{ each.baseline_unit }}
<td>{{ each.sentence }}<td>{{ each.decided_by.name }}<td>{{ each.decided_at }}{% endfor %}</table>{{ page_obj.number }} / {{ paginator.num_pages }}
"""


def main() -> None:
    from tests.postgresql import FIRST_DATABASE, running_server

    failed = measure_elsewhere("SQLite", "")
    with running_server() as server:
        failed |= measure_elsewhere("PostgreSQL", server.address(FIRST_DATABASE))
    sys.exit(failed)


def measure_elsewhere(name: str, address: str) -> int:
    """In a process of its own, for Django's settings are read once."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"TAIZHANG_DATABASE": address, "TAIZHANG_HOME": home}
        print(f"\n{name:<22}{'ledger page':>12}{'bare list':>12}{'ratio':>8}{'queries':>9}")
        return subprocess.run(
            [sys.executable, "-m", "benchmarks.ledger_page", HERE], env=environment, check=False
        ).returncode


def measure_here() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "taizhang.office.config.settings"
    from taizhang.office.config.home import locate, prepare

    prepare(locate())
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.TOTP_REQUIRED = "nobody"
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    client, plan_id = prepare_site()
    serve_bare_list(plan_id)
    missed = False
    for name, asked in ASKED.items():
        page, bare, queries = measure(client, f"/plans/{plan_id}/ledger/{asked}", f"/bare/{asked}")
        missed |= page > MOST_MS or (name in THE_LIST and page / bare > MOST_TIMES)
        print(f"  {name:<20}{page:9.1f} ms{bare:9.1f} ms{page / bare:8.2f}{queries:9}")
    sys.exit(missed)


def measure(client, page, bare):
    """Milliseconds of either, asked in turn, the quickest of all rounds, for a busy machine only adds; and the page's queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    took(client, page), took(client, bare)
    with CaptureQueriesContext(connection) as queries:
        client.get(page)
        asked = len(queries)
    rounds = [(took(client, page), took(client, bare)) for _ in range(ROUNDS)]
    return *(min(times) for times in zip(*rounds, strict=True)), asked


def took(client, address) -> float:
    before = time.perf_counter()
    response = client.get(address)
    spent = (time.perf_counter() - before) * 1000
    assert response.status_code == 200, (address, response.status_code)
    return spent


def prepare_site():
    """The demonstration's plan with all it promises adopted, and every promise again until there are enough."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client
    from django.utils import timezone
    from huey.contrib.djhuey import HUEY

    from taizhang.office.accounts.models import Membership, User
    from taizhang.office.commitments.models import Commitment
    from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
    from taizhang.office.commitments.services import adopt_many
    from taizhang.office.demonstration.sample_plan import SAMPLE_PLAN_NAME, compose_sample_plan
    from taizhang.office.plans.services import take_in

    HUEY.immediate = True
    clerk = User.objects.create_user("clerk", "办事员甲", "a long pass phrase")
    Membership.objects.create(user=clerk, role="planner", valid_from=timezone.localdate())
    plan_id = take_in(file=SimpleUploadedFile(SAMPLE_PLAN_NAME, compose_sample_plan()), by=clerk).plan_id
    version_id = current_version_id(plan_id)
    keys = [each.key for chapter in chapters_of(version_id) for each in chapter.suggestions]
    adopt_many(version_id=version_id, keys=keys, by=clerk)
    multiply(list(Commitment.objects.prefetch_related("sources__statement", "sources__cell", "sources__row")))
    assign_all(found_units(), clerk)
    client = Client()
    client.force_login(clerk)
    return client, plan_id


def multiply(templates) -> None:
    """Each with places, records and words to be found by of its own, as if another sentence had said it."""
    from taizhang.office.commitments.models import Commitment, SearchText, Source

    wanted = list(islice(cycle(templates), COMMITMENTS - len(templates)))
    made = [
        again(each, position=1000 + number, sentence=f"{each.sentence}（{number}）")
        for number, each in enumerate(wanted)
    ]
    Commitment.objects.bulk_create(made, batch_size=500)
    words = {text.commitment_id: text for text in SearchText.objects.all()}
    SearchText.objects.bulk_create(
        SearchText(commitment=new, title=words[old.id].title, words=words[old.id].words)
        for new, old in zip(made, wanted, strict=True)
    )
    held = [
        (again(source, commitment=new, start=1_000_000 + new.id), source)
        for new, old in zip(made, wanted, strict=True)
        for source in old.sources.all()
    ]
    for name in ("statement", "cell", "row"):
        records = [
            (new, again(getattr(old, name), position=1000 + new.commitment_id))
            for new, old in held
            if getattr(old, name) and old.is_held
        ]
        if records:
            type(records[0][1])._base_manager.bulk_create([record for _, record in records], batch_size=500)
        for new, record in records:
            setattr(new, name, record)
    Source.objects.bulk_create([new for new, _ in held], batch_size=500)


def again(row, **otherwise):
    new = copy.copy(row)
    new._state = copy.copy(row._state)
    new._state.adding, new._state.fields_cache, new.pk = True, {}, None
    for name, value in otherwise.items():
        if hasattr(new, name):
            setattr(new, name, value)
    return new


def found_units():
    from taizhang.office.organisations.models import Organisation
    from taizhang.office.organisations.services.changes import establish
    from taizhang.office.organisations.services.decision import Decision, Draft

    for number in range(ORGANISATIONS):
        establish(
            draft=Draft(f"云岭县第{number + 1}局", "department", f"{number + 1}局"), decision=Decision(on=None, by=None)
        )
    return list(Organisation.objects.order_by("id"))


def assign_all(units, clerk) -> None:
    from django.utils import timezone

    from taizhang.office.assignments.models import Assignment, Duty
    from taizhang.office.commitments.models import Commitment

    handed = {
        "state": "handed_out",
        "due_on": date(2023, 12, 31),
        "handed_out_at": timezone.now(),
        "handed_out_by": clerk,
    }
    made = Assignment.objects.bulk_create(Assignment(commitment=each, **handed) for each in Commitment.objects.all())
    Duty.objects.bulk_create(
        Duty(assignment=each, organisation=unit, role="lead") for each, unit in zip(made, cycle(units))
    )


def serve_bare_list(plan_id: int) -> None:
    """At /bare/, beside the site's own pages."""
    from django.template import engines
    from django.urls import path
    from django.views.generic import ListView

    from taizhang.office.commitments.models import Commitment
    from taizhang.office.commitments.selectors.ledger import ROWS_A_PAGE
    from taizhang.office.config import urls
    from taizhang.office.pages.doors import anyone_signed_in

    class BareList(ListView):
        paginate_by = ROWS_A_PAGE

        def get_queryset(self):
            asked = self.request.GET
            rows = Commitment.objects.filter(version__plan=plan_id, status="adopted").select_related("decided_by")
            rows = rows.filter(kind=asked["kind"]) if "kind" in asked else rows
            rows = rows.filter(sentence__icontains=asked["q"]) if "q" in asked else rows
            return rows.order_by("-value") if "sort" in asked else rows

        def render_to_response(self, context):
            from django.http import HttpResponse

            return HttpResponse(template.render(context, self.request))

    template = engines["django"].from_string(BARE_TABLE)
    urls.urlpatterns.append(path("bare/", anyone_signed_in(BareList.as_view())))


if __name__ == "__main__":
    measure_here() if HERE in sys.argv else main()
