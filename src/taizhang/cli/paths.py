"""Paths (路径): the file or folder an argument names; whether it can be read is for the reader to find out and say."""

import os
from pathlib import Path

import click

from taizhang.cli.complaints import MisuseError


class SourcePath(click.Path):
    """Source path (来源路径): any name but an empty one, which click would take for the folder we stand in."""

    def __init__(self) -> None:
        # click's own look at permissions would call a locked file wrong usage; the reader knows better.
        super().__init__(path_type=Path, readable=False)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path.

        Raises:
            MisuseError: the name is empty, as that of a shell variable nobody set.
        """
        if value == "":
            raise MisuseError("文件名是空的，请写明要读的文件。", "The file name is empty; name the file to read.")
        return super().convert(value, param, ctx)


def is_folder(path: Path) -> bool:
    """Whether it is a folder; False where we may not even look, so that reading it says why."""
    return os.path.isdir(path)
