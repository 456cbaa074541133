"""`silang export`."""

from __future__ import annotations

import sys

from silang.cli.app import app
from silang.cli.checked import Paths, checked
from silang.cli.ending import leave


@app.command()
def export(paths: Paths) -> None:
    """Write the JSON export (schema silang/1) to standard output."""
    from silang.interchange import dumps

    result = checked(paths)
    sys.stdout.buffer.write(dumps(result))
    sys.stdout.buffer.flush()
    leave(result.reading)
