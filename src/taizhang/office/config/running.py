"""Running (运行): what the command line calls — migrate, serve, work in the background, or show a demonstration."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command, execute_from_command_line

from taizhang.office.config.env import SettingError
from taizhang.office.config.home import Home, default_folder, locate, prepare

if TYPE_CHECKING:
    from taizhang.office.audit.verification import Verdict

HOST = "127.0.0.1"
PORT = 8000
DEMONSTRATION_MARK = "demonstration"  # a file of this name says that everything in the folder is made up
THREADS = 8
LARGEST_BODY_MB = 1024
WORKER_COMMAND = "from taizhang.office.config.running import worker; worker(until_stdin_closes=True)"


class RunningError(SystemExit):
    """Running error (无法运行): ends the program with one sentence on standard error and exit status 2."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(2)
        self.zh = zh
        self.en = en
        sys.stderr.write(f"{zh}\n{en}\n")


def migrate() -> None:
    """Make or upgrade the home folder, the database and the static files."""
    _wake()
    _upgrade(verbosity=1)


def serve(host: str = HOST, port: int = PORT) -> None:
    """Serve the pages until Ctrl-C; the background reader runs beside it (``worker``)."""
    _refuse_taken_port(host, port)
    _wake()
    _listen(host, port)


def worker(*, until_stdin_closes: bool = False) -> None:
    """Read what was uploaded, in the background, until Ctrl-C — or until whoever started us is gone."""
    _wake()
    from huey.contrib.djhuey import HUEY

    from taizhang.office.findings.services import resume_unfinished_checks
    from taizhang.office.plans.services import resume_interrupted_readings

    # One file at a time: reading is work for a processor, and more threads would only share it.
    consumer = HUEY.create_consumer(workers=1, periodic=False, initial_delay=0.05, max_delay=0.5)
    if until_stdin_closes:
        threading.Thread(target=_stop_when_stdin_closes, daemon=True).start()
    resume_interrupted_readings()
    resume_unfinished_checks()
    consumer.run()


def manage(arguments: list[str]) -> None:
    """Django's own commands for whoever administers the machine: ``check --deploy``, ``clearsessions`` …"""
    _wake()
    execute_from_command_line(["taizhang manage", *arguments])


def verify_audit(anchor_files: Sequence[Path]) -> "Verdict":
    """Verify the chain of the audit log, and that it passes through the anchors kept of it."""
    _wake()
    _refuse_empty_database()
    from taizhang.office.audit.anchors import read_anchors
    from taizhang.office.audit.verification import verify

    with _expected_in_both_languages():
        return verify([anchor for file in anchor_files for anchor in read_anchors(file.read_bytes())])


def take_audit_anchor() -> str:
    """The head of the audit log's chain, as a line to be kept elsewhere."""
    _wake()
    _refuse_empty_database()
    from taizhang.office.audit.anchors import current_anchor

    return current_anchor().as_line()


def create_administrators() -> tuple[tuple[str, str, str], ...]:
    """The three administrators of a new site: name, user name and one-time password of each."""
    _wake()
    _refuse_empty_database()
    from taizhang.office.accounts.services.administrators import create_administrators as create

    with _expected_in_both_languages():
        return tuple((made.user.name, made.user.username, made.password) for made in create())


def reset_password(username: str) -> str:
    """A one-time password for somebody who forgot theirs, where nobody else is left to reset it."""
    _wake()
    _refuse_empty_database()
    from taizhang.office.accounts.services.administrators import person_called
    from taizhang.office.accounts.services.people import reset_password as reset

    with _expected_in_both_languages():
        return reset(user_id=person_called(username).pk, by=None).password


def reset_second_factor(username: str, reason: str) -> None:
    """For somebody who lost theirs, where no other security administrator is left to reset it."""
    _wake()
    _refuse_empty_database()
    from taizhang.office.accounts.services.administrators import person_called
    from taizhang.office.accounts.services.factors import reset_factor

    with _expected_in_both_languages():
        reset_factor(user_id=person_called(username).pk, reason=reason, by=None)


