"""A real Chromium, driven over a pipe (Chrome DevTools Protocol), in front of a room that is really served."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from silang.archive import Archive
from silang.web import room

AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Chromium reads commands at descriptor 3 and answers at 4.
_START = "import os, sys; a, b, *c = sys.argv[1:]; os.dup2(int(a), 3); os.dup2(int(b), 4); os.execv(c[0], c)"

_COMPLETE = "document.readyState === 'complete' || new Promise(done => addEventListener('load', () => done(true)))"


class Browser:
    """One tab. `go` waits until a page has loaded; whatever a page complains of is in `complaints`."""

    def __init__(self, command: str, profile: Path) -> None:
        to_chrome, from_us = os.pipe()
        from_chrome, to_us = os.pipe()
        self._process = subprocess.Popen(
            [
                sys.executable, "-c", _START, str(to_chrome), str(to_us), command, "--headless", "--no-sandbox",
                "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--hide-scrollbars", "--remote-debugging-pipe", f"--user-data-dir={profile}",
            ],
            pass_fds=(to_chrome, to_us),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_chrome)
        os.close(to_us)
        self._out, self._in = os.fdopen(from_us, "wb"), os.fdopen(from_chrome, "rb")
        self._numbers, self._held, self._events = itertools.count(1), b"", list[dict[str, Any]]()
        self.complaints: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._out.close()
        self._in.close()

    def call(self, method: str, **values: Any) -> dict[str, Any]:
        """A command to the tab."""
        return self._call(method, session=self._session, **values)

    def _call(self, method: str, session: str | None = None, **values: Any) -> dict[str, Any]:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": values, **({"sessionId": session} if session else {})}
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result
            self._events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            more = os.read(self._in.fileno(), 1 << 20)
            assert more, "Chromium has gone"
            self._held += more
        text, _, self._held = self._held.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if message.get("method") == "Log.entryAdded":
            self.complaints.append(message["params"]["entry"]["text"])
        return message

    def go(self, address: str) -> None:
        """Opens an address."""
        self._events.clear()
        self.call("Page.navigate", url=address)
        self._loaded()

    def click(self, selector: str) -> None:
        """Clicks what leads to another page."""
        self._events.clear()
        self.run(f"document.querySelector({json.dumps(selector)}).click()")
        self._loaded()

    def press(self, key: str, *, text: str = "") -> None:
        """Presses a key, as `Tab` or `Enter`."""
        code = {"Tab": 9, "Enter": 13}[key]
        values = {"key": key, "code": key, "windowsVirtualKeyCode": code, **({"text": text} if text else {})}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **values)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=key, windowsVirtualKeyCode=code)

    def _loaded(self) -> None:
        while not any(event.get("method") == "Page.loadEventFired" for event in self._events):
            self._events.append(self._next())
        self.run(_COMPLETE)  # the event may be that of the page before

    def run(self, code: str) -> Any:
        """What JavaScript of ours gives in the page; its policy does not bind us."""
        found = self.call("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def look(self, width: int, height: int, *, dark: bool = False) -> None:
        """The size and scheme of the screen."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def shot(self, path: Path) -> None:
        """What is on the screen, as PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))


@contextmanager
def browser() -> Iterator[Browser]:
    """A fresh Chromium; skips where there is none."""
    command = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not command:
        pytest.skip("no Chromium on this machine")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        opened = Browser(command, Path(profile))
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def served(archive: Archive) -> Iterator[str]:
    """The room at an address of this machine."""
    import uvicorn

    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(room(archive), log_level="error", ws="none"))
    thread = threading.Thread(target=lambda: server.run(sockets=[listener]), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def axe() -> str:
    """The source of axe-core; skips where its package was not fetched beforehand (tests use no network)."""
    folder = Path(os.environ.get("SILANG_AXE") or tempfile.gettempdir())
    packages = sorted(folder.glob("axe-core-*.tgz"))
    if not packages:
        pytest.skip(f"no axe-core in {folder}: fetch it there with `npm pack axe-core`, or name a folder in SILANG_AXE")
    with tarfile.open(packages[-1]) as package:
        source = package.extractfile("package/axe.min.js")
        assert source
        return source.read().decode()
