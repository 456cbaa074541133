"""Saved pages beside trafilatura, readability-lxml and newspaper4k: the report's words right, and pages per second.

usage: python benchmarks/pages.py [--rounds 20] [--output benchmarks/results/pages.json]

Pages: those of tests/reading/pages, which we wrote in structures that outlets use, with the text that belongs to the
report. F1 over the words of a page (as a bag), the mean over pages; for Silang the words of the
body alone, furniture being marked. Headline and time: how many equal the expected ones. Speed in processor time, each
from the page's bytes, one after another; Silang's reads metadata and marks furniture besides.
These pages are ours: they show what each tool does with such structures, not how it fares on all pages of the web.
"""

from __future__ import annotations

import argparse
import json
import logging
import platform
import re
import time
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from silang.model import Skipped
from silang.reading import read_text
from silang.reading.html import read_html

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "tests" / "reading" / "pages"
WORD = re.compile(r"\w+")
Extract = Callable[[bytes], tuple[str, str | None, str | None]]


def ours(data: bytes) -> tuple[str, str | None, str | None]:
    """Body, headline and day of publishing as Silang reads them."""
    for record in read_html(data, "page", "page"):
        if not isinstance(record, Skipped):
            report = read_text(record.text, given=record.given)
            body = "\n".join(segment.of(report.text) for segment in report.body())
            return body, report.headline, report.published and report.published[:10]
    return "", None, None


def trafilatura(data: bytes) -> tuple[str, str | None, str | None]:
    """Text, title and day as trafilatura's own pipeline gives them."""
    from trafilatura import bare_extraction

    days = {"original_date": True, "max_date": "2040-01-01"}  # the pages are of a year to come
    found = bare_extraction(
        data, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=days
    )
    return (found.text or "", found.title, found.date) if found else ("", None, None)


def trafilatura_text(data: bytes) -> tuple[str, str | None, str | None]:
    """Text alone, the least that trafilatura can be asked for."""
    from trafilatura import extract

    return extract(data, include_comments=False, include_tables=False) or "", None, None


def readability(data: bytes) -> tuple[str, str | None, str | None]:
    """Text and title as readability-lxml gives them; it has no times."""
    import lxml.html
    from readability import Document

    document = Document(data.decode("utf-8"))
    return lxml.html.fromstring(document.summary()).text_content(), document.short_title(), None


def newspaper(data: bytes) -> tuple[str, str | None, str | None]:
    """Text, title and day as newspaper4k gives them."""
    from newspaper import Article

    article = Article("https://koranbayangan.test/", language="id")
    article.download(input_html=data.decode("utf-8"))
    article.parse()
    day = article.publish_date
    return article.text, article.title, day.date().isoformat() if isinstance(day, datetime) else None


TOOLS: dict[str, Extract] = {
    "silang": ours,
    "trafilatura": trafilatura,
    "trafilatura, text alone": trafilatura_text,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
}


def f1(found: str, wanted: str) -> float:
    """The harmonic mean of precision and recall over two texts' bags of words."""
    have, want = Counter(WORD.findall(found.casefold())), Counter(WORD.findall(wanted.casefold()))
    shared = (have & want).total()
    return 2 * shared / (have.total() + want.total()) if shared else 0.0


def scored(tool: Extract, rounds: int) -> dict[str, Any]:
    """One tool's figures over all pages."""
    pages = [
        (p.read_bytes(), json.loads(p.with_suffix(".json").read_text("utf-8"))) for p in sorted(PAGES.glob("*.html"))
    ]
    scores, heads, days = [], 0, 0
    for data, wanted in pages:
        text, headline, day = tool(data)
        scores.append(f1(text, " ".join(wanted["text"])))
        heads += headline == wanted["headline"]
        days += day == (wanted["published"] or "")[:10]
    start = time.process_time()
    for _ in range(rounds):
        for data, _ in pages:
            tool(data)
    spent = time.process_time() - start
    return {
        "words f1": round(sum(scores) / len(scores), 3),
        "lowest f1": round(min(scores), 3),
        "headlines right": heads,
        "days right": days,
        "pages a second": round(rounds * len(pages) / spent, 1),
    }


def main() -> None:
    """Scores every tool and writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks" / "results" / "pages.json")
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    result: dict[str, Any] = {
        "command": "python benchmarks/pages.py",
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "pages": len(list(PAGES.glob("*.html"))),
        "versions": {name: version(name) for name in ("trafilatura", "readability-lxml", "newspaper4k")},
    }
    result |= {name: scored(tool, args.rounds) for name, tool in TOOLS.items()}
    args.output.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(args.output.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
