"""Errors of the site (可预期的问题): what a person may run into and can do something about."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


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


class ChangedMeanwhileError(ExpectedError):
    """Changed meanwhile (已被他人修改): someone else saved the same row since the page was opened."""

    def __init__(self) -> None:
        super().__init__(_("您打开页面之后，这一条已被别人修改。您填的内容还在下面，请对照最新内容后再保存。"))
