"""Whether the archive keeps what it said it kept: a process that adds reports is killed (SIGKILL) at random moments.

usage: python -m benchmarks.kills [--kills 200] [--archive FILE|URL] [--output benchmarks/results/kills.json]

After each kill the archive is opened anew. Counted as lost: a report that `add` had told of and that is not there; as
half: one that is there but cannot be read, found or placed; as an error: anything that opening or reading raises.
POSIX only (it forks).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import signal
import sqlite3
import tempfile
import time
from collections import Counter
from pathlib import Path

from silang.archive import Added, Archive
from silang.model import Report
from silang.reading import Given, read_text

BATCH = 8  # reports that a process sets out to add
LONGEST = 1.5  # times what a whole round takes: how long a process is left at most, once it has begun


def batch(round: int) -> list[Report]:
    """Reports of one round, invented; the last is a new text at an address of the round before."""
    made = [_report(round, n, f"Harga cabai di Pasar Kenanga{n} naik {round} persen.") for n in range(BATCH - 1)]
    return [*made, _report(max(round - 1, 0), 0, f"Harga cabai di Pasar Kenanga0 turun lagi {round} persen.")]


def _report(round: int, n: int, text: str) -> Report:
    given = Given(outlet="warta.test", published="2025-03-03", url=f"https://warta.test/{round}/{n}")
    return read_text(f"SUKARAYA - {text} Pedagang Sari Melati mengatakan stok menipis.\n", id=f"{n}", given=given)


def killed(where: str, reports: list[Report], seconds: float) -> list[str]:
    """Adds `reports` in a process of its own that is killed `seconds` after it begins; the ids that it told of."""
    told, tell = os.pipe()

    def acknowledge(added: Added) -> None:
        os.write(tell, f"{added.id}\n".encode())

    child = os.fork()
    if child == 0:
        os.close(told)
        try:
            with Archive.open(where) as archive:
                os.write(tell, b"begun\n")
                archive.add(reports, acknowledge=acknowledge)
                archive.settle()
        finally:
            os._exit(0)
    os.close(tell)
    said = os.read(told, 6)
    select.select([], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(told, "rb") as rest:
        said += rest.read()
    return said.decode().split()[1:]


def looked_at(where: str, acknowledged: set[str]) -> Counter[str]:
    """What is wrong with the archive after a kill, and how much."""
    wrong: Counter[str] = Counter()
    try:
        with Archive.open(where) as archive:
            archive.place()
            current = archive.reports(limit=1_000_000)
            everything = {v.id for line in current.items for v in archive.versions(line.id).items}
            wrong["lost"] += len(acknowledged - everything)
            for id in everything:
                found = archive.extraction(id)
                wrong["half"] += archive.report(id).id != found.report
            wrong["half"] += sum(line.story is None for line in current.items)
            wrong["half"] += archive.search("cabai", facets=False).total != current.total
        if "://" not in where:
            with sqlite3.connect(where) as file:
                wrong["errors"] += file.execute("PRAGMA integrity_check").fetchone() != ("ok",)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
        wrong["errors"] += 1
    return wrong


def _round_takes() -> float:
    """Seconds for one whole round, once all that is loaded on first use is there."""
    with tempfile.TemporaryDirectory() as folder, Archive.open(f"{folder}/archive.sqlite") as archive:
        archive.add(batch(0))
        started = time.perf_counter()
        archive.add(batch(1))
        archive.settle()
        return time.perf_counter() - started


def run(where: str, kills: int, seed: int = 7) -> dict[str, int]:
    """Kills that many adding processes and looks after each; the figures."""
    chance = random.Random(seed)
    longest = LONGEST * _round_takes()
    acknowledged: set[str] = set()
    wrong: Counter[str] = Counter()
    unfinished = 0
    for round in range(kills):
        told = killed(where, batch(round), chance.uniform(0, longest))
        acknowledged |= set(told)
        unfinished += 0 < len(told) < BATCH
        wrong += looked_at(where, acknowledged)
    return {
        "kills": kills,
        "amid_a_round": unfinished,
        "acknowledged": len(acknowledged),
        **{kind: wrong[kind] for kind in ("lost", "half", "errors")},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--archive")
    parser.add_argument("--output", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(asked.archive or f"{folder}/archive.sqlite", asked.kills)
    text = json.dumps(figures, indent=1) + "\n"
    print(text, end="")
    if asked.output:
        asked.output.write_text(text)


if __name__ == "__main__":
    main()
