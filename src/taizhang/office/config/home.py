"""Home (数据目录): the one folder that holds everything a site keeps — database, files received, queue, key."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from taizhang.office.config import env


@dataclass(frozen=True, slots=True)
class Home:
    """Home (数据目录): back this folder up and the site is backed up.

    Attributes:
        folder: the folder itself.
    """

    folder: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "taizhang.sqlite3"

    @property
    def files(self) -> Path:
        """Files received, named by their digest."""
        return self.folder / "files"

    @property
    def queue(self) -> Path:
        """Work waiting for the background reader."""
        return self.folder / "queue.sqlite3"

    @property
    def static(self) -> Path:
        """Style sheets and scripts gathered from the program; made anew at every migration."""
        return self.folder / "static"

    @property
    def secret_key(self) -> Path:
        """The key that signs sessions."""
        return self.folder / "secret.key"


def default_folder() -> Path:
    """Where a site lives when nobody says otherwise."""
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Taizhang"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "taizhang"


def locate(*, default: Path | None = None) -> Home:
    """The home folder that TAIZHANG_HOME names, else ``default``."""
    return Home(env.read_folder("TAIZHANG_HOME", default=default or default_folder()))


def prepare(home: Home) -> None:
    """Make the folder and the key, once; both can be read by their owner only."""
    home.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    home.files.mkdir(exist_ok=True, mode=0o700)
    try:
        handle = os.open(home.secret_key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))


def read_secret_key(home: Home) -> str:
    """The key of this site; before ``prepare`` a passing one, so that importing the settings writes nothing."""
    try:
        return home.secret_key.read_text("ascii").strip()
    except FileNotFoundError:
        return secrets.token_urlsafe(50)
