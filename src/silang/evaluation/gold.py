"""Gold on disk: one JSON file per story."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from silang.errors import GoldError

Json = dict[str, Any]


def golds(paths: Iterable[Path]) -> list[Json]:
    """The gold of each file, and of every `*.gold.json` of each folder, by name.

    Raises GoldError where there is none, or where one is not gold; names the file.
    """
    files: list[Path] = []
    for path in paths:
        found = sorted(path.glob("*.gold.json")) if path.is_dir() else [path]
        if not found:
            raise GoldError(f"{path}: it holds no *.gold.json")
        files += found
    return [_gold(path) for path in files]


def _gold(path: Path) -> Json:
    try:
        gold = json.loads(path.read_bytes())
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise GoldError(f"{path}: it is not JSON: {error}") from error
    if (
        not isinstance(gold, dict)
        or not isinstance(gold.get("story"), dict)
        or not isinstance(gold.get("reports"), list)
    ):
        raise GoldError(f"{path}: gold is an object with a story and its reports; see docs/benchmark.md")
    for report in gold["reports"]:
        if not isinstance(report, dict) or not {"id", "text"} <= report.keys():
            raise GoldError(f"{path}: every report of a gold has an id and a text")
    return gold
