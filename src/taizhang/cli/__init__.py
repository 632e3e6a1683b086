"""Command line (命令行): a contract scripts depend on — see docs/command-line.md; machine formats stay clean on standard output."""

from taizhang.cli.main import main

__all__ = ["main"]
