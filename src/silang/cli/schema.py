"""`silang schema`."""

from __future__ import annotations

from silang.cli.app import app


@app.command()
def schema() -> None:
    """Print the JSON Schema of the export."""
    import json

    from silang.interchange import schema as published

    print(json.dumps(published(), indent=1))
