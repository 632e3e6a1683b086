"""Interruption (中断): what ^C does while there is no command yet, or no longer, that could answer it."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130


@contextmanager
def leaving_at_once() -> Iterator[None]:
    """While modules are fetched ^C ends the process without a word: nothing is begun that would have to be put in order."""
    leave_at_once()
    try:
        yield
    finally:
        answer()


def leave_at_once() -> None:
    """From now on ^C ends the process without a word, unless it is ignored, as in a background job of a shell.

    An exception would surface wherever Python happens to be, in callbacks too, where it is printed and forgotten.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)


def answer() -> None:
    """From now on ^C is an exception again, which a command may answer."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
