"""Errors of assignments (责任分解的可预期问题): one class per situation, each with one sentence that says what to do."""

from django.utils.translation import gettext_lazy as _

from taizhang.office.pages.errors import ExpectedError


class NothingChosenError(ExpectedError):
    """Nothing chosen (未勾选)."""

    def __init__(self) -> None:
        super().__init__(_("请先勾选要处理的条目。"), status=422)


class NothingToDoError(ExpectedError):
    """Nothing to do (无可处理): all that was chosen is already as asked, or cannot be."""

    def __init__(self) -> None:
        super().__init__(_("所选条目里没有可以这样办理的，请刷新页面查看最新情况。"))


class NotReadyError(ExpectedError):
    """Not ready (还不能下达): no lead, or no deadline."""

    def __init__(self) -> None:
        super().__init__(_("所选条目都还缺牵头单位或完成时限，补齐后才能下达。"), status=422)


class NotInForceError(ExpectedError):
    """Not in force (计划未生效): only what was approved is handed out."""

    def __init__(self) -> None:
        super().__init__(_("这份计划还没有批准生效，可以先拟定分解，批准后再下达。"))


class AlreadyHandedOutError(ExpectedError):
    """Already handed out (已下达): from then on changes need a reason and a document."""

    def __init__(self) -> None:
        super().__init__(_("这一条已经下达，改动要走“调整”，写明理由和依据文件。"))


class NotHandedOutError(ExpectedError):
    """Not handed out (未下达)."""

    def __init__(self) -> None:
        super().__init__(_("这一条没有下达，或已收回、终止，请刷新页面查看最新情况。"))


class AlreadySignedError(ExpectedError):
    """Already signed for (已签收): what a unit signed for is adjusted or ended, not taken back."""

    def __init__(self) -> None:
        super().__init__(_("已有单位签收，不能收回；确需变动请用“调整”或“终止”，写明理由。"))


class ReasonMissingError(ExpectedError):
    """Reason missing (缺少理由)."""

    def __init__(self) -> None:
        super().__init__(_("请写明理由，以后查看的人才知道为什么。"), status=422)


class DocumentMissingError(ExpectedError):
    """Document missing (缺少依据文件): what was handed out changes by a paper."""

    def __init__(self) -> None:
        super().__init__(_("下达以后的调整要有依据，请写明文件名称或文号。"), status=422)


class NotLatestError(ExpectedError):
    """Not latest (其后另有改动): what was done can be undone only while nothing else was done after it."""

    def __init__(self) -> None:
        super().__init__(_("其后又有别的改动，或已下达，不能直接撤销。请到该条的记录里核对。"))


class NotOursError(ExpectedError):
    """Not ours (不是本单位的): the duty is no longer, or never was, that of the person's unit."""

    def __init__(self) -> None:
        super().__init__(_("这一条不在您单位名下，或已移交、收回，请刷新页面查看最新情况。"))


class NoColleagueError(ExpectedError):
    """No colleague (不是本单位人员): the officer must be one of the unit's own people."""

    def __init__(self) -> None:
        super().__init__(_("经办人要从本单位人员里选，请重新选择。"), status=422)


class NotYoursToNameError(ExpectedError):
    """Not yours to name (无权另指经办人): the officer passes it on, or the reviewer or head names another."""

    def __init__(self) -> None:
        super().__init__(_("已有经办人，由经办人本人、审核人或单位负责人另行指定。"), status=403)


class OpenQueryError(ExpectedError):
    """Open hand-over (移交待定): the bureau has not decided yet."""

    def __init__(self) -> None:
        super().__init__(_("这一条已申请移交，等发改部门决定后再办理。"))


class AnsweredError(ExpectedError):
    """Answered (已答复): someone else was quicker."""

    def __init__(self) -> None:
        super().__init__(_("这一条刚刚已有人答复，请刷新页面查看。"))


class SameUnitError(ExpectedError):
    """Same unit (同一单位): a duty is handed over to somebody else."""

    def __init__(self) -> None:
        super().__init__(_("接收单位已经是这一条的责任单位，请另选。"), status=422)


class NotYoursToDecideError(ExpectedError):
    """Not yours to decide (无权决定移交): that is for whoever hands out."""

    def __init__(self) -> None:
        super().__init__(_("移交由负责下达的科室决定，您可以答复一般疑问。"), status=403)
