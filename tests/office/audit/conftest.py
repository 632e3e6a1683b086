"""What tests of the audit log share: a chain of entries, and a database administrator who tampers with it."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from taizhang.office.audit.models import AuditEntry
from taizhang.office.audit.services import record_all
from taizhang.office.pages.trail import Act, Matter

BEGINNING = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
TITLES = ("地区生产总值增长6%左右", "固定资产投资增长9%以上", "城镇新增就业3000人以上", "实际使用外资稳中提质")


@pytest.fixture
def auditor(person):
    return person("audit_administrator", username="auditor", name="审计员乙")


@pytest.fixture
def auditing(client, auditor):
    client.force_login(auditor)
    return client


@pytest.fixture
def add(clerk):
    """Adds so many entries, a minute apart."""

    def add_entries(count, action="commitments.adopted"):
        done = AuditEntry.objects.count()
        record_all(
            Act(
                action,
                clerk,
                Matter("commitment", str(number), TITLES[number % len(TITLES)]),
                {"fields": ["value"], "batch": f"批次{number}"},
                at=BEGINNING + timedelta(minutes=number),
            )
            for number in range(done + 1, done + count + 1)
        )

    return add_entries


@pytest.fixture
def tamper(transactional_db):
    """Runs statements as whoever owns the database could: no rule of a table holds them up."""
    unruled = without_rules_on_sqlite if connection.vendor == "sqlite" else without_rules_on_postgresql

    def run(*statements):
        with connection.cursor() as cursor, unruled(cursor):
            for statement, *values in statements:
                cursor.execute(statement, values)

    yield run
    if connection.vendor == "postgresql":
        restore_rules()


@contextmanager
def without_rules_on_sqlite(cursor):
    cursor.execute("PRAGMA foreign_keys = OFF")
    cursor.execute("PRAGMA ignore_check_constraints = ON")
    yield
    cursor.execute("PRAGMA ignore_check_constraints = OFF")
    cursor.execute("PRAGMA foreign_keys = ON")


CHECKS = """SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE conrelid = 'audit_auditentry'::regclass AND contype = 'c'"""
DROPPED = {}


@contextmanager
def without_rules_on_postgresql(cursor):
    """Foreign keys are triggers, which a replica leaves out; checks have to be dropped, and put back when all is over."""
    cursor.execute(CHECKS)
    for name, definition in cursor.fetchall():
        DROPPED[name] = definition
        cursor.execute(f'ALTER TABLE audit_auditentry DROP CONSTRAINT "{name}"')
    cursor.execute("SET session_replication_role = replica")
    yield
    cursor.execute("SET session_replication_role = origin")


def restore_rules():
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE audit_auditentry")
        while DROPPED:
            name, definition = DROPPED.popitem()
            cursor.execute(f'ALTER TABLE audit_auditentry ADD CONSTRAINT "{name}" {definition}')
