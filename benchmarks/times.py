"""Times beside dateparser: values right on our own case table, and reports per second, in one run on one machine.

usage: python benchmarks/times.py [--reports FOLDER] [--output benchmarks/results/times.json]

Values: of the expressions of tests/cases/times.toml, how many are found at their place with the day that the table
gives. dateparser has no durations, sets or vague values, so a second figure counts only expressions whose value is a
day, or a clock time on a day, and compares the day alone. Speed: the texts of FOLDER (*.txt), one after another;
dateparser runs on the first of them only, as it is slow.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sys
import time
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import dateparser
from dateparser.search import search_dates

from silang.extraction.times import find_times

ROOT = Path(__file__).parents[1]
MARKED = re.compile(r"\[([^\[\]]+)\|([^|\[\]]+)\]")
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
Find = Callable[[str, date | None], dict[str, str]]


def ours(text: str, reference: date | None) -> dict[str, str]:
    """The expressions that Silang finds, by their words, with their values."""
    return {text[t.start : t.end]: t.value for t in find_times(text, reference)}


def theirs(text: str, reference: date | None) -> dict[str, str]:
    """The expressions that dateparser finds, by their words, with their days."""
    settings: dict[str, Any] = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"}
    if reference:
        settings["RELATIVE_BASE"] = datetime(reference.year, reference.month, reference.day)
    found = search_dates(text, languages=["id"], settings=settings) or []
    return {words: moment.date().isoformat() for words, moment in found}


def right(cases: list[dict[str, Any]], find: Find, only_days: bool) -> tuple[int, int]:
    """How many of the table's values `find` gives, and of how many. Words count as found where one holds the other."""
    hits = total = 0
    for case in cases:
        text = MARKED.sub(lambda mark: mark[1], case["text"])
        wanted = [(m[1], m[2]) for m in MARKED.finditer(case["text"])]
        if only_days:
            wanted = [(words, value) for words, value in wanted if DAY.fullmatch(value)]
        found = find(text, case.get("reference")) if wanted else {}
        total += len(wanted)
        for words, value in wanted:
            near = [v for w, v in found.items() if w.strip(" ,.()") in words or words in w]
            hits += any(v[:10] == value[:10] if only_days else v == value for v in near)
    return hits, total


def speed(texts: list[str], find: Find) -> float:
    """Reports per second of processor time."""
    start = time.process_time()
    for text in texts:
        find(text, date(2025, 6, 18))
    return len(texts) / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, default=ROOT / "examples")
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks" / "results" / "times.json")
    args = parser.parse_args()
    table = tomllib.loads((ROOT / "tests" / "cases" / "times.toml").read_text(encoding="utf-8"))
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.reports.rglob("*.txt"))]
    if not texts:
        sys.exit(f"no *.txt in {args.reports}")
    ours(texts[0], None), theirs(texts[0], None)  # both have read their tables
    result: dict[str, Any] = {
        "command": "python benchmarks/times.py",
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "dateparser": dateparser.__version__,
        "reports": len(texts),
        "characters a report": round(sum(map(len, texts)) / len(texts)),
    }
    few = texts[:10]
    for name, find, read in (("silang", ours, texts), ("dateparser.search", theirs, few)):
        all_right, all_values = right(table["case"], find, only_days=False)
        days_right, days = right(table["case"], find, only_days=True)
        result[name] = {
            "values right": all_right,
            "of": all_values,
            "days right": days_right,
            "of days": days,
            "reports a second": round(speed(read, find), 1),
        }
    args.output.parent.mkdir(parents=True, exist_ok=True)
    args.output.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
