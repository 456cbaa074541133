"""The gate on gold: figures cannot drop silently."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from silang.cli import SKIPPED

ROOT = Path(__file__).parent.parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((ROOT / "evaluation" / "floors.toml").read_text(encoding="utf-8"))
CEILINGS = {"share"}


@pytest.fixture(scope="session")
def figures(gold: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    made = tmp_path_factory.mktemp("gold") / "export.json"
    command = [sys.executable, "-m", "silang", "export", str(gold / "dev" / "inputs.jsonl")]
    with made.open("wb") as out:
        run = subprocess.run(command, stdout=out, check=False)
    assert run.returncode in (0, SKIPPED)
    golds = sorted(str(path) for path in (gold / "dev").glob("*.gold.json"))
    score = [sys.executable, str(gold / "score.py"), str(made), *golds, "--json"]
    scored: dict[str, Any] = json.loads(subprocess.run(score, capture_output=True, check=True).stdout)
    return scored


@pytest.mark.parametrize("part", FLOORS)
def test_no_figure_falls(figures: dict[str, dict[str, float]], part: str) -> None:
    for figure, bound in FLOORS[part].items():
        got = figures[part][figure]
        good = got <= bound if figure in CEILINGS else got >= bound
        assert good, f"{part}: {figure} is {got:.3f}, the bound {bound}"
