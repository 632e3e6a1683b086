"""What all tests share: the databases they run on — SQLite, a PostgreSQL that the run starts itself, or both one after the other."""

import os
from contextlib import ExitStack

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connections

from taizhang.office.config import env

DATABASES = ("sqlite", "postgresql")
ADDRESS = "TAIZHANG_DATABASE"
OUR_SERVER = pytest.StashKey()


def pytest_addoption(parser):
    parser.addoption(
        "--database",
        choices=(*DATABASES, "both"),
        default="sqlite",
        help="where tests keep their data; a PostgreSQL is started for the run (default: %(default)s)",
    )


def pytest_configure(config):
    """The process that leads the run starts one server for all its workers."""
    if is_worker(config) or config.option.database == "sqlite" or config.option.collectonly:
        return
    from tests.postgresql import NoPostgresqlError, running_server  # needs POSIX users, and only here

    stack = ExitStack()
    try:
        config.stash[OUR_SERVER] = stack.enter_context(running_server()).address("taizhang")
    except NoPostgresqlError as error:
        raise pytest.UsageError(str(error)) from error
    config.add_cleanup(stack.close)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node):
    """Each worker is told where the server is."""
    node.workerinput["postgresql"] = node.config.stash.get(OUR_SERVER, None)


def pytest_generate_tests(metafunc):
    """On both databases, every test that uses one is two tests."""
    names = metafunc.fixturenames
    if metafunc.config.option.database == "both" and ("database" in names or is_marked(metafunc)):
        if "database" not in names:  # pytest-django asks for it only when a test that is merely marked begins
            names.append("database")
        metafunc.parametrize("database", DATABASES, indirect=True, scope="session")


@pytest.fixture(scope="session")
def database(request):
    """Which database tests run on, for as long as they do: pytest puts those of one kind together."""
    return getattr(request, "param", request.config.option.database.replace("both", "sqlite"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, database, tmp_path_factory, django_test_environment):
    """Django's one connection leads to that database; called by pytest-django before it makes the tables there."""
    address = "" if database == "sqlite" else server_address(request.config)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ADDRESS, address)
        chosen = env.read_database(ADDRESS, sqlite_file=settings.HOME.database)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    file = tmp_path_factory.mktemp("database") / "taizhang.sqlite3"  # in memory, only one could write and read at once
    chosen["TEST"] = {"NAME": f"test_taizhang_{worker}" if address else str(file)}
    connections["default"].close()
    settings.DATABASES["default"] = chosen
    connections.settings = connections.configure_settings(settings.DATABASES)
    del connections["default"]
    ContentType.objects.clear_cache()


@pytest.fixture
def empty_database(database, django_db_setup, django_db_blocker, tmp_path):
    """For one test Django's connection leads to a database of the same kind in which there is nothing, not even a table."""
    usual, settings_of_usual = connections["default"], connections.settings["default"]
    name = f"empty_{os.getpid()}"
    with django_db_blocker.unblock():
        if database == "postgresql":
            with usual._nodb_cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {name}")
        place = name if database == "postgresql" else str(tmp_path / "empty.sqlite3")
        connections.settings["default"] = {**settings_of_usual, "NAME": place}
        connections["default"] = connections.create_connection("default")
        yield
        connections["default"].close()
        connections["default"], connections.settings["default"] = usual, settings_of_usual
        ContentType.objects.clear_cache()
        if database == "postgresql":
            with usual._nodb_cursor() as cursor:
                cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def is_marked(metafunc):
    return metafunc.definition.get_closest_marker("django_db") is not None


def is_worker(config):
    return hasattr(config, "workerinput")


def server_address(config):
    return config.workerinput["postgresql"] if is_worker(config) else config.stash[OUR_SERVER]
