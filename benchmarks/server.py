"""A Postgres server of one's own, for a test or a measurement: started in a folder that is gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ACCOUNT = "nobody"  # a server refuses to run as root


class NoServerError(Exception):
    """What is not installed, in plain words."""


def _programs() -> Path:
    found = [Path(shutil.which("initdb") or "").resolve().parent, *sorted(Path("/usr/lib/postgresql").glob("*/bin"))]
    for place in found:
        if all((place / name).is_file() for name in ("initdb", "postgres", "pg_ctl")):
            return place
    raise NoServerError("no Postgres server on this machine (initdb, postgres, pg_ctl): apt install postgresql")


@contextmanager
def postgres(*, durable: bool = True) -> Iterator[str]:
    """The URL of an empty server on a socket of its own. `durable`: a commit waits for the disk, as it does in use.

    Raises NoServerError where Postgres is not installed.
    """
    try:
        import psycopg  # noqa: F401
    except ModuleNotFoundError as error:
        raise NoServerError("Postgres needs psycopg: pip install 'silang[postgres]'") from error
    programs = _programs()
    user = _ACCOUNT if os.getuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="silang-pg-", dir="/tmp") as folder:
        if user:
            shutil.chown(folder, user)
        home, socket = Path(folder) / "data", Path(folder)

        def run(*command: str | Path) -> None:
            done = subprocess.run(
                [str(part) for part in command], cwd=folder, capture_output=True, text=True, env={}, user=user
            )
            assert done.returncode == 0, done.stdout + done.stderr

        run(programs / "initdb", "-D", home, "-U", "silang", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories='{socket}' -c fsync={'on' if durable else 'off'}"
        run(programs / "pg_ctl", "-D", home, "-l", socket / "log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://silang@/postgres?host={socket}"
        finally:
            run(programs / "pg_ctl", "-D", home, "-m", "immediate", "stop")
