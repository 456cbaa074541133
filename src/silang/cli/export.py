"""`silang export`."""

from __future__ import annotations

import sys

from silang.cli.app import app
from silang.cli.checked import Fields, Jobs, Paths, checked
from silang.cli.ending import SummaryFile, leave


@app.command()
def export(paths: Paths, jobs: Jobs = None, fields: Fields = None, summary: SummaryFile = None) -> None:
    """Write the JSON export (schema silang/1) to standard output."""
    from silang.interchange import dumps

    result = checked(paths, jobs, fields=fields, summary=summary)
    sys.stdout.buffer.write(dumps(result))
    sys.stdout.buffer.flush()
    leave(result.reading)
