"""A Virtuoso of the test's own: free loopback ports, an ini in a temporary folder."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INI = """[Database]
DatabaseFile = {home}/virtuoso.db
ErrorLogFile = {home}/virtuoso.log
LockFile = {home}/virtuoso.lck
TransactionFile = {home}/virtuoso.trx
xa_persistent_file = {home}/virtuoso.pxa
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {home}/temp.db
TransactionFile = {home}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {home}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
ServerThreads = 10
SchedulerInterval = 10
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {home}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


def program() -> str | None:
    return shutil.which("virtuoso-t")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@contextmanager
def virtuoso(home: Path) -> Iterator[str]:
    """Give the address of a running server, which is stopped afterwards."""
    http, sql = _free_port(), _free_port()
    ini = home / "virtuoso.ini"
    ini.write_text(INI.format(home=home, http=http, sql=sql), encoding="utf-8")
    server = subprocess.Popen(
        [program() or "virtuoso-t", "+foreground", "+configfile", str(ini)],
        cwd=home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{http}"
    try:
        _wait(f"{address}/sparql?query=ASK%20%7B%7D", server)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(url: str, server: subprocess.Popen[bytes], tries: int = 600) -> None:
    for _ in range(tries):
        if server.poll() is not None:
            raise RuntimeError(f"virtuoso-t ended with {server.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"virtuoso-t does not answer at {url}")
