"""``python -m taizhang`` (命令行): the same as the ``taizhang`` command."""

from taizhang.cli import main

main()
