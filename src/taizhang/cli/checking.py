"""Checking (核): the ``check`` and ``explain`` commands."""

from datetime import UTC, datetime
from pathlib import Path

import click

from taizhang import __version__
from taizhang.cli.complaints import MisuseError
from taizhang.cli.delivery import deliver, deliver_bytes, refuse_overwriting, refuse_terminal
from taizhang.cli.main import DONE, FINDINGS
from taizhang.cli.paths import SourcePath
from taizhang.paper.checks.finding import Severity
from taizhang.paper.checks.inline import inline_suppressions
from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.rules.unbuilt import unbuilt_rules
from taizhang.paper.checks.run import Checked, check_plan
from taizhang.paper.checks.settings import Settings, load_settings
from taizhang.paper.pipeline import read
from taizhang.paper.plan import Plan
from taizhang.paper.reports.as_sarif import findings_as_sarif
from taizhang.paper.reports.explanation import explain_rule, explain_unbuilt
from taizhang.paper.reports.findings import findings_as_json, findings_as_text

RULES = {rule.code: rule for rule in ALL_RULES}
UNBUILT = {rule.code: rule for rule in unbuilt_rules()}
# What stops a script: the severities at or above the word.
FAILING = {
    "error": {Severity.ERROR},
    "warning": {Severity.ERROR, Severity.WARNING},
    "never": set[Severity](),
}


@click.command()
@click.argument("source", metavar="FILE", type=SourcePath())
@click.option(
    "--against",
    multiple=True,
    type=SourcePath(),
    help="对照的文件，可多次（last year's plan, the work report; may be repeated）",
)
@click.option("--settings", "settings_path", type=SourcePath(), help="地区设置 TOML（a region's settings）")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "docx"]),
    default="text",
    show_default=True,
    help="输出格式（output）",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="写到文件（write to a file）")
@click.option(
    "--fail-on",
    type=click.Choice(list(FAILING)),
    default="error",
    show_default=True,
    help="达到此级退出码为 1（exit 1 at or above）",
)
@click.pass_obj
def check(language: str, source: Path, against: tuple[Path, ...], settings_path: Path | None, form: str, output: Path | None, fail_on: str) -> int:  # fmt: skip  # noqa: PLR0913 - one parameter an option
    """核校一份文件：前后矛盾、算错的数、丢了的口径，每条附算式。

    Check a document as a careful clerk would: contradictions, wrong arithmetic, lost footnotes.
    """
    if form == "docx":
        refuse_terminal(output)
    refuse_overwriting(output, [source, *against])
    settings = load_settings(settings_path) if settings_path else Settings()
    plan = read(source)
    data = source.read_bytes()
    checked = check_plan(plan, tuple(map(read, against)), settings, extra=inline_suppressions(plan, data))
    if form == "docx":
        from taizhang.paper.reports.as_docx_comments import findings_as_docx

        deliver_bytes(findings_as_docx(checked, plan, data, RULES, language, datetime.now(UTC)), output)
    else:
        deliver([_printed(form, checked, plan, language)], output)
    return FINDINGS if any(finding.severity in FAILING[fail_on] for finding in checked.findings) else DONE


@click.command()
@click.argument("code")
@click.pass_obj
def explain(language: str, code: str) -> int:
    """说明一项核校：查什么、为什么、例子、怎么办。

    What a check means, with an example and what to do.
    """
    wanted = code.upper()
    if wanted in RULES:
        deliver([explain_rule(RULES[wanted], language)], None)
    elif wanted in UNBUILT:
        deliver([explain_unbuilt(UNBUILT[wanted], language)], None)
    else:
        known = ", ".join(sorted([*RULES, *UNBUILT]))
        raise MisuseError(f"没有“{code}”这项核校；可用的有 {known}。", f"There is no check {code}; there are {known}.")
    return DONE


def _printed(form: str, checked: Checked, plan: Plan, language: str) -> str:
    if form == "json":
        return findings_as_json(checked, RULES, language)
    if form == "sarif":
        return findings_as_sarif(checked, plan, ALL_RULES, __version__, language)
    return findings_as_text(checked, plan, language)
