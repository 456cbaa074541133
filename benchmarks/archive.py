"""An archive of real reports: adding, searching, and 50 readers on a story's page while `silang add` writes.

usage: python -m benchmarks.archive REPORTS.jsonl[.gz] [--limit N] [--archive FILE] [--postgres]
                                    [--seconds 20] [--output benchmarks/results/archive.json]

Adds the reports but the last `SPARE` on all cores (those that `--archive` holds already are passed over, so that a
second run measures reading alone); stories are not compared. Then asks each query `--rounds` times, in one process,
one after another: times are of the clock and, `cpu`, of this process alone. The queries are words of the archive
itself: single roots from frequent to rare, pairs, phrases. Last, `silang serve` is read by 50 readers at once, alone
and while `silang add` adds the reports that were spared.

`--postgres`: all but the adding also on a server that is started for it, filled from a backup of the file. Postgres
processes, the room, the readers and the one who adds share this machine's processors.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from benchmarks.room import figures, free_port, read_all, silang, wait_for
from benchmarks.server import postgres
from silang.archive import Archive, Query, StoryLine
from silang.archive.store import connect, is_sqlite
from silang.archive.terms import indexed
from silang.engine import Cores
from silang.model import Report
from silang.reading import read

SPARE = 1000  # reports that are added while others read
READERS = 50
LARGE = 20  # reports of the story that is read, at most: a page as a desk has it


def reports(path: Path, folder: Path, limit: int | None) -> tuple[Report, ...]:
    """The reports of the first `limit` lines of a JSON Lines file, packed or not, but the last `SPARE` lines, which are
    left in ``spare.jsonl``."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rb") as file:
        lines = list(islice(file, limit))
    plain = folder / "reports.jsonl"
    plain.write_bytes(b"".join(lines[:-SPARE]))
    (folder / "spare.jsonl").write_bytes(b"".join(lines[-SPARE:]))
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
    """Bytes of the archive and of its full-text index."""
    engine = connect(where, create=False)
    told = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE :name"
    if not is_sqlite(engine):
        told = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relname LIKE :name"
        told += " AND relnamespace = 'public'::regnamespace"
    with engine.connect() as connection:
        held = {name: connection.execute(sa.text(told), {"name": like}).scalar() for name, like in _SIZED.items()}
    engine.dispose()
    return {name: int(size or 0) for name, size in held.items()}


_SIZED = {"whole": "%", "index": "terms%", "report": "report", "placed": "placed"}


def widest(archive: Archive) -> StoryLine:
    """The story of most outlets among those that are no larger than `LARGE` reports; the first of equals."""
    found = archive.stories(limit=1_000_000).items
    return max((line for line in found if line.reports <= LARGE), key=lambda line: (line.outlets, line.reports))


def load(where: str, spare: Path, seconds: float) -> dict[str, Any]:
    """What `READERS` readers of one story's page see, alone and while reports are added."""
    with Archive.open(where, create=False) as archive:
        line, held = widest(archive), archive.reports(limit=1).total
        archive.story(line.id)
    port = free_port()
    server = silang("serve", "--archive", where, "--port", str(port))
    try:
        wait_for(port)
        alone = asyncio.run(read_all(port, f"/stories/{line.id}/", READERS, seconds))
        adding = silang("add", str(spare), "--archive", where, "--later", "--jobs", "1")
        wait_for_more(where, held)
        beside = asyncio.run(read_all(port, f"/stories/{line.id}/", READERS, seconds))
        still = adding.poll() is None
        adding.terminate()
        adding.wait()
    finally:
        server.terminate()
        server.wait()
    with Archive.open(where, create=False) as archive:
        added = archive.reports(limit=1).total - held
    return {
        "reports in the story": line.reports,
        "readers": READERS,
        "reading alone": figures(alone, seconds),
        "while reports are added": figures(beside, seconds) | {"added": added, "still adding": still},
    }


def wait_for_more(where: str, held: int) -> None:
    """Until the one who adds has begun."""
    until = time.monotonic() + 120
    with Archive.open(where, create=False) as archive:
        while archive.reports(limit=1).total == held and time.monotonic() < until:
            time.sleep(0.2)


def measured(where: str, drawn: list[tuple[str, str]], asked: argparse.Namespace, spare: Path) -> dict[str, Any]:
    """Search, sizes and load of one store."""
    with Archive.open(where, create=False) as archive:
        found = {
            "search": took(archive, drawn, facets=False, rounds=asked.rounds),
            "search_with_facets": took(archive, drawn, facets=True, rounds=asked.rounds),
            "bytes": sizes(where),
        }
    return {**found, "load": load(where, spare, asked.seconds)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--output", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        where = asked.archive or folder / "archive.sqlite"
        held = reports(asked.reports, folder, asked.limit)
        with Archive.open(where) as archive, Cores() as cores:
            started = time.perf_counter()
            added = sum(one.state != "known" for one in archive.add(held, engine=cores))
            adding = time.perf_counter() - started
            backup = folder / "archive.jsonl"
            started = time.perf_counter()
            archive.backup(backup)
            result: dict[str, Any] = {
                "command": " ".join(["python -m benchmarks.archive", *sys.argv[1:]]),
                "reports": archive.reports(limit=1).total,
                "stories": archive.stories(limit=1).total,
                "added_now": added,
                "adding_seconds": round(adding),
                "backup_seconds": round(time.perf_counter() - started),
                "text_bytes": sum(len(report.text.encode("utf-8", "replace")) for report in held),
                "terms_bytes": sum(len(part) for report in held for part in indexed(report)),
            }
        drawn = list(queries(held, random.Random(11)))
        result["sqlite"] = measured(str(where), drawn, asked, folder / "spare.jsonl")
        if asked.postgres:
            with postgres() as url:
                started = time.perf_counter()
                with Archive.open(url) as archive, Cores() as cores:
                    archive.restore(backup, engine=cores)
                restoring = round(time.perf_counter() - started)
                result["postgres"] = {
                    "restoring_seconds": restoring,
                    **measured(url, drawn, asked, folder / "spare.jsonl"),
                }
    text = json.dumps(result, indent=1) + "\n"
    print(text, end="")
    if asked.output:
        asked.output.write_text(text)


if __name__ == "__main__":
    main()
