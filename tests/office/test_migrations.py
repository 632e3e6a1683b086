"""The database follows the models, and brings along whatever a release left in it."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from tests.office.releases import deeds, stored

from taizhang.office.audit.verification import Reached, verify

RELEASES = sorted(stored.FOLDER.glob("*.json.gz"))
# What a migration changes in rows that were there before, on purpose: (model, column) → why.
INTENDED = {}


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.fixture(params=RELEASES, ids=lambda path: path.name.removesuffix(".json.gz"))
def release(request):
    return stored.read(request.param)


@pytest.fixture
def models_of_then(release, empty_database):
    """The models of that time, over a database as it was left."""
    executor = MigrationExecutor(connection)
    executor.migrate(release.migrations)
    apps = executor.loader.project_state(release.migrations).apps
    stored.put_back(release, apps)
    return stored.kept_models(apps)


@pytest.fixture
def brought_forward(models_of_then):
    """What every model of that time found, before and after its database came to the newest migrations."""
    before = {label: stored.rows_of(model) for label, model in models_of_then.items()}
    call_command("migrate", interactive=False, verbosity=0)
    return before, {label: stored.rows_of(model) for label, model in models_of_then.items()}


def test_nothing_is_lost_on_the_way_from_an_earlier_release(brought_forward, models_of_then, release):
    before, after = brought_forward
    assert {label: len(rows) for label, rows in before.items()} == {
        label: len(rows) for label, rows in release.rows.items()
    }
    for label, rows in before.items():
        pk = models_of_then[label]._meta.pk.attname
        now = {row[pk]: row for row in after[label]}
        lost = [row[pk] for row in rows if row[pk] not in now]
        assert lost == [], f"rows of {label} are gone"
        changed = {column for row in rows for column in row if differs(row, now[row[pk]], column)}
        assert {(label, column) for column in changed} <= INTENDED.keys(), f"columns of {label} are not what they were"


def differs(before, after, column):
    return column not in after or after[column] != before[column]


def test_the_next_release_can_be_written_down(empty_database, tmp_path, monkeypatch):
    monkeypatch.setattr(stored, "FOLDER", tmp_path)
    call_command("migrate", interactive=False, verbosity=0)
    deeds.live()
    written = stored.read(stored.write("next"))
    assert written.rows["commitments.Amendment"]
    assert written.rows["findings.Disposition"]


PAGES = (
    "/plans/",
    "/plans/1/text/",
    "/plans/1/indicators/",
    "/plans/1/ledger/",
    "/plans/1/ledger/suggestions/",
    "/plans/2/findings/",
    "/organisations/",
    "/ledger/1/",
)


def test_people_of_an_earlier_release_come_in_by_their_passwords_and_find_their_work_on_record(
    brought_forward, release, client, settings
):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    head = release.rows["audit.ChainHead"][0]
    assert verify().reached == Reached(head["sequence"], head["digest"])
    client.post("/sign-in/", {"username": "zhangsan", "password": "a long pass phrase"})
    assert {address: client.get(address).status_code for address in PAGES} == dict.fromkeys(PAGES, 200)
