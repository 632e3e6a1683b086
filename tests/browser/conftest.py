"""What browser tests share: the real demonstration site in a process of its own, and a real Chromium that may go nowhere else."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
SIZES = {"wide": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
START = "from taizhang.office.config.running import demo; demo(port={port})"
PATIENCE = 240
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Browser tests carry the mark, and share one site and one browser, hence one worker."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of a demonstration that has just been started for the first time."""
    home = tmp_path_factory.mktemp("site") / "home"
    port = free_port()
    environment = os.environ | {"TAIZHANG_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    process = subprocess.Popen([sys.executable, "-c", START.format(port=port)], env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_it_answers(f"{address}/health/", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_it_answers(address, process):
    for _ in range(PATIENCE * 10):
        assert process.poll() is None, "the site ended before it answered"
        try:
            urllib.request.urlopen(address, timeout=1).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    pytest.fail("the site did not answer")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        has_own = Path(playwright.chromium.executable_path).exists()  # fetched where the system's is a snap
        if CHROMIUM is None and not has_own:
            pytest.skip("no Chromium on this machine")
        browser = playwright.chromium.launch(executable_path=None if has_own else CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def become(page, username):
    """Come in as one of the made-up people, whoever was signed in before."""
    page.context.clear_cookies()
    page.goto("/sign-in/")
    for folded in page.locator("details:not([open]) > summary").all():
        folded.click()
    page.locator(f'button[value="{username}"]').first.click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)


@pytest.fixture(scope="session")
def visitor(chromium, site):
    """The cookies of a visitor who came in by the one click."""
    context = chromium.new_context(base_url=site)
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_role("button", name="以演示办事员身份进入").click()
    page.wait_for_url("**/desk/")
    cookies = context.storage_state()
    context.close()
    return cookies


@pytest.fixture(params=SIZES)
def page(request, chromium, site, visitor):
    """A page of a visitor, at wide and at phone width.

    When the test is over no request may have left for another place, and no script may have stumbled.
    """
    context = chromium.new_context(
        viewport=SIZES[request.param], base_url=site, storage_state=visitor, reduced_motion="reduce"
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    strayed, stumbles = [], []
    context.on("request", lambda sent: strayed.append(sent.url) if not is_at_home(sent.url, site) else None)
    page.on("pageerror", lambda error: stumbles.append(str(error)))
    yield page
    context.close()
    assert strayed == []
    assert stumbles == []


def is_at_home(url, site):
    return url.startswith((f"{site}/", "data:", "blob:"))


@pytest.fixture
def is_phone(page):
    return page.viewport_size["width"] < 600


@pytest.fixture
def sample_plan(page):
    """The sample plan's address, once it has been read."""
    page.goto("/plans/")
    page.get_by_role("link", name="看原文").last.wait_for()
    return page.locator(".entry:has(.badge-demo) h3 a").get_attribute("href").removesuffix("text/")


@pytest.fixture
def accessible(page):
    """A check that axe finds no serious fault in the page as it stands."""

    def check():
        found = Axe().run(page).response["violations"]
        serious = [fault for fault in found if fault["impact"] in {"serious", "critical"}]
        assert not serious, [(fault["id"], [node["html"][:200] for node in fault["nodes"][:3]]) for fault in serious]

    return check
