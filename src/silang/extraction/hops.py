"""Hops that are no media: the interpreter, the spokesperson, the written statement, the account, the press.

*kata X melalui penerjemahnya*, *lewat juru bicaranya, Y*, *dalam keterangan tertulis*, *di akun Instagram @melur*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from silang.extraction.credits import platform_at, printed
from silang.extraction.entities import Cast
from silang.extraction.vocabulary import Forms
from silang.language import Parse, Token, lexicon
from silang.model import Hop, Source, Span

_FILLS = frozenset({"sebuah", "suatu", "para", "sejumlah", "seorang", "sang", "sesi", "acara", "kalangan", "tim"})
_TAILS = frozenset({
    "resmi", "resminya", "tertulis", "tertulisnya", "pribadi", "pribadinya", "singkat", "miliknya", "pers", "bersama",
    "terverifikasi", "utamanya", "verified",
})  # fmt: skip
_INSIDE = frozenset({"di", "dalam", "pada", "melalui", "lewat"})
_FILLED = 2  # words that may stand between the lead and the head
_TITLE = 4  # words of an office between a head and the name of who holds it


def find_hops(parse: Parse, cast: Cast) -> list[Hop]:
    """The interpreters, spokespersons and channels that the body says words came through, in order."""
    words = parse.tokens
    found: list[Hop] = []
    n = 0
    while n < len(words):
        hop = _hop_at(words, n, cast) if words[n].lower in _leads() else None
        if hop:
            found.append(hop[0])
        n = hop[1] if hop else n + 1
    return found


def interprets(source: Source) -> bool:
    """Whether the words that name a source are *penerjemahnya*, *juru bahasanya*: who renders another's words."""
    return source.text.casefold() in _relays()


def _hop_at(words: Sequence[Token], n: int, cast: Cast) -> tuple[Hop, int] | None:
    """The hop that the lead at token `n` opens, with the token after it."""
    end = min(len(words), n + 24)
    at = n + 1
    while at < end and at - n <= _FILLED and words[at].lower in _FILLS:
        at += 1
    head = _heads().at(words, at, end) if at < end else None
    if head and words[n].lower in head[0]["leads"]:
        kind, last = head[0]["kind"], at + head[1]
    elif at < end and words[n].lower in _INSIDE and (length := _platform(words, at)):
        kind, last = "channel", at + length  # di Instagram-nya
    else:
        return None
    if kind == "channel":
        last = _tail(words, last, end)
        return Hop(words[at].start, words[last - 1].end, kind, printed(words[at:last])), last
    hop = Hop(words[at].start, words[last - 1].end, kind, printed(words[at:last]))
    return _named(hop, words[last:end], cast), last


def _tail(words: Sequence[Token], n: int, end: int) -> int:
    """Past what tells a channel closer: *resmi*, *di akun X pribadinya*, *@melur*."""
    while n < end:
        if words[n].lower in _TAILS:
            n += 1
        elif length := _platform(words, n):
            n += length
        elif words[n].text == "@":
            n += 1
            while n < end and words[n].start == words[n - 1].end and words[n].text not in ',.;:)"”':
                n += 1
        elif n + 1 < end and words[n].lower in _INSIDE and (more := _channel_at(words, n + 1, end)):
            n += 1 + more
        elif more := _channel_at(words, n, end):
            n += more
        else:
            break
    return n


def _channel_at(words: Sequence[Token], n: int, end: int) -> int:
    """How many tokens from `n` on are the head of a channel, or a platform; 0 if none."""
    head = _heads().at(words, n, end)
    return head[1] if head and head[0]["kind"] == "channel" else _platform(words, n)


def _platform(words: Sequence[Token], n: int) -> int:
    """How many tokens from `n` on name a platform, *Instagram*, *X-nya*; 0 if none."""
    word, own = words[n], words[n].text.removesuffix("-nya")
    return platform_at((replace(word, text=own, lower=own.casefold()),) if own != word.text else words[n : n + 1], 0)


def _named(hop: Hop, after: Sequence[Token], cast: Cast) -> Hop:
    """The hop with the person whose name follows it: *juru bicaranya, Sari Melati*."""
    for n, token in enumerate(after[: _TITLE + 1]):
        inside = cast.within(Span(token.start, after[-1].end)) if token.is_capital else []
        if inside and inside[0][0].start == token.start:
            name, entity = inside[0]
            if entity.label == "PER":
                return replace(hop, end=name.end, name=entity.name, entity=entity.id)
        elif not token.is_capital and not (n == 0 and token.text == ","):
            break
    return hop


@cache
def _heads() -> Forms:
    return Forms(_forms())


def _forms() -> Iterator[tuple[str, lexicon.Entry]]:
    for entry in lexicon.table("hops"):
        yield entry["form"], entry
        yield entry["form"] + "nya", entry


@cache
def _leads() -> frozenset[str]:
    return frozenset(lead for entry in lexicon.table("hops") for lead in entry["leads"])


@cache
def _relays() -> frozenset[str]:
    return frozenset(e["form"] + "nya" for e in lexicon.table("hops") if e["kind"] == "interpreter")
