"""Errors of comments (征求意见中可预期的问题)."""

from django.utils.translation import gettext_lazy as _

from taizhang.office.pages.errors import ExpectedError


class RoundOverError(ExpectedError):
    """Round over (征求意见已结束): nothing more can be said in it."""

    def __init__(self) -> None:
        super().__init__(_("这一轮征求意见已经结束或已过截止日期。确有意见的，请与发改部门联系延长期限。"))


class NotAskedError(ExpectedError):
    """Not asked (不在征求范围): the person belongs to no unit that may comment."""

    def __init__(self) -> None:
        super().__init__(_("您所在的单位不在这一轮征求意见的范围内。"), status=403)


class NobodyAskedError(ExpectedError):
    """Nobody asked (没有征求对象)."""

    def __init__(self) -> None:
        super().__init__(_("请至少选择一个征求意见的单位。"), status=422)


class DeadlineError(ExpectedError):
    """Deadline (截止日期不对): it lies in the past."""

    def __init__(self) -> None:
        super().__init__(_("截止日期不能早于今天。"), status=422)


class EmptyCommentError(ExpectedError):
    """Empty comment (意见为空)."""

    def __init__(self) -> None:
        super().__init__(_("请写明意见；没有意见的，请点“无意见”。"), status=422)


class AnsweredError(ExpectedError):
    """Answered (已有答复): what was answered is not taken back."""

    def __init__(self) -> None:
        super().__init__(_("这条意见已经答复或已撤回，不能再撤回。"))


class VerdictReasonError(ExpectedError):
    """Reason of a verdict (缺少不采纳理由)."""

    def __init__(self) -> None:
        super().__init__(_("部分采纳、不采纳的，请写明理由，提意见的单位会看到。"), status=422)
