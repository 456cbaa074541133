"""The reading room under load: 50 readers on one story's page while reports are added to the same archive.

usage: python -m benchmarks.room PATH... [--archive FILE] [--readers 50] [--seconds 20] [--output FILE]

`PATH...` are reports (as for `silang add`), which are added while the readers read. `--archive` is an archive to start
from: a copy of it is read and written; without it, the bundled examples fill a new one. The page is that of the story
with most reports. Server, readers and the one who adds share this machine's processors with whatever else
runs on it (`load average`); the processor time that the server takes for a page does not depend on that.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from silang.archive import Archive, StoryLine
from silang.reading import read

EXAMPLES = Path(__file__).parents[1] / "examples"


@dataclass(slots=True)
class Tally:
    """What the readers saw: seconds per page, and what did not come back as a page."""

    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


async def reader(port: int, path: str, until: float, tally: Tally) -> None:
    """Reads the page again and again over one connection, every byte of it."""
    while time.monotonic() < until:
        try:
            source, sink = await asyncio.open_connection("127.0.0.1", port)
            try:
                while time.monotonic() < until:
                    started = time.monotonic()
                    sink.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
                    head = (await source.readuntil(b"\r\n\r\n")).decode("latin-1").casefold()
                    length = int(head.split("content-length: ")[1].split("\r\n")[0])
                    await source.readexactly(length)
                    if head.startswith("http/1.1 200"):
                        tally.seconds.append(time.monotonic() - started)
                    else:
                        tally.failed.append(head.split("\r\n")[0])
            finally:
                sink.close()
        except (OSError, asyncio.IncompleteReadError) as error:
            tally.failed.append(repr(error))
            await asyncio.sleep(0.05)


async def read_all(port: int, path: str, readers: int, seconds: float) -> Tally:
    tally, until = Tally(), time.monotonic() + seconds
    await asyncio.gather(*(reader(port, path, until, tally) for _ in range(readers)))
    return tally


def figures(tally: Tally, seconds: float) -> dict[str, Any]:
    """Pages a second, and the latency that half and 99 in 100 of them kept within."""
    times = sorted(tally.seconds)
    cut = statistics.quantiles(times, n=100, method="inclusive") if len(times) > 1 else [0.0] * 99
    return {
        "pages": len(times),
        "pages a second": round(len(times) / seconds, 1),
        "p50 ms": round(1000 * cut[49], 1),
        "p99 ms": round(1000 * cut[98], 1),
        "failed": len(tally.failed),
    }


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the reading room did not open")


def largest(archive: Archive) -> StoryLine:
    """The story of most reports; the first of equals."""
    lines, offset = list(archive.stories(limit=1000).items), 1000
    while page := archive.stories(limit=1000, offset=offset).items:
        lines += page
        offset += 1000
    return max(lines, key=lambda line: line.reports)


def prepared(where: Path, given: Path | None) -> tuple[StoryLine, int]:
    """The archive at `where`, filled; its largest story and how many reports it has."""
    if given:
        shutil.copy(given, where)
    with Archive.open(where) as archive:
        if not given:
            archive.add(read(sorted(path for path in EXAMPLES.iterdir() if path.is_dir())).reports)
        line = largest(archive)
        archive.story(line.id)
        return line, archive.reports(limit=1).total


def silang(*words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "silang", *words]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--output", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "archive.sqlite"
        line, reports = prepared(where, asked.archive)
        port, path = free_port(), f"/stories/{line.id}/"
        server = silang("serve", "--archive", str(where), "--port", str(port))
        try:
            wait_for(port)
            alone = asyncio.run(read_all(port, path, asked.readers, asked.seconds))
            adding = silang("add", *asked.paths, "--archive", str(where))
            beside = asyncio.run(read_all(port, path, asked.readers, asked.seconds))
            still_adding = adding.poll() is None
            adding.kill()
            adding.wait()
        finally:
            server.kill()
            used = os.wait4(server.pid, 0)[2]
        with Archive.open(where) as archive:
            added = archive.reports(limit=1).total - reports
    pages = len(alone.seconds) + len(beside.seconds)
    result = {
        "command": "python -m benchmarks.room",
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": f"{platform.machine()}, {os.cpu_count()} processors",
        "load average": round(os.getloadavg()[0], 1),
        "reports in the archive": reports,
        "reports in the story": line.reports,
        "readers": asked.readers,
        "server ms of processor a page": round(1000 * (used.ru_utime + used.ru_stime) / max(1, pages), 1),
        "reading alone": figures(alone, asked.seconds),
        "while reports are added": figures(beside, asked.seconds) | {"added": added, "still adding": still_adding},
    }
    text = json.dumps(result, indent=1, ensure_ascii=False)
    print(text)
    if asked.output:
        asked.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
