"""Pdf read apart (另起进程读 PDF): in a process of its own, with bounds on memory and time.

A pdf of three kilobytes can unfold without end, inside a library that knows no limit: whatever befalls it there, who
called goes on.
"""

import os
import pickle
import select
import subprocess
import sys
import threading
from importlib.util import find_spec

from taizhang.paper.documents.document import Document, Origin
from taizhang.paper.documents.pdf.errors import EndlessPdfError
from taizhang.paper.errors import PaperError, PdfSupportMissingError

# The yearly budget of a large city takes fifty megabytes and five seconds.
MOST_MEMORY = 2 * 2**30
MOST_SECONDS = 60
_LIBRARY = "pypdfium2"
# Run with -P, so that no file of the folder we stand in is taken for a module.
_PROGRAM = "from taizhang.paper.documents.pdf.apart import answer; answer()"
# Whatever is wrong with our own program, as Python reports it.
_OUR_FAULT = 1


def read_pdf_apart(data: bytes, origin: Origin) -> Document:
    """Read a pdf as ``read_pdf`` does.

    Raises:
        PaperError: it cannot be read; the message says what to do.
    """
    if find_spec(_LIBRARY) is None:
        raise PdfSupportMissingError(origin.name)
    done = subprocess.run(
        [sys.executable, "-P", "-c", _PROGRAM], input=pickle.dumps((data, origin)), capture_output=True, check=False
    )
    if done.returncode == _OUR_FAULT:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    if done.returncode:
        raise EndlessPdfError(origin.name)
    answered: Document | PaperError = pickle.loads(done.stdout)
    if isinstance(answered, PaperError):
        raise answered
    return answered


def answer() -> None:
    """Read what stands on standard input; write the document, or why there is none, to standard output."""
    data, origin = pickle.load(sys.stdin.buffer)
    from taizhang.paper.documents.pdf.from_pdf import read_pdf

    _set_bounds()
    threading.Thread(target=_end_with_asker, daemon=True).start()
    try:
        answered: Document | PaperError = read_pdf(data, origin)
    except PaperError as problem:
        answered = problem
    except MemoryError:
        answered = EndlessPdfError(origin.name)
    sys.stdout.buffer.write(pickle.dumps(answered))


def _end_with_asker() -> None:
    """A pipe that nobody is left to read from is in error: whoever asked was stopped."""
    if hasattr(select, "poll"):  # not on Windows
        asker = select.poll()
        asker.register(sys.stdout.fileno(), 0)
        asker.poll()
        os._exit(_OUR_FAULT)


def _set_bounds() -> None:
    try:
        import resource
    except ModuleNotFoundError:  # Windows knows no such bounds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
