"""PostgreSQL of our own (自带的 PostgreSQL): a throw-away server in a temporary folder, which ends with whoever started it.

usage: python -m tests.postgresql COMMAND …    runs a command with TAIZHANG_DATABASE naming an empty database
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

OWNER = "taizhang"
FIRST_DATABASE = "postgres"
PATIENCE = 60
# Reads from a pipe until its other end is closed, which also happens when whoever holds it is killed: no server is left.
KEEPER = """
cd "$1"
trap 'rm -rf "$1"' EXIT
"$2/initdb" --pgdata data --username taizhang --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >log 2>&1 &&
    "$2/pg_ctl" start --pgdata data --log log --wait --silent --options "$3" >>log 2>&1 || { cat log; exit 1; }
echo ready
cat >/dev/null
"$2/pg_ctl" stop --pgdata data --mode immediate --silent >>log 2>&1
"""
# Nothing here need survive a power cut.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off -c max_connections=60"


class NoPostgresqlError(Exception):
    """No PostgreSQL (没有 PostgreSQL): it was asked for and cannot be started; one sentence says what to do."""


@dataclass(frozen=True)
class Server:
    """A running server (运行中的服务器), reached by the socket in its folder."""

    folder: Path

    def address(self, database: str) -> str:
        """As TAIZHANG_DATABASE wants it."""
        return f"postgresql:///{database}?user={OWNER}&host={quote(str(self.folder))}"


@contextmanager
def running_server() -> Iterator[Server]:
    """A server for as long as the block lasts; its folder and its processes are gone afterwards."""
    programs, user = find_programs(), unprivileged_user()
    folder = Path(tempfile.mkdtemp(prefix="taizhang-postgresql-"))
    shutil.chown(folder, user.pw_uid, user.pw_gid)
    command = ["/bin/sh", "-c", KEEPER, "keeper", folder, programs, f"{QUICK} -c listen_addresses= -k {folder}"]
    # In a session of its own, Ctrl-C reaches the tests and not the server before its time.
    is_other = user.pw_uid != os.getuid()
    keeper = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd="/",
        start_new_session=True,
        **({"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if is_other else {}),
    )
    try:
        wait_until_ready(keeper)
        yield Server(folder)
    finally:
        keeper.stdin.close()
        keeper.wait(timeout=PATIENCE)


def wait_until_ready(keeper: subprocess.Popen[str]) -> None:
    said = keeper.stdout.readline()
    if said != "ready\n":
        raise NoPostgresqlError(
            f"PostgreSQL 启动不了，请看它的说明：\nPostgreSQL does not start; this is what it says:\n{said}{keeper.stdout.read()}"
        )


def find_programs() -> Path:
    """The folder of initdb and pg_ctl; Debian keeps it off the PATH, one folder for each version."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))[::-1]
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise NoPostgresqlError(
        "这台机器上没有 PostgreSQL 的服务器程序：请安装 postgresql（make test 会自动安装），或只在 SQLite 上测试：--database=sqlite。\n"
        "This machine has no PostgreSQL server: install postgresql (make test does), or test on SQLite only: --database=sqlite."
    )


def unprivileged_user() -> pwd.struct_passwd:
    """Ourselves; root, whom PostgreSQL refuses, starts it as the user that Debian made for it, or as nobody."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid())
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known.get("nobody")
    if user is None:
        raise NoPostgresqlError(
            "PostgreSQL 不肯以 root 运行，而系统里没有 postgres 或 nobody 用户：请以普通用户运行测试。\n"
            "PostgreSQL refuses to run as root and there is neither a user postgres nor nobody: run the tests as an ordinary user."
        )
    return user


def main() -> None:
    with running_server() as server:
        environment = os.environ | {"TAIZHANG_DATABASE": server.address(FIRST_DATABASE)}
        sys.exit(subprocess.run(sys.argv[1:], env=environment, check=False).returncode)


if __name__ == "__main__":
    main()
