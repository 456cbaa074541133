"""Who said what beside a naive reader: F1 per mode and with the right source, and reports per second.

usage: python benchmarks/attribution.py [--gold FOLDER] [--output benchmarks/results/attribution.json]

FOLDER holds `*.gold.json` files of the gold's shape; by default the public stories of evaluation/public/gold (compile
them first: python -m evaluation.public.compile). A statement counts where the spans overlap by half (intersection over
union), each once; its source where the words of one name are among the words of the other.

The naive reader takes every quotation of 15 characters or more, what follows five verbs of saying up to the full stop,
and the nearest capitalised words before as the source.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from silang.extraction import extract
from silang.language import parse
from silang.reading import read_text

ROOT = Path(__file__).parents[1]
QUOTED = re.compile(r"[\"“]([^\"“”]{15,})[\"”]")
SAID = re.compile(r"\b(?:mengatakan|menyatakan|menyebut|menjelaskan|menegaskan)(?: bahwa|,)? ([^.\n]{15,})")
NAME = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a reader gives it: its span, whether it is a quotation, and its source's name."""

    start: int
    end: int
    direct: bool
    source: str


def naive(text: str) -> list[Said]:
    """What a reader without grammar finds."""
    found: list[Said] = []
    for form, direct in ((QUOTED, True), (SAID, False)):
        for match in form.finditer(text):
            start, end = match.span(1)
            if direct or not any(s.start <= start < s.end for s in found):
                names = NAME.findall(text[max(0, match.start() - 200) : match.start()])
                found.append(Said(start, end, direct, names[-1] if names else ""))
    return found


def ours(text: str) -> list[Said]:
    """What Silang finds; what the outlet saw itself nobody said."""
    report = read_text(text)
    found = [s for s in extract(report, parse(report)).statements if s.mode != "narrated"]
    return [Said(s.start, s.end, s.mode == "direct", (s.source and s.source.name) or "") for s in found]


def overlap(a: Said, b: Said) -> float:
    """Intersection over union of two spans."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / (max(a.end, b.end) - min(a.start, b.start))


def same(a: str, b: str) -> bool:
    """Whether the words of one name are among the words of the other; two that are not there are the same."""
    x, y = (set(re.findall(r"\w+", name.casefold())) for name in (a, b))
    return (not x and not y) or bool(x and y and (x <= y or y <= x))


def pairs(gold: Sequence[Said], found: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Gold and found statements that are one, best overlap first."""
    ranked = sorted(((overlap(g, f), n, m) for n, g in enumerate(gold) for m, f in enumerate(found)), reverse=True)
    used: tuple[set[int], set[int]] = set(), set()
    hits: list[tuple[Said, Said]] = []
    for score, n, m in ranked:
        if score >= HALF and n not in used[0] and m not in used[1]:
            used[0].add(n)
            used[1].add(m)
            hits.append((gold[n], found[m]))
    return hits


def f1(hits: int, gold: int, found: int) -> float:
    """The harmonic mean of precision and recall."""
    return round(2 * hits / (gold + found), 3) if gold + found else 0.0


def measure(reports: Sequence[dict[str, Any]], reader: Callable[[str], list[Said]]) -> dict[str, float]:
    """F1 of one reader over all reports, and reports per second."""
    began = time.perf_counter()
    read = [reader(report["text"]) for report in reports]
    took = time.perf_counter() - began
    gold = [
        [Said(s["start"], s["end"], s["mode"] == "direct", s["source"] or "") for s in report["statements"]]
        for report in reports
    ]
    both = list(zip(gold, read, strict=True))
    figures: dict[str, float] = {}
    for name, kept in (("direct", (True,)), ("indirect", (False,)), ("all", (True, False))):
        parts = [([s for s in g if s.direct in kept], [s for s in f if s.direct in kept]) for g, f in both]
        sizes = sum(len(g) for g, _ in parts), sum(len(f) for _, f in parts)
        hits = [pair for g, f in parts for pair in pairs(g, f)]
        figures[name] = f1(len(hits), *sizes)
    figures["with source"] = f1(sum(same(g.source, f.source) for g, f in hits), *sizes)
    figures["reports per second"] = round(len(reports) / took, 1)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT / "evaluation" / "public" / "gold")
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    files = sorted(options.gold.glob("*.gold.json"))
    reports = [report for file in files for report in json.loads(file.read_text(encoding="utf-8"))["reports"]]
    if not reports:
        parser.error(f"no report in {options.gold}/*.gold.json")
    table = {name: measure(reports, reader) for name, reader in (("naive", naive), ("silang", ours))}
    out = json.dumps({"reports": len(reports), **table}, indent=1) + "\n"
    print(out, end="")
    if options.output:
        options.output.write_text(out, encoding="utf-8")


if __name__ == "__main__":
    main()
