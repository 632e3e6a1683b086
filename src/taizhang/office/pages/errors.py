"""Errors of the site (可预期的问题): what a person may run into and can do something about."""

from django.utils.functional import Promise


class ExpectedError(Exception):
    """Expected error (可预期的问题): shown to the person as one sentence that says what to do; never logged as a fault.

    Attributes:
        message: the sentence, translated when it is shown.
        status: HTTP status of the answer.
    """

    def __init__(self, message: str | Promise, *, status: int = 409) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
