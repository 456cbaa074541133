"""What a report shows of its own foot: its reporter on the spot, its interview; or of a prepared text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from silang.language import Parse, Token, lexicon
from silang.model import Report, Span

FootKind = Literal["release", "own", "saw"]
_OUTLET = "{outlet}"
_NOT_NAME = frozenset({"com", "id", "co", "tv", "news"})


def footprints(report: Report, parse: Parse, kind: FootKind) -> list[Span]:
    """The places where the body says, by the table `feet`, that it has something of that kind.

    "saw" are those of "own" where the outlet was there and looked, rather than heard of it from somebody.
    """
    names = _names(report)
    found = []
    for at, token in enumerate(parse.tokens):
        for form in _forms(kind).get(token.lower, ()):
            end = _follow(parse.tokens, at, form, names)
            if end is not None:
                found.append(Span(token.start, parse.tokens[end - 1].end))
    return sorted(set(found), key=lambda span: (span.start, span.end))


def _follow(tokens: Sequence[Token], at: int, form: Sequence[str], names: Sequence[Sequence[str]]) -> int | None:
    for word in form:
        if word == _OUTLET:
            hit = next((n for n in names if tuple(t.lower for t in tokens[at : at + len(n)]) == tuple(n)), None)
            if hit is None:
                return None
            at += len(hit)
        elif at < len(tokens) and tokens[at].lower == word:
            at += 1
        else:
            return None
    return at


def _names(report: Report) -> list[tuple[str, ...]]:
    """The outlet's own name as words, longest first: *kompas . com*, *kompas*."""
    if report.outlet is None:
        return []
    words = report.outlet.name.casefold().replace(".", " . ").split()
    bare = [w for w in words if w not in _NOT_NAME and w != "."]
    forms = {tuple(words), tuple(bare), ("".join(words),), tuple(report.outlet.id.split("-"))}
    return sorted((form for form in forms if form and form[0]), key=lambda form: (-len(form), form))


@cache
def _forms(kind: FootKind) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in lexicon.table("feet"):
        if kind == entry["kind"] or (kind == "saw" and entry.get("saw")):
            for form in entry["forms"]:
                words = tuple(form.split())
                found.setdefault(words[0], []).append(words)
    return found
