"""Complaints (用法提示): what was wrong with a command line, in one sentence of the user's language."""

import click

from taizhang.paper.reports.terminal import in_one_line


class MisuseError(click.UsageError):
    """Misuse (用法不对): a command line that cannot be carried out; says what to do instead.

    Attributes:
        zh, en: the sentence in either language.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


def sentence(problem: click.UsageError, language: str) -> str:
    """One sentence, and where to look further."""
    words = in_one_line(_english(problem) if language == "en" else _chinese(problem))
    path = problem.ctx.command_path if problem.ctx else "taizhang"
    further = f"Try '{path} --help'." if language == "en" else f"用法见“{path} --help”。"
    return f"{words} {further}" if language == "en" else words + further


def _english(problem: click.UsageError) -> str:
    return problem.en if isinstance(problem, MisuseError) else problem.format_message().rstrip(".") + "."


def _chinese(problem: click.UsageError) -> str:
    match problem:
        case MisuseError():
            words = problem.zh
        case click.NoSuchOption():
            words = f"没有“{problem.option_name}”这个选项。"
        case click.MissingParameter():
            name = problem.param.human_readable_name if problem.param else ""
            words = f"还缺 {name}。"
        case click.BadOptionUsage():
            words = f"“{problem.option_name}”后面还缺一个值。"
        case click.BadParameter():
            name = problem.param.opts[-1] if problem.param and problem.param.opts else ""
            words = f"“{name}”{_allowed(problem)}。"
        case click.exceptions.NoSuchCommand():
            words = f"没有“{problem.command_name}”这个命令。"
        case _:
            words = f"命令写法不对（{problem.format_message().rstrip('.')}）。"
    return words


def _allowed(problem: click.BadParameter) -> str:
    match problem.param.type if problem.param else None:
        case click.Choice(choices=choices):
            return f"只能是 {'、'.join(map(str, choices))}"
        case click.IntRange(min=least, max=most):
            return f"要 {least} 到 {most} 之间的整数"
        case _:
            return f"的值不对（{problem.message.rstrip('.')}）"
