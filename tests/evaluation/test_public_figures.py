"""The gate that everybody can run: figures on the public gold cannot drop silently."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import silang
from silang.evaluation import Evaluation, evaluate, golds

PUBLIC = Path(__file__).parent.parent.parent / "evaluation" / "public"
FLOORS: dict[str, dict[str, float]] = tomllib.loads((PUBLIC / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> Evaluation:
    result = silang.crosscheck(silang.read([PUBLIC / "gold" / "inputs.jsonl"]))
    return evaluate(silang.export(result), golds([PUBLIC / "gold"]))


def test_no_figure_falls(found: Evaluation) -> None:
    fallen = {
        f"{part}: {name}": (found.figures[part][name], bound)
        for part, bounds in FLOORS.items()
        for name, bound in bounds.items()
        if (found.figures[part][name] > bound if name == "share" else found.figures[part][name] < bound)
    }
    assert fallen == {}


def test_every_report_is_found_and_every_reference_leads_somewhere(found: Evaluation) -> None:
    assert not found.misses.get("reports")
    assert not found.misses.get("references")
