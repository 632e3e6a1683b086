"""Auditing (审计): the commands that verify the chain of the audit log and take anchors of it."""

import sys
from pathlib import Path

import click

from taizhang.cli.hosting import office

SOUND, BROKEN = 0, 1


@click.group()
def audit() -> None:
    """核对审计记录、存锚点。

    Verify the audit log, take anchors of it.
    """


@audit.command()
@click.option(
    "--anchor",
    "anchor_files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="存下的锚点文件，可给多个（an anchor kept earlier; may be given more than once）",
)
@click.pass_obj
def verify(language: str, anchor_files: tuple[Path, ...]) -> int:
    """从头到尾核对整条链；断了说出第一处，退出码 1。

    Verify the whole chain; name its first break and leave with status 1.
    """
    verdict = office().verify_audit(anchor_files)
    from django.utils import translation

    count, head = verdict.reached.sequence, verdict.reached.digest
    with translation.override("en" if language == "en" else "zh-hans"):
        if verdict.broken:
            sys.stdout.write(f"{verdict.broken.sentence}\n")
            return BROKEN
    sound = {
        "zh": f"链是完好的：{count} 条，条条相扣。最后一条的摘要 {head}",
        "en": f"The chain is sound: {count} entries, each linked to the one before. Digest of the last: {head}",
    }
    sys.stdout.write(f"{sound[language]}\n")
    return SOUND


@audit.command()
def anchor() -> None:
    """打印锚点：一行，请存到本机以外（可以每天追加到同一个文件）。

    Print an anchor: one line, to be kept on another machine; many days may stand in one file.
    """
    sys.stdout.write(f"{office().take_audit_anchor()}\n")
