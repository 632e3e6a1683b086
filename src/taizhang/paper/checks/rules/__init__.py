"""Rules (规则): one room a rule; listed here, in the order of the catalogue, and found nowhere else."""

from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.rules import text_and_annex_growth_agree

ALL_RULES: tuple[Rule, ...] = (text_and_annex_growth_agree.RULE,)
