"""The gate on gold: figures cannot drop silently."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from evaluation.figures import figures

ROOT = Path(__file__).parent.parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((ROOT / "evaluation" / "floors.toml").read_text(encoding="utf-8"))
CEILINGS = {"share"}


@pytest.fixture(scope="session")
def scored(gold: Path) -> dict[str, dict[str, float]]:
    return figures(gold)


@pytest.mark.parametrize("part", FLOORS)
def test_no_figure_falls(scored: dict[str, dict[str, float]], part: str) -> None:
    for figure, bound in FLOORS[part].items():
        got = scored[part][figure]
        good = got <= bound if figure in CEILINGS else got >= bound
        assert good, f"{part}: {figure} is {got:.3f}, the bound {bound}"
