"""Guard (印发前的关口): what a move of a plan hears from checking."""

from django.utils.translation import gettext as _

from taizhang.office.findings.selectors.examined import NotCheckedError, blocking_findings


def errors_left(*, version_id: int) -> str:
    """What stands in the way of approving or issuing a version; empty where nothing does."""
    try:
        blocking = blocking_findings(version_id)
    except NotCheckedError as error:
        return str(error.message)
    if not blocking:
        return ""
    return _("核校还有 %(number)s 处错误没有处理完。") % {"number": len(blocking)}
