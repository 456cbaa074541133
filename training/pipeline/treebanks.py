"""CoNLL-U to sentences of written words: a clitic that UD counts as a word of its own is folded into its host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.pipeline.sentences import ROOT, Sentence

_CLITICS = ("nya", "lah", "kah", "pun", "tah", "ku", "mu")

Row = list[str]


def read(path: Path, source: str) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file. Raises ValueError at a sentence whose tree does not close."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        if rows:
            yield _fold([r for r in rows if "." not in r[0]], source)


def _fold(rows: list[Row], source: str) -> Sentence:
    units = list(_units(rows))
    home = {word[0]: place for place, (_, words) in enumerate(units) for word in words}
    hosts = [_host(words) for _, words in units]
    return Sentence(
        source=source,
        words=tuple(written[1] for written, _ in units),
        spaces=tuple("SpaceAfter=No" not in written[9] for written, _ in units),
        tags=tuple(host[3] for host in hosts),
        feats=tuple(_feats(host, words) for host, (_, words) in zip(hosts, units, strict=True)),
        lemmas=tuple(host[2] for host in hosts),
        heads=tuple(ROOT if host[6] == "0" else home[host[6]] for host in hosts),
        deps=tuple(host[7] for host in hosts),
        expanded=sum(len(words) for _, words in units),
    )


def _units(rows: list[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Each written word with its syntactic words."""
    at = 0
    while at < len(rows):
        row = rows[at]
        if "-" in row[0]:
            first, last = (int(n) for n in row[0].split("-"))
            size = last - first + 1
            yield row, rows[at + 1 : at + 1 + size]
            at += 1 + size
        else:
            yield row, [row]
            at += 1


def _host(words: list[Row]) -> Row:
    """The word whose head is outside the unit; the first, where several are."""
    inside = {word[0] for word in words}
    return next((word for word in words if word[6] not in inside), words[0])


def _feats(host: Row, words: list[Row]) -> str:
    """The host's features, and which clitic it carries (Clitic=Nya)."""
    feats = [] if host[5] == "_" else host[5].split("|")
    clitics = sorted({w[1].lower().strip("-") for w in words if w is not host} & set(_CLITICS))
    if clitics:
        feats.append("Clitic=" + ",".join(c.capitalize() for c in clitics))
    return "|".join(sorted(feats, key=str.casefold))
