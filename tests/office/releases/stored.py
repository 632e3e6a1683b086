"""A release's database (上一版数据库): every row of it, written down independent of any database engine, and put back."""

import gzip
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

FOLDER = Path(__file__).parent
# Made by every database for itself, or forgotten by each after a while.
NOT_KEPT = {"contenttypes.ContentType", "auth.Permission", "sessions.Session"}

Row = dict[str, Any]


@dataclass(frozen=True)
class Release:
    """Release (发布版): the last migration of each app, and the rows of each model by ``app.Model``."""

    migrations: list[tuple[str, str]]
    rows: dict[str, list[Row]]


def write(name: str) -> Path:
    """Write the database at hand down as that of a release."""
    executor = MigrationExecutor(connection)
    targets = [
        key for key in executor.loader.graph.leaf_nodes() if key in MigrationRecorder(connection).applied_migrations()
    ]
    rows = {label: rows_of(model) for label, model in kept_models(executor.loader.project_state(targets).apps).items()}
    path = FOLDER / f"{name}.json.gz"
    told = json.dumps({"migrations": targets, "rows": rows}, ensure_ascii=False, default=plain)
    path.write_bytes(gzip.compress(told.encode(), mtime=0))
    return path


def read(path: Path) -> Release:
    """What was written down."""
    told = json.loads(gzip.decompress(path.read_bytes()))
    return Release([(app, migration) for app, migration in told["migrations"]], told["rows"])


def put_back(release: Release, apps: Apps) -> None:
    """Into tables that are as they were at that release, by models of that time."""
    with transaction.atomic():  # in which rows may point to others that come later
        for label, model in kept_models(apps).items():
            fields = model._meta.concrete_fields
            for row in release.rows[label]:
                held = model(**{field.attname: field.to_python(row[field.attname]) for field in fields})
                held.save_base(raw=True, force_insert=True)  # as it was: no field fills itself in
    with connection.cursor() as cursor:  # ids were given: whatever counts them is told
        for statement in connection.ops.sequence_reset_sql(no_style(), list(kept_models(apps).values())):
            cursor.execute(statement)


def rows_of(model: type[models.Model]) -> list[Row]:
    """Every row, with every column of the model that the database still has."""
    with connection.cursor() as cursor:
        held = {column.name for column in connection.introspection.get_table_description(cursor, model._meta.db_table)}
    names = [field.attname for field in model._meta.concrete_fields if field.column in held]
    return list(model._base_manager.order_by("pk").values(*names))


def kept_models(apps: Apps) -> dict[str, type[models.Model]]:
    """By ``app.Model``, those that join others included."""
    found = {model._meta.label: model for model in apps.get_models(include_auto_created=True)}
    return {label: model for label, model in sorted(found.items()) if label not in NOT_KEPT}


def plain(value: object) -> str:
    """What JSON has no word for."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):  # or a moment
        return value.isoformat()
    assert isinstance(value, UUID), value
    return str(value)
