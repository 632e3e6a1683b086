"""Figures (数字): a statement of the text as a target — its verb, its title, its kind."""

from taizhang.office.commitments.suggestions.clauses import Stretch, bare
from taizhang.office.commitments.suggestions.material import Material
from taizhang.office.commitments.suggestions.suggestion import Kind, Origin, Place
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.commitments.suggestions.wording import in_chinese
from taizhang.office.commitments.suggestions.words import words
from taizhang.office.plans.models import StatementRecord

LONGEST_TITLE = 60
COUNTS = frozenset({"个", "项"})
LISTING = "等"


def statement_target(material: Material, statement: StatementRecord, phrase: Stretch) -> Target:
    """What a statement promises."""
    return Target(
        aspect=statement.aspect,
        value=statement.value,
        value_high=statement.value_high,
        unit=statement.unit,
        bound=statement.bound,
        period=statement.period or material.plan_year,
        action=action_of(material.text, statement, phrase),
    )


def statement_origin(statement: StatementRecord) -> Origin:
    """Where a statement stands."""
    return Origin(Place.STATEMENT, statement.id, Stretch(statement.start, statement.end), statement.quote)


def statement_kind(statement: StatementRecord) -> Kind:
    """Indicator where the catalogue knows it, project where projects are counted, else a quantity."""
    if statement.indicator:
        return Kind.INDICATOR
    if statement.unit in COUNTS and statement.subject.endswith(words().nouns):
        return Kind.PROJECT
    return Kind.QUANTITY


def figure_title(text: str, target: Target, subject: str, phrase: Stretch, is_alone: bool) -> str:
    """The phrase itself where it speaks of this figure only and names what it counts; else subject and target."""
    verbatim = bare(text, phrase)
    if is_alone and subject and subject in verbatim and len(verbatim) <= LONGEST_TITLE:
        return verbatim
    return f"{subject}{in_chinese(target)}"


def action_of(text: str, statement: StatementRecord, phrase: Stretch) -> str:
    """The verb of a figure: between subject and number (达到112家), or before the subject (新增企业3家)."""
    start, end = statement.subject_start, statement.subject_end
    if start is None or end is None or not phrase.start <= start <= end <= statement.start:
        return _last_action(text[phrase.start : statement.start])
    return _last_action(text[end : statement.start]) or _last_action(text[phrase.start : start])


def _last_action(before: str) -> str:
    """The verb that words end in, fillers such as 力争 and 不低于 after it left out; that which opens a list."""
    rest = before.strip("“”‘’ ，：")
    if rest.endswith(LISTING):  # 建成甲、乙等公共文化空间10处
        return next((verb for verb in words().actions if rest.startswith(verb)), "")
    while True:
        action = next((verb for verb in words().actions if rest.endswith(verb)), "")
        filler = next((filler for filler in words().fillers if rest.endswith(filler)), "")
        if action or not filler:
            return action
        rest = rest.removesuffix(filler)
