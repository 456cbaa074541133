"""How long a story of N reports takes, from text to comparison, and how the cost grows.

usage: python -m benchmarks.comparison [--sizes 15 30 60 120] [--output benchmarks/results/comparison.json]

The story is one invented event told N times: the reports of examples/pelabuhan, each time with one word in eight
replaced by another of the same reports (seeded), so that every report shares sentences with every other, which is the
costly case. One process, one core; `crosscheck` is everything after reading.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from math import log
from pathlib import Path
from typing import Any

from silang.comparison import compare, tie_entities
from silang.extraction import extract
from silang.language import parse
from silang.model import Report, Story
from silang.reading import read_text

ROOT = Path(__file__).parents[1]
_WORD = re.compile(r"\b[a-z]{4,}\b")


def retold(texts: Sequence[str], n: int) -> list[Report]:
    """`n` reports, the texts again and again with words exchanged."""
    chance = random.Random(7)
    words = sorted({word for text in texts for word in _WORD.findall(text)})
    found = []
    for i in range(n):
        text = _WORD.sub(
            lambda word: chance.choice(words) if chance.random() < 0.125 else word[0], texts[i % len(texts)]
        )
        found.append(read_text(text, id=f"r{i}"))
    return found


def measured(reports: Sequence[Report]) -> dict[str, Any]:
    """Seconds of CPU for each stage, and what came of it."""
    story = Story("s1", "benchmark", tuple(report.id for report in reports))
    at = [time.process_time()]
    parses = [parse(report) for report in reports]
    found = [extract(report, p) for report, p in zip(reports, parses, strict=True)]
    at.append(time.process_time())
    result = compare(story, reports, parses, tie_entities([story], found).extractions)
    at.append(time.process_time())
    return {
        "reports": len(reports),
        "sentences": sum(len(p.sentences) for p in parses),
        "claims": len(result.claims),
        "extraction": round(at[1] - at[0], 2),
        "comparison": round(at[2] - at[1], 2),
        "crosscheck": round(at[2] - at[0], 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[15, 30, 60, 120])
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks/results/comparison.json")
    told = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples/pelabuhan").glob("*.txt"))]
    rows = [measured(retold(texts, n)) for n in told.sizes]
    first, last = rows[0], rows[-1]
    more = log(last["sentences"] / first["sentences"])
    grows = round(log(last["comparison"] / first["comparison"]) / more, 2) if more else None
    result = {
        "command": f"python -m benchmarks.comparison --sizes {' '.join(map(str, told.sizes))}",
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "seconds of CPU": rows,
        "comparison grows with sentences to the power": grows,
    }
    told.output.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
