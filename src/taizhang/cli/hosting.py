"""Hosting (运行平台): the commands that run the site; they need the ``office`` extra."""

from types import ModuleType

import click

from taizhang.cli.complaints import MisuseError

HOST = "127.0.0.1"
PORT = 8000


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="端口（port）")
@click.option("--reset", is_flag=True, help="清空演示数据重新开始（start anew）")
def demo(port: int, reset: bool) -> None:
    """打开带示例计划的平台，一键登录。

    Serve the platform with the sample plan; sign in by one click.
    """
    office().demo(port=port, reset=reset)


@click.command()
@click.option("--host", default=HOST, show_default=True, help="监听地址（address to listen on）")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="端口（port）")
def serve(host: str, port: int) -> None:
    """运行平台的网页服务。

    Serve the platform; run `taizhang migrate` first and `taizhang worker` beside it.
    """
    office().serve(host=host, port=port)


@click.command()
def migrate() -> None:
    """建立或升级数据库。

    Create or upgrade the database.
    """
    office().migrate()


@click.command()
def worker() -> None:
    """运行后台任务（读上传的文件）。

    Run background jobs: reading what was uploaded.
    """
    office().worker()


def office() -> ModuleType:
    """The office's own verbs, imported only when the site is wanted."""
    try:
        import django  # noqa: F401
    except ModuleNotFoundError as missing:
        raise MisuseError(
            "平台组件没有安装，请先运行 pip install 'taizhang[office]'。",
            "The platform is not installed; run pip install 'taizhang[office]' first.",
        ) from missing
    from taizhang.office.config import running

    return running
