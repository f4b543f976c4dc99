"""A researcher opens the tour in JupyterLab, runs all, and sees tables and the page."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.page.browser import WIDE, browser, chromium

ROOT = Path(__file__).parent.parent
TOKEN = "a-token-of-this-test-only"
PATIENCE = 150  # seconds a step; machines may be busy

pytestmark = [
    pytest.mark.slow,
    pytest.mark.model,
    pytest.mark.skipif(
        chromium() is None, reason="no chromium here: apt-get install chromium"
    ),
    pytest.mark.skipif(
        importlib.util.find_spec("jupyterlab") is None,
        reason="no JupyterLab here: pip install 'parleygraph[notebook]'",
    ),
]


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def wait_until_it_answers(server, url):
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        assert server.poll() is None, "JupyterLab ended before it answered"
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"JupyterLab did not answer in {PATIENCE} seconds")


@pytest.fixture
def lab(tmp_path):
    """The address of a JupyterLab over a copy of the notebooks, stopped afterwards."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "home" / "notebooks")
    shutil.copytree(ROOT / "seeds", tmp_path / "home" / "seeds")
    folders = ["CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR"]
    own = {f"JUPYTER_{name}": str(tmp_path / name) for name in folders}
    own |= {
        f"JUPYTERLAB_{name}_DIR": str(tmp_path / name)
        for name in ("SETTINGS", "WORKSPACES")
    }
    port = free_port()
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"]
    options += [f"--IdentityProvider.token={TOKEN}", "--ServerApp.port_retries=0"]
    options += [f"--ServerApp.root_dir={tmp_path / 'home'}"]
    options += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    options += ["--LabApp.extension_manager=readonly"]
    # Should this test be killed, the server ends by itself.
    options += ["--MappingKernelManager.cull_idle_timeout=300"]
    options += ["--ServerApp.shutdown_no_activity_timeout=600"]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            cwd=tmp_path / "home",
            env=os.environ | own | {"PYTHONPATH": str(ROOT)},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_it_answers(server, f"{address}/api?token={TOKEN}")
        yield address
    finally:
        server.send_signal(signal.SIGTERM)  # it stops its kernels
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def test_run_all_in_jupyterlab_shows_tables_and_the_page(lab, tmp_path):
    notebook = "notebooks/1-from-text-to-chain.ipynb"
    with browser() as running:
        page = running.new_page(viewport=WIDE)
        page.set_default_timeout(PATIENCE * 1000)
        foreign = []
        page.on(
            "request",
            lambda asked: (
                asked.url.startswith(("data:", "blob:", "about:", lab))
                or foreign.append(asked.url)
            ),
        )
        page.goto(f"{lab}/lab/tree/{notebook}?token={TOKEN}")
        page.locator(".jp-Notebook h1").first.wait_for()
        page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()

        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        shown = page.frame_locator("iframe[srcdoc]")
        shown.locator("html[data-ready=yes]").wait_for(state="attached")
        page.locator("iframe[srcdoc]").scroll_into_view_if_needed()
        shown.locator("svg, canvas").first.wait_for()
        page.screenshot(path=os.environ.get("PARLEY_SHOT", tmp_path / "lab.png"))

        assert page.locator(".jp-OutputArea table.dataframe").count() >= 3
        assert page.get_by_text("Traceback").count() == 0
        assert foreign == []
