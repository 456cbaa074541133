"""`silang export`."""

from __future__ import annotations

import sys

from silang.cli.app import app
from silang.cli.checked import Jobs, Paths, checked
from silang.cli.ending import leave


@app.command()
def export(paths: Paths, jobs: Jobs = None) -> None:
    """Write the JSON export (schema silang/1) to standard output."""
    from silang.interchange import dumps

    result = checked(paths, jobs)
    sys.stdout.buffer.write(dumps(result))
    sys.stdout.buffer.flush()
    leave(result.reading)
