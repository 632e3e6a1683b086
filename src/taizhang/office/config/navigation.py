"""Navigation (导航): what the pages offer to go to; the one place where a new floor makes itself known."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Label and address name of each section in the bar at the top; shown to whomever its door opens. An address that does
# not exist yet is left out.
SITE_SECTIONS: tuple[tuple[Promise, str], ...] = (
    (_("我的台账"), "desk:home"),
    (_("计划"), "plans:list"),
    (_("台账"), "commitments:ledger"),
    (_("责任分解"), "assignments:home"),
    (_("单位名册"), "organisations:tree"),
    (_("人员"), "accounts:people"),
    (_("审计"), "audit:log"),
)

# Where the search in the bar at the top leads; its query is ``q``.
SEARCH_ADDRESS = "desk:search"

# Label and address name of each view of one plan; the address takes the plan's id.
PLAN_SECTIONS: tuple[tuple[Promise, str], ...] = (
    (_("原文"), "plans:text"),
    (_("流程"), "plans:life"),
    (_("指标表"), "plans:indicators"),
    (_("核校"), "findings:of_plan"),
    (_("纳入台账"), "commitments:adopt"),
    (_("台账"), "commitments:of_plan"),
    (_("稿次对照"), "plans:differences"),
    (_("征求意见"), "plans:comments"),
    (_("责任分解"), "assignments:of_plan"),
    (_("目标分解"), "assignments:decompositions"),
    (_("分解表"), "assignments:tables"),
)

# Address name of a view of one plan → address name of the fragment that hangs a count on its tab; takes the plan's id.
PLAN_SECTION_BADGES: dict[str, str] = {"findings:of_plan": "findings:badge"}

# Addresses whose fragment later floors hang into the panel of one statement; each takes the statement's id.
STATEMENT_SLOTS: tuple[str, ...] = ("commitments:of_statement",)

# Addresses whose fragment later floors hang into the page of one commitment; each takes the commitment's id.
COMMITMENT_SLOTS: tuple[str, ...] = ("assignments:of_commitment", "assignments:decomposition_of_commitment")

# Addresses whose fragment later floors hang into the page of one's own account; they take nothing.
ACCOUNT_SLOTS: tuple[str, ...] = ("api_pages:account_slot",)
