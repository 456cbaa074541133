"""Search and size of an archive of real reports: how long a search takes, how large its index is beside the text.

usage: python -m benchmarks.archive REPORTS.jsonl[.gz] [--limit N] [--archive FILE|URL]
                                    [--output benchmarks/results/archive.json]

Adds the reports (without comparing stories; those that are there already are passed over), then asks each query
`--rounds` times, in one process, one after another. Times are of the clock and, `cpu`, of this process alone.
The queries are words of the archive itself: single roots from frequent to rare, pairs, phrases, and names with facets.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from silang.archive import Archive, Query
from silang.archive.terms import indexed
from silang.model import Report
from silang.reading import read


def reports(path: Path, folder: Path, limit: int | None) -> tuple[Report, ...]:
    """The reports of the first `limit` lines of a JSON Lines file, packed or not."""
    plain = folder / "reports.jsonl"
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rb") as lines, plain.open("wb") as file:
        file.writelines(islice(lines, limit))
    return read([plain]).reports


def queries(held: tuple[Report, ...], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Kind and words of each query, drawn from the reports."""
    for report in chance.sample(held, 40):
        words = [word.strip('".,()') for word in report.text.split()]
        words = [word for word in words if word.isalpha() and len(word) > 3]
        if len(words) < 20:
            continue
        at = chance.randrange(len(words) - 1)
        yield "word", words[at]
        yield "two words", f"{words[at]} {chance.choice(words)}"
        yield "phrase", '"' + " ".join(report.text.split()[5:7]) + '"'
    for word in ("polisi", "presiden", "pemerintah", "jakarta", "mengatakan"):
        yield "frequent word", word


def took(archive: Archive, asked: list[tuple[str, str]], *, facets: bool, rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds by kind of query."""
    times: dict[str, list[tuple[float, float]]] = {}
    for _ in range(rounds):
        for kind, words in asked:
            started = time.perf_counter(), time.process_time()
            archive.search(Query(words), facets=facets)
            ended = time.perf_counter(), time.process_time()
            times.setdefault(kind, []).append((1000 * (ended[0] - started[0]), 1000 * (ended[1] - started[1])))
    every = [one for held in times.values() for one in held]
    return {kind: _spread(held) for kind, held in {**times, "all": every}.items()}


def _spread(times: list[tuple[float, float]]) -> dict[str, float]:
    clock, cpu = (statistics.quantiles(held, n=100, method="inclusive") for held in zip(*times, strict=True))
    return {
        "searches": len(times),
        "p50_ms": round(clock[49], 1),
        "p99_ms": round(clock[98], 1),
        "cpu_p50_ms": round(cpu[49], 1),
        "cpu_p99_ms": round(cpu[98], 1),
    }


def sizes(where: str) -> dict[str, int]:
    """Bytes of the file by what they hold (SQLite's dbstat)."""
    with sqlite3.connect(where) as file:
        rows = file.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name").fetchall()
    held = dict(rows)
    index = sum(size for name, size in held.items() if name.startswith("terms"))
    return {"file": sum(held.values()), "index": index, **{k: v for k, v in held.items() if k in ("report", "placed")}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--archive")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--output", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = asked.archive or f"{folder}/archive.sqlite"
        held = reports(asked.reports, Path(folder), asked.limit)
        with Archive.open(where) as archive:
            started = time.perf_counter(), time.process_time()
            added = sum(one.state != "known" for one in archive.add(held))
            adding = time.perf_counter() - started[0], time.process_time() - started[1]
            texts = [archive.report(line.id) for line in archive.reports(limit=1_000_000).items]
            drawn = list(queries(held, random.Random(11)))
            figures = {
                "command": "python -m benchmarks.archive REPORTS.jsonl.gz "
                f"--limit {asked.limit} --rounds {asked.rounds}",
                "reports": len(texts),
                "stories": archive.stories(limit=1).total,
                "added_now": added,
                "adding_seconds": round(adding[0]),
                "adding_cpu_seconds": round(adding[1]),
                "text_bytes": sum(len(report.text.encode()) for report in texts),
                "terms_bytes": sum(len(part) for report in texts for part in indexed(report)),
                "search": took(archive, drawn, facets=False, rounds=asked.rounds),
                "search_with_facets": took(archive, drawn, facets=True, rounds=asked.rounds),
            }
        if "://" not in where:
            figures["bytes"] = sizes(where)
    text = json.dumps(figures, indent=1) + "\n"
    print(text, end="")
    if asked.output:
        asked.output.write_text(text)


if __name__ == "__main__":
    main()
