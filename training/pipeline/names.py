"""The name corpora, all to B-/I-/O over PER, ORG, LOC."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.pipeline.sentences import Sentence

_KINDS = {
    "PER": "PER", "PERSON": "PER", "PPL": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG", "IND": "ORG",
    "LOC": "LOC", "PLACE": "LOC", "PLC": "LOC",
}  # fmt: skip
_BREAK = re.compile(r"\n[ \t]*\n")


def read(path: Path, source: str) -> Iterator[Sentence]:
    """Sentences of a file with one word a line, the tag last; kinds that we do not keep become O."""
    for block in _BREAK.split(path.read_text(encoding="utf-8")):
        rows = [line.split("\t") if "\t" in line else line.split() for line in block.split("\n") if line.strip()]
        rows = [row for row in rows if len(row) >= 2 and row[0].strip()]
        if rows:
            yield Sentence(
                source=source,
                words=tuple(row[0].strip() for row in rows),
                names=_repair([_kind(row[-1].strip()) for row in rows]),
            )


def _kind(tag: str) -> str:
    position, _, kind = tag.partition("-")
    return f"{position}-{_KINDS[kind]}" if kind in _KINDS else "O"


def _repair(tags: Sequence[str]) -> tuple[str, ...]:
    """An I- that continues nothing opens a name."""
    found: list[str] = []
    for tag in tags:
        if tag.startswith("I-") and (not found or found[-1][2:] != tag[2:]):
            tag = "B-" + tag[2:]
        found.append(tag)
    return tuple(found)
