"""Quoted speech: which words of a line say whose a quotation is."""

from __future__ import annotations

from dataclasses import replace

from silang.extraction.cues import cue_at
from silang.extraction.drafts import Draft, cue_span
from silang.extraction.lines import Line
from silang.extraction.phrases import Range, phrase_after, subject_before
from silang.extraction.vocabulary import particles
from silang.model import Span

_REACH = 14  # tokens in which the attribution stands before or after its quotation
_TEXTS = frozenset({"pernyataan", "keterangan", "penjelasan", "isi", "petikan", "laporan", "pengumuman"})
_SAID = frozenset({"demikian", "begitu", "lebih"})


def spoken(line: Line) -> list[Draft]:
    """Drafts of the quoted speech of a line, in order. One without words that attribute it shares its neighbour's
    source (rule ``quote-split``), or has none (``quote-continues``)."""
    drafts = [_one(line, n) for n in range(len(line.quotations)) if line.speech[n]]
    known = [draft for draft in drafts if draft.rule != "quote-continues"]
    return [draft if draft in known else _shared(draft, known) for draft in drafts]


def _shared(draft: Draft, known: list[Draft]) -> Draft:
    if not known:
        return draft
    near = next((k for k in reversed(known) if k.content.end <= draft.content.start), known[0])
    return replace(draft, source=near.source, cue=near.cue, own=near.own, polarity=near.polarity, rule="quote-split")


def _one(line: Line, n: int) -> Draft:
    content = Span(line.quotations[n].start, line.quotations[n].end)
    return (
        _after(line, n, content)
        or _before(line, n, content)
        or _within(line, n, content)
        or Draft(content, None, None, "quote-continues", at=line.ranges[n][0])
    )


def _within(line: Line, n: int, content: Span) -> Draft | None:
    """*"…, kata X* where the closing mark is missing: the content runs on, but who says it is said."""
    if line.quotations[n].closed:
        return None
    words, (first, last) = line.words, line.ranges[n]
    for k in range(first + 1, last):
        cue = cue_at(words, k, last, "post") if words[k - 1].text == "," else None
        if cue and (cue.own or (phrase := phrase_after(words, cue.last, last))):
            return Draft(
                content, None if cue.own else phrase, cue_span(line, cue), "quote-open", cue.polarity, cue.own, k
            )
    return None


def _after(line: Line, n: int, content: Span) -> Draft | None:
    """*"…," kata X*, *"…," ujarnya*, *"…," X menambahkan*."""
    words, at = line.words, line.ranges[n][1]
    later = [first for (first, _), speech in zip(line.ranges, line.speech, strict=True) if speech and first >= at]
    limit = min(later, default=len(words))
    while at < limit and (words[at].text in ",.;–—-" or words[at].lower in _SAID):
        at += 1
    if at >= limit:
        return None
    if cue := cue_at(words, at, limit, "post"):
        nxt = cue.last
        while nxt < limit and words[nxt].lower in particles("adverb"):
            nxt += 1
        phrase = None if cue.own else phrase_after(words, nxt, limit)
        rule = "quote-nya" if cue.own else "quote-post"
        return Draft(content, phrase, cue_span(line, cue), rule, cue.polarity, cue.own, at)
    if words[at].lower in _TEXTS and words[at - 1].lower in _SAID and (phrase := phrase_after(words, at, limit)):
        return Draft(content, phrase, None, "quote-text", at=at)
    if words[at].lower == "menurut" and (phrase := phrase_after(words, at + 1, limit)):
        return Draft(content, phrase, Span(words[at].start, words[at].end), "quote-menurut", at=at)
    if cue := cue_at(words, at, limit, "via") or cue_at(words, at, limit, "passive"):
        nxt = cue.last
        while nxt < limit and words[nxt].lower in ("dari", "oleh"):
            nxt += 1
        if phrase := phrase_after(words, nxt, limit):
            return Draft(content, phrase, cue_span(line, cue), "quote-via", at=at)
    for k in range(at, min(limit, at + _REACH)):
        cue = cue_at(words, k, limit, "active")
        if cue and (phrase := subject_before(words, k, at)) and phrase[0] <= at + 1:
            return Draft(content, phrase, cue_span(line, cue), "quote-subject", cue.polarity, at=k)
    if words[at - 1].lower == "demikian" and words[at].is_capital and (phrase := phrase_after(words, at, limit)):
        return Draft(content, phrase, Span(words[at - 1].start, words[at - 1].end), "quote-post", at=at - 1)
    return None


def _before(line: Line, n: int, content: Span) -> Draft | None:
    """*X mengatakan, "…"*, *Kata X: "…"*, *Menurut X, "…"*."""
    words, first = line.words, line.ranges[n][0]
    ends = [last for (_, last), speech in zip(line.ranges[:n], line.speech, strict=False) if speech]
    floor = max(ends, default=0)
    for k in range(first - 1, max(floor, first - _REACH - 2) - 1, -1):
        if line.quoted(k):
            return None
        if cue := cue_at(words, k, first, "active"):
            return Draft(content, subject_before(words, k, floor), cue_span(line, cue), "cue-quote", cue.polarity, at=k)
        post = cue_at(words, k, first, "post")
        if post and words[first - 1].text in ":," and (k == floor or words[k - 1].text in ",;"):
            phrase: Range | None = None if post.own else phrase_after(words, post.last, first)
            if post.own or phrase:
                return Draft(content, phrase, cue_span(line, post), "cue-quote", post.polarity, post.own, k)
        if (told := cue_at(words, k, first, "passive")) and k == floor:
            by = next((j + 1 for j in range(k, first) if words[j].lower == "oleh"), told.last)
            if phrase := phrase_after(words, by, first):
                return Draft(content, phrase, cue_span(line, told), "passive-quote", told.polarity, at=k)
        if words[k].lower == "menurut" and (phrase := phrase_after(words, k + 1, first)):
            return Draft(content, phrase, Span(words[k].start, words[k].end), "menurut-quote", at=k)
    if words[first - 1].text == ":" and (phrase := _named_before(line, floor, first - 1)):
        return Draft(content, phrase, None, "colon-quote", at=first)
    return None


def _named_before(line: Line, floor: int, colon: int) -> Range | None:
    """The name that a colon introduces: *Bayu Sasmita: "…"*."""
    start = colon
    while start > floor and line.words[start - 1].is_capital and line.words[start - 1].is_word:
        start -= 1
    return (start, colon) if start < colon else None
