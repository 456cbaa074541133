"""What recurs in an outlet's reports and still stands in their body: the next furniture to write a form for.

`python -m training.furniture REPORTS... [--least 4] [--outlet NAME]` prints, for each outlet, the runs of words that
reading leaves in the body of several of its reports, the most frequent first, with the number of reports. What recurs
within one outlet but in no other is furniture more often than not; phrases of common speech recur everywhere and are
left out. Nothing is written: a person turns what is furniture into an entry of `lexicon/furniture.toml`.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from silang.model import Report
from silang.reading import read

RUN = 4  # words
OWN = 0.6  # share of a run's reports that must be of one outlet
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\d+")
Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recurring:
    """A run of words that stands in the body of `reports` reports of one outlet, as printed in one of them."""

    outlet: str
    words: str
    reports: int


def recurring(reports: Iterable[Report], least: int) -> Iterator[Recurring]:
    """What recurs in at least `least` reports of one outlet and hardly elsewhere, by outlet, most frequent first."""
    held: Mapping[str, Counter[Run]] = defaultdict(Counter)
    everywhere: Counter[Run] = Counter()
    for report in reports:
        seen = {run for segment in report.body() for run in runs(segment.of(report.text))}
        everywhere.update(seen)
        held[report.outlet.id if report.outlet else "?"].update(seen)
    for outlet, counts in sorted(held.items()):
        own = {run: n for run, n in counts.items() if n >= least and n >= OWN * everywhere[run]}
        for words, n in sorted(_joined(own), key=lambda found: (-found[1], found[0])):
            yield Recurring(outlet, words, n)


def runs(text: str) -> Iterator[Run]:
    """The runs of `RUN` words of a text; numbers count as one word, so that counters and dates recur."""
    words = [_NUMBER.sub("0", match.group()) for match in _WORD.finditer(text)]
    return zip(*(words[n:] for n in range(RUN)), strict=False)


def _joined(own: Mapping[Run, int]) -> Iterator[tuple[str, int]]:
    """Runs that overlap and recur about as often, as one longer run."""
    following = defaultdict(list)
    for run, n in own.items():
        following[run[:-1]].append((n, run))
    led: set[Run] = set()
    after: dict[Run, Run] = {}
    for run, n in sorted(own.items(), key=lambda item: (-item[1], item[0])):
        near = [(m, other) for m, other in following[run[1:]] if other != run and other not in led and 2 * m >= n]
        if near:
            after[run] = max(near)[1]
            led.add(after[run])
    for run, n in own.items():
        if run in led:
            continue
        words, at, seen = list(run), run, {run}
        while (at := after.get(at, ())) and at not in seen:
            seen.add(at)
            words.append(at[-1])
        yield " ".join(words), n


def main() -> None:
    """Prints what recurs, by outlet."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("reports", nargs="+", help="files or folders of reports, as `silang export` reads them")
    parser.add_argument("--least", type=int, default=4, help="in how many reports of an outlet a run must stand")
    parser.add_argument("--outlet", help="the id of one outlet; all where left out")
    given = parser.parse_args()
    for found in recurring(read(given.reports).reports, given.least):
        if given.outlet in (None, found.outlet):
            print(f"{found.outlet}\t{found.reports}\t{found.words}")


if __name__ == "__main__":
    main()
