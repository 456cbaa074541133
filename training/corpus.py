"""The news that word statistics are counted on, one report at a time, each once."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PARTS = ("articles", "click-id", "indosum")
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*|[.!?]+|\n")


def reports(corpora: Path) -> Iterator[list[str]]:
    """The casefolded words of each report of `corpora`/news; ``.`` stands where a sentence or line ends."""
    seen: set[str] = set()
    for part in PARTS:
        with gzip.open(corpora / "news" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                if text and text[:300] not in seen:
                    seen.add(text[:300])
                    yield [w if w[0].isalnum() else "." for w in _WORD.findall(text.casefold())]


def document_frequencies(corpora: Path) -> Counter[str]:
    """How many reports hold each word."""
    seen: Counter[str] = Counter()
    for words in reports(corpora):
        seen.update(set(words))
    return seen
