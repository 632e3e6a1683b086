"""Reading (读): the ``read`` command, for one file or a folder."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path

import click

from taizhang.cli.complaints import MisuseError
from taizhang.cli.delivery import deliver, deliver_bytes, is_terminal, refuse_overwriting, refuse_terminal
from taizhang.cli.folders import Outcome, denied, find_documents
from taizhang.cli.main import DONE, UNREADABLE
from taizhang.cli.paths import SourcePath, is_folder
from taizhang.cli.readers import read_all
from taizhang.paper.documents.opening import printable
from taizhang.paper.pipeline import read as read_plan
from taizhang.paper.plan import Plan
from taizhang.paper.reports.as_json import document_as_json, folder_as_json
from taizhang.paper.reports.as_jsonl import statements_as_jsonl
from taizhang.paper.reports.as_text import document_as_text, folder_line

FORMATS = ("text", "json", "jsonl", "xlsx")


@click.command()
@click.argument("source", metavar="FILE", type=SourcePath())
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="输出格式（output）"
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="写到文件（write to a file）")
@click.option(
    "--jobs", type=click.IntRange(1, 64), help="读文件夹时同时读几份（files at once; default: one a processor）"
)
@click.pass_obj
def read(language: str, source: Path, form: str, output: Path | None, jobs: int | None) -> int:
    """读一份文件或一个文件夹：每个数字、它说的是什么、提纲和附表。

    Read one document or a folder of them: every number and what it means, the outline, the tables.
    """
    if form == "xlsx":
        refuse_terminal(output)
    if is_folder(source):
        return _read_folder(source, form, output, jobs, language)
    refuse_overwriting(output, [source])
    plan = read_plan(source)
    if form == "xlsx":
        from taizhang.paper.reports.as_xlsx import plans_as_xlsx

        deliver_bytes(plans_as_xlsx([(source.name, plan)]), output)
    else:
        deliver(_ONE_FILE[form](plan, language), output)
    return DONE


_ONE_FILE: dict[str, Callable[[Plan, str], Iterable[str]]] = {
    "text": lambda plan, language: [document_as_text(plan, language)],
    "json": lambda plan, _: [document_as_json(plan)],
    "jsonl": lambda plan, _: statements_as_jsonl(plan),
}


def _read_folder(folder: Path, form: str, output: Path | None, jobs: int | None, language: str) -> int:
    """Every document below the folder; what cannot be read is named and the rest goes on."""
    paths, closed = find_documents(folder)
    if not paths and not closed:
        raise MisuseError(f"文件夹“{folder}”里没有可读的文件，请换一个文件夹。", f"There is no document in {folder}.")
    refuse_overwriting(output, paths)
    failed = [*map(denied, closed)]
    for outcome in failed:
        _complain(outcome, folder, language)
    with closing(read_all(paths, jobs)) as read, _watched(read, len(paths), output, language) as outcomes:
        plans = _plans(outcomes, folder, language, failed)
        if form == "xlsx":
            from taizhang.paper.reports.as_xlsx import plans_as_xlsx

            deliver_bytes(plans_as_xlsx(plans), output)
        else:
            deliver(_FOLDER[form](plans, language), output)
    return UNREADABLE if failed else DONE


_FOLDER: dict[str, Callable[[Iterable[tuple[str, Plan]], str], Iterable[str]]] = {
    "text": lambda plans, language: (folder_line(name, plan, language) for name, plan in plans),
    "json": lambda plans, _: folder_as_json(plans),
    "jsonl": lambda plans, _: (line for name, plan in plans for line in statements_as_jsonl(plan, file=name)),
}


def _watched(
    outcomes: Iterator[Outcome], count: int, output: Path | None, language: str
) -> AbstractContextManager[Iterable[Outcome]]:
    """A progress bar for whoever watches; none in a log, and none between lines that appear one by one."""
    if not is_terminal(sys.stderr) or (output is None and is_terminal(sys.stdout)):
        return nullcontext(outcomes)
    label = f"Reading {count}" if language == "en" else f"读 {count} 份"
    return click.progressbar(outcomes, length=count, label=label, file=sys.stderr)


def _plans(
    outcomes: Iterable[Outcome], folder: Path, language: str, failed: list[Outcome]
) -> Iterator[tuple[str, Plan]]:
    for outcome in outcomes:
        if outcome.plan is None:
            failed.append(outcome)
            _complain(outcome, folder, language)
        else:
            yield _name(outcome, folder), outcome.plan


def _complain(outcome: Outcome, folder: Path, language: str) -> None:
    """The sentence, which names the file, and below the folder the place it stands in."""
    sentence = outcome.en if language == "en" else outcome.zh
    name = _name(outcome, folder)
    place = f"{printable(name)}{': ' if language == 'en' else '：'}" if "/" in name else ""
    start = "\n" if is_terminal(sys.stderr) else ""  # below the progress bar
    click.echo(f"{start}{place}{sentence}", err=True)


def _name(outcome: Outcome, folder: Path) -> str:
    return outcome.path.relative_to(folder).as_posix()
