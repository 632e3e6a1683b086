"""Errors of a plan's life (流转中可预期的问题): each says in one sentence what to do."""

from django.utils.translation import gettext_lazy as _

from taizhang.office.pages.errors import ExpectedError


class NoSuchMoveError(ExpectedError):
    """No such move (不能这样流转): the plan does not stand where this move begins."""

    def __init__(self) -> None:
        super().__init__(_("这份计划现在不在这一步，不能这样流转。请刷新页面，看它走到了哪里。"))


class NotYetError(ExpectedError):
    """Not yet (条件不具备): a requirement does not hold; the sentence is the requirement's."""

    def __init__(self, why: str) -> None:
        super().__init__(why)


class WhyMissingError(ExpectedError):
    """Why missing (缺少理由): whoever goes back says why."""

    def __init__(self) -> None:
        super().__init__(_("请写明理由，以后查看的人才知道为什么。"), status=422)


class NumberFormError(ExpectedError):
    """Form of a document number (文号格式)."""

    def __init__(self) -> None:
        super().__init__(
            _("文号请写成“张发改字〔2024〕19号”的样子：机关代字、六角括号里的四位年份、序号不加“第”也不补零。"),
            status=422,
        )


class DateOrderError(ExpectedError):
    """Order of dates (日期先后): what came before is dated later, or a day is yet to come."""

    def __init__(self) -> None:
        super().__init__(_("日期不对：印发不能早于批准，任何一项都不能晚于今天。请核对文件上的日期。"), status=422)


class SamePersonError(ExpectedError):
    """Same person (须由另一人办理): nobody confirms their own entry."""

    def __init__(self) -> None:
        super().__init__(_("录入的人不能自己复核。请另一位有权限的同事复核。"), status=403)


class NothingToConfirmError(ExpectedError):
    """Nothing to confirm (没有待复核的事项)."""

    def __init__(self) -> None:
        super().__init__(_("这一项现在没有可以复核的内容。请刷新页面，查看最新情况。"))


class TextChangedError(ExpectedError):
    """Text changed (文本已变): the text is not the one whose approval was entered."""

    def __init__(self) -> None:
        super().__init__(_("这一稿的内容与录入批准时的摘要不一致，不能复核。请立即告知系统管理员，核查数据库。"))


class AlreadyIssuedError(ExpectedError):
    """Already issued (已经印发): only a mistaken approval that was not issued can be annulled."""

    def __init__(self) -> None:
        super().__init__(_("这一稿已经印发，批准不能撤销。需要改变目标的，请走计划调整。"))


class ExplanationMissingError(ExpectedError):
    """Explanation missing (缺少说明): errors are left, and nobody said why the plan is approved all the same."""

    def __init__(self, why: str) -> None:
        super().__init__(
            _("%(why)s 若批准机关已按原文批准，请写明“带疑点批准的说明”，由复核的人一并确认。") % {"why": why},
            status=422,
        )
