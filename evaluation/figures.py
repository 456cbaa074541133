"""Writes the figures on the development gold to evaluation/results/dev.json, and prints them as a table.

usage: python evaluation/figures.py     (from the project's root; SILANG_GOLD names the gold, else ../shared/gold)
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
RESULT = ROOT / "evaluation" / "results" / "dev.json"
COMMAND = "python evaluation/figures.py"


def figures(gold: Path) -> dict[str, dict[str, float]]:
    """The figures of this build on `gold`/dev, as its score.py gives them: part → figure → value."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "export.json"
        with made.open("wb") as out:
            export = [sys.executable, "-m", "silang", "export", str(gold / "dev" / "inputs.jsonl")]
            subprocess.run(export, stdout=out, check=False)
        golds = sorted(str(path) for path in (gold / "dev").glob("*.gold.json"))
        score = [sys.executable, str(gold / "score.py"), str(made), *golds, "--json"]
        scored: dict[str, dict[str, float]] = json.loads(subprocess.run(score, capture_output=True, check=True).stdout)
        return {part: {name: round(value, 4) for name, value in row.items()} for part, row in scored.items()}


def main() -> None:
    gold = Path(os.environ.get("SILANG_GOLD") or ROOT.parent / "shared" / "gold")
    if not (gold / "score.py").is_file():
        sys.exit(f"the gold is not at {gold}; set SILANG_GOLD to its folder")
    got = figures(gold)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps({"command": COMMAND, "figures": got}, indent=1) + "\n", encoding="utf-8")
    for part, row in got.items():
        print(f"{part:28}" + "  ".join(f"{name} {value:g}" for name, value in row.items()))


if __name__ == "__main__":
    main()
