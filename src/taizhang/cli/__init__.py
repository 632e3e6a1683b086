"""Command line (命令行): a contract scripts depend on — see docs/command-line.md; machine formats stay clean on standard output."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from taizhang.cli.interruption import leave_at_once

        leave_at_once()
        from taizhang.cli.main import main as run_and_leave
    except KeyboardInterrupt:  # even before we could ask not to be told
        raise SystemExit(130) from None
    run_and_leave()
