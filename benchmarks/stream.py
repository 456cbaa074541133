"""Grouping rate as reports come: how many are placed in a second once 1,000, 10,000 and 100,000 are there.

usage: python benchmarks/stream.py [--reports 100000]

Ten thousand invented reports (`newsroom.py`) of 120 days, three of each event, are read once. Each further ten thousand
are the same with other names and figures, on the days after: as many reports a day, ever more stories. The rate is that
of `silang.stories.Stream.add`, over the last thousand reports before each size, on one processor, profiles made before.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import replace

import newsroom

from silang.extraction.times import find_times
from silang.language import parse
from silang.model import Extraction
from silang.stories import Profile, Stream, profile

_BLOCK = 10_000
_DAYS = 120
_EACH = 3  # reports of one event
_LAST = 1000


def block() -> list[Profile]:
    """The first ten thousand, in the order of their days."""
    chance = random.Random(5)
    made: list[Profile] = []
    for n in range(0, _BLOCK, _EACH):
        event = newsroom.event(chance, n * _DAYS // _BLOCK, formed=0.05)
        for told in range(min(_EACH, _BLOCK - n)):
            report = newsroom.report(f"r{n + told}", newsroom.told(event, chance), event.day)
            times = find_times(report.text, event.day)
            made.append(profile(report, parse(report), Extraction(report.id, (), times=times)))
    return made


def later(profiles: list[Profile], turn: int) -> Iterator[Profile]:
    """The same with other names and figures, `turn` blocks of days later."""
    for one in profiles:
        words = {word: f"{word}{turn}" if word in one.names or word[0].isdigit() else word for word in one.weights}
        yield replace(
            one,
            report=f"{one.report}-{turn}",
            day=(one.day or 0) + turn * _DAYS,
            days=frozenset(day + turn * _DAYS for day in one.days),
            front=frozenset(day + turn * _DAYS for day in one.front),
            weights={words[word]: weight for word, weight in one.weights.items()},
            names=frozenset(words[word] for word in one.names),
            opening=frozenset(words[word] for word in one.opening),
            printed={words[word]: printed for word, printed in one.printed.items()},
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    reports = parser.parse_args().reports
    first, stream, seconds = block(), Stream(), [0.0]
    rates: dict[int, int] = {}
    for turn in range(-(-reports // _BLOCK)):
        for one in first if not turn else later(first, turn):
            started = time.process_time()
            stream.add(one)
            seconds.append(seconds[-1] + time.process_time() - started)
            size = len(seconds) - 1
            if size in (1_000, 10_000, 100_000, reports):
                rates[size] = round(_LAST / (seconds[size] - seconds[size - _LAST]))
    groups = stream.stories().values()
    figures = {
        "reports_per_second_at": rates,
        "stories": len(groups),
        "mixed": sum(
            len({(int(id.partition("-")[0][1:]) // _EACH, id.partition("-")[2]) for id in group}) > 1
            for group in groups
        ),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
