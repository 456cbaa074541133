"""`silang serve`, as it is started from a shell."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

pytest.importorskip("uvicorn", reason="the reading room needs the extra `web`")
pytest.importorskip("sqlalchemy", reason="the archive needs the extra `archive`")


def test_the_room_opens_over_an_archive_that_it_makes(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "silang", "serve", "--archive", str(tmp_path / "a.sqlite"), "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert f"http://127.0.0.1:{port}" in (server.stderr.readline() if server.stderr else "")
        assert "silang add" in page(f"http://127.0.0.1:{port}/")
    finally:
        server.terminate()
        server.wait(20)
    assert (tmp_path / "a.sqlite").is_file()


def page(address: str) -> str:
    """What the server answers, once it does."""
    until = time.monotonic() + 30
    while True:
        try:
            with urlopen(address) as answer:
                text: str = answer.read().decode()
                return text
        except URLError:
            assert time.monotonic() < until, "the room did not open"
            time.sleep(0.1)
