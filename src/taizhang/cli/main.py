"""Main (入口): the command group, exit statuses and the language of messages."""

import sys
from importlib import import_module
from typing import Any

import click

from taizhang import __version__
from taizhang.cli.complaints import sentence
from taizhang.cli.interruption import INTERRUPTED, answer, leave_at_once, leaving_at_once
from taizhang.paper.errors import PaperError

DONE, FINDINGS, UNREADABLE, WRONG_USAGE = 0, 1, 2, 3

# Subcommands are imported when called: `taizhang --help` must not pay for Django or lxml.
COMMANDS = {
    "read": ("taizhang.cli.reading", "读文件：表述、提纲、附表（Read a plan: statements, outline, tables）"),
    "check": ("taizhang.cli.checking", "核文件：矛盾、算错的数、丢了的口径（Check a plan as a careful clerk would）"),
    "explain": ("taizhang.cli.checking", "说明一项核校：查什么、例子、怎么办（What a check means）"),
    "demo": ("taizhang.cli.hosting", "打开带示例计划的平台（The platform with the sample plan, ready to click）"),
    "serve": ("taizhang.cli.hosting", "运行平台（Run the platform）"),
    "migrate": ("taizhang.cli.hosting", "建立或升级数据库（Create or upgrade the database）"),
    "worker": ("taizhang.cli.hosting", "运行后台任务（Run background jobs）"),
    "people": ("taizhang.cli.appointing", "建立三员、应急重设（Make the first administrators, reset in an emergency）"),
    "audit": ("taizhang.cli.auditing", "核对审计记录、存锚点（Verify the audit log, take anchors）"),
}


class LazyGroup(click.Group):
    """Lazy group (命令组): knows the names of its commands, imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of a working day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        with leaving_at_once():
            command: click.Command = getattr(import_module(module), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any of them."""
        with formatter.section("命令 Commands"):
            formatter.write_dl([(name, blurb) for name, (_, blurb) in COMMANDS.items()])


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    envvar="TAIZHANG_LANG",
    default="zh",
    show_default=True,
    help="提示语言（language of messages）",
)
@click.version_option(__version__, "--version", prog_name="taizhang")
@click.pass_context
def taizhang(ctx: click.Context, lang: str) -> None:
    """台账 Taizhang：从计划里的每一句承诺，到兑现它的证据。

    \b
    退出码 Exit status:
      0 完成  1 有疑点  2 文件读不了  3 用法不对
    """
    ctx.obj = lang
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(WRONG_USAGE)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A C locale or a Windows console must not turn Chinese into question marks.
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    status = run(arguments)
    leave_at_once()
    sys.exit(status)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; every expected failure becomes one sentence and a status."""
    leave_at_once()
    language = _language(sys.argv[1:] if arguments is None else arguments)
    try:
        answer()
        status = taizhang.main(args=arguments, prog_name="taizhang", standalone_mode=False)
    except click.UsageError as problem:
        click.echo(sentence(problem, language), err=True)
        return WRONG_USAGE
    except PaperError as problem:
        click.echo(problem.en if language == "en" else problem.zh, err=True)
        return UNREADABLE
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断。" if language == "zh" else "Interrupted.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # `taizhang read … | head`: the reader has seen enough. Nothing more may be written, not even at exit.
        sys.stdout = None
        return DONE
    return status if isinstance(status, int) else DONE


def _language(arguments: list[str]) -> str:
    """The language asked for, also when parsing the arguments is what failed."""
    with taizhang.make_context("taizhang", ["--help"], resilient_parsing=True) as context:
        parser = taizhang.make_parser(context)
        parser.ignore_unknown_options = True
        values, _, _ = parser.parse_args(list(arguments))
    chosen = values.get("lang") or taizhang.params[0].value_from_envvar(context)
    return "en" if chosen == "en" else "zh"
