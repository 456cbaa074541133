"""`silang explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from silang.cli.app import app
from silang.cli.checked import Paths, checked


@app.command()
def explain(
    id: Annotated[str, typer.Argument(help="A claim (c12), origin (o1), conflict (k2), story, or REPORT/s3.")],
    paths: Paths,
) -> None:
    """Print why a claim, tie, conflict or statement was made: features, weights, spans.

    The same paths give the same ids, so take ID from an export or dossier of the same PATHs.
    """
    from silang.reasons import explain as explained

    print(explained(checked(paths), id))
