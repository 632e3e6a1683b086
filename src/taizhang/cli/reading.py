"""Reading (读): the ``read`` command, for one file or a folder."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from taizhang.cli.complaints import MisuseError
from taizhang.cli.delivery import deliver, deliver_bytes, refuse_terminal
from taizhang.cli.folders import Outcome, find_documents, read_all
from taizhang.cli.main import DONE, UNREADABLE
from taizhang.paper.pipeline import read as read_plan
from taizhang.paper.plan import Plan
from taizhang.paper.reports.as_json import document_as_json, folder_as_json
from taizhang.paper.reports.as_jsonl import statements_as_jsonl
from taizhang.paper.reports.as_text import document_as_text, folder_line

FORMATS = ("text", "json", "jsonl", "xlsx")


@click.command()
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="输出格式（output）"
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="写到文件（write to a file）")
@click.option(
    "--jobs", type=click.IntRange(1, 64), help="读文件夹时同时读几份（files at once; default: one a processor)"
)
def read(source: Path, form: str, output: Path | None, jobs: int | None) -> int:
    """读一份文件或一个文件夹：每个数字、它说的是什么、提纲和附表。

    Read one document or a folder of them: every number and what it means, the outline, the tables.
    """
    if form == "xlsx":
        refuse_terminal(output)
    if source.is_dir():
        return _read_folder(source, form, output, jobs)
    plan = read_plan(source)
    if form == "xlsx":
        from taizhang.paper.reports.as_xlsx import plans_as_xlsx

        deliver_bytes(plans_as_xlsx([(source.name, plan)]), output)
    else:
        deliver(_ONE_FILE[form](plan), output)
    return DONE


_ONE_FILE: dict[str, Callable[[Plan], Iterable[str]]] = {
    "text": lambda plan: [document_as_text(plan)],
    "json": lambda plan: [document_as_json(plan)],
    "jsonl": lambda plan: statements_as_jsonl(plan),
}


def _read_folder(folder: Path, form: str, output: Path | None, jobs: int | None) -> int:
    """Every document below the folder; those that cannot be read are named and the rest goes on."""
    paths = find_documents(folder)
    if not paths:
        raise MisuseError(f"文件夹“{folder}”里没有可读的文件，请换一个文件夹。", f"There is no document in {folder}.")
    failed = 0

    def outcomes() -> Iterator[tuple[str, Plan]]:
        nonlocal failed
        label = f"读 {len(paths)} 份"
        with click.progressbar(read_all(paths, jobs), length=len(paths), label=label, file=sys.stderr) as results:
            for result in results:
                if result.plan is not None:
                    yield _name(result, folder), result.plan
                else:
                    failed += 1
                    click.echo(f"\n{_problem(result, folder)}", err=True)

    if form == "xlsx":
        from taizhang.paper.reports.as_xlsx import plans_as_xlsx

        deliver_bytes(plans_as_xlsx(outcomes()), output)
    else:
        deliver(_FOLDER[form](outcomes()), output)
    return UNREADABLE if failed else DONE


def _name(result: Outcome, folder: Path) -> str:
    return result.path.relative_to(folder).as_posix()


def _problem(result: Outcome, folder: Path) -> str:
    """The sentence, with the file named once."""
    return result.message if result.path.name in result.message else f"{_name(result, folder)}：{result.message}"


def _every_statement(plans: Iterable[tuple[str, Plan]]) -> Iterator[str]:
    for name, plan in plans:
        yield from statements_as_jsonl(plan, file=name)


_FOLDER: dict[str, Callable[[Iterable[tuple[str, Plan]]], Iterable[str]]] = {
    "text": lambda plans: (folder_line(name, plan) for name, plan in plans),
    "json": folder_as_json,
    "jsonl": _every_statement,
}