def demo(port: int = PORT, reset: bool = False) -> None:
    """Show a site with a sample plan and made-up people; a second start finds everything as it was left."""
    _refuse_taken_port(HOST, port)
    os.environ["TAIZHANG_DEMO"] = "true"
    with _in_one_sentence():
        home = locate(default=default_folder().with_name("taizhang-demo"))
        _claim_demonstration_home(home, reset=reset)
    os.environ["TAIZHANG_HOME"] = str(home.folder)
    _wake()
    _upgrade(verbosity=0)
    from taizhang.office.demonstration.services import seed

    with _background_worker():
        seed()
        _listen(HOST, port)


def _wake() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang.office.config.settings")
    with _in_one_sentence():
        prepare(locate())  # the key must be there before the settings are read
        django.setup()


@contextmanager
def _in_one_sentence() -> Iterator[None]:
    """Whoever starts the site with a wrong setting or folder gets a sentence, not a traceback."""
    try:
        yield
    except SettingError as error:
        raise RunningError(error.zh, error.en) from error
    except OSError as error:
        raise RunningError(
            f"无法写入数据目录（{error}）：请为运行本系统的用户开放写权限，或用 TAIZHANG_HOME 指定另一个文件夹。",
            f"The data folder cannot be written ({error}): allow it, or set TAIZHANG_HOME to another folder.",
        ) from error


def _refuse_empty_database() -> None:
    from django.db import connection

    if "audit_auditentry" not in connection.introspection.table_names():
        raise RunningError(
            "这里还没有审计记录：请检查 TAIZHANG_HOME 或 TAIZHANG_DATABASE，或先运行 taizhang migrate。",
            "There is no audit log here: check TAIZHANG_HOME or TAIZHANG_DATABASE, or run taizhang migrate first.",
        )


@contextmanager
def _expected_in_both_languages() -> Iterator[None]:
    """What a page would say of an expected failure, the command line says too."""
    from taizhang.office.pages.errors import ExpectedError

    try:
        yield
    except ExpectedError as error:
        raise RunningError(*_in_both_languages(error.message)) from error


def _in_both_languages(message: object) -> tuple[str, str]:
    from django.utils import translation

    with translation.override("zh-hans"):
        zh = str(message)
    with translation.override("en"):
        return zh, str(message)


def _upgrade(*, verbosity: int) -> None:
    call_command("migrate", interactive=False, verbosity=verbosity)
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def _listen(host: str, port: int) -> None:
    import waitress

    from taizhang.office.config.wsgi import application

    sys.stdout.write(f"台账已就绪 Taizhang is ready: http://{host}:{port}/\n按 Ctrl-C 结束 Press Ctrl-C to stop\n")
    sys.stdout.flush()
    # Larger than any upload we take: the form says so in words, where the server would only close the door.
    body = LARGEST_BODY_MB * 1024 * 1024
    waitress.serve(application, host=host, port=port, threads=THREADS, ident=None, max_request_body_size=body)


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise RunningError(
                f"无法在 {host}:{port} 上提供服务（{error.strerror}）：请关闭占用该端口的程序，或用 --port 换一个端口。",
                f"Cannot serve on {host}:{port} ({error.strerror}): stop the program that uses the port, or choose another with --port.",
            ) from error


def _claim_demonstration_home(home: Home, *, reset: bool) -> None:
    mark = home.folder / DEMONSTRATION_MARK
    if home.folder.exists() and any(home.folder.iterdir()) and not mark.exists():
        raise RunningError(
            f"{home.folder} 里是正式数据，不能用作演示：请用 TAIZHANG_HOME 指定另一个文件夹。",
            f"{home.folder} holds real data and cannot serve for a demonstration: set TAIZHANG_HOME to another folder.",
        )
    if reset and home.folder.exists():
        shutil.rmtree(home.folder)
    home.folder.mkdir(parents=True, exist_ok=True)
    mark.touch()


@contextmanager
def _background_worker() -> Iterator[None]:
    """A second process that reads files, so that pages stay quick; it ends when this one does, however that happens."""
    child = subprocess.Popen([sys.executable, "-c", WORKER_COMMAND], stdin=subprocess.PIPE, start_new_session=True)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        assert child.stdin is not None
        child.stdin.close()
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()


def _stop_when_stdin_closes() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)  # the consumer stops; a reading it leaves is taken up at the next start
