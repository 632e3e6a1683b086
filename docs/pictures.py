"""Pictures (文档配图): start the demonstration in a folder of its own and photograph the pages the README shows.

Run ``python docs/pictures.py``; needs the development extras and a Chromium.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).parent / "images"
WIDE = {"width": 1440, "height": 900}
START = "from taizhang.office.config.running import demo; demo(port={port})"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PATIENCE = 60  # seconds


def main() -> None:
    """Take the pictures."""
    IMAGES.mkdir(exist_ok=True)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with demonstration() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page(base_url=address, viewport=WIDE, reduced_motion="reduce")
        plan = enter(page)
        photograph_document(page, plan)
        photograph_ledger(page, plan)
        photograph_assignments(page, plan)
        browser.close()


@contextmanager
def demonstration() -> Iterator[str]:
    """The address of a demonstration that nobody has touched yet."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = os.environ | {"TAIZHANG_HOME": str(Path(folder) / "home")}
        process = subprocess.Popen([sys.executable, "-c", START.format(port=port)], env=environment)
        try:
            wait_for(f"http://127.0.0.1:{port}/health/")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def wait_for(address: str) -> None:
    """Until the site answers."""
    for _ in range(PATIENCE * 10):
        try:
            urllib.request.urlopen(address, timeout=1).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)


def enter(page: Page) -> str:
    """Sign in by the one click; the address of the sample plan once it has been read."""
    page.goto("/sign-in/")
    page.get_by_role("button", name="以演示办事员身份进入").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.goto("/plans/")
    page.get_by_role("link", name="看原文").wait_for()
    return str(page.locator(".entry h3 a").get_attribute("href")).removesuffix("text/")


def photograph_document(page: Page, plan: str) -> None:
    """The paragraph in which text and annex contradict each other, and what the panel says of it."""
    page.goto(f"{plan}text/")
    page.locator(".sentence", has_text="社会消费品零售总额").locator("a.mark", has_text="0.4%").click()
    page.locator(".told").wait_for()
    page.mouse.move(WIDE["width"] / 2, WIDE["height"] / 2)
    page.mouse.wheel(0, -150)  # the title of the plan comes into view
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / "document.png")


def photograph_ledger(page: Page, plan: str) -> None:
    """The targets and the first tasks, adopted."""
    for _ in range(3):  # the aims, what only the annex says, the first section of tasks
        page.goto(f"{plan}ledger/suggestions/")
        page.get_by_role("button", name=re.compile("纳入本节")).first.click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name=re.compile("确认纳入")).click()
        page.locator(".toast").wait_for()
    page.goto(f"{plan}ledger/")
    page.screenshot(path=IMAGES / "ledger.png")


def photograph_assignments(page: Page, plan: str) -> None:
    """Who answers for what, as proposed, handed out and signed for."""
    page.goto(f"{plan}assignments/")
    page.get_by_role("button", name="全部采纳建议").click()
    page.locator(".toast").wait_for()
    page.goto(f"{plan}assignments/?unit=")
    page.locator(".division-row").first.wait_for()
    page.screenshot(path=IMAGES / "assignments.png")


if __name__ == "__main__":
    main()
