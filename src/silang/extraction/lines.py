"""Lines: a sentence, or the sentences that one quotation holds together, with the quotations told apart by use."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from silang.extraction.cues import cue_at
from silang.extraction.quotations import Quotation
from silang.language import Parse, Token
from silang.model import Span

_ENDS = ",.!?…"
_LONGEST = 3000  # code points of a sentence that is still read as one
_LONG = 4  # words from which a quotation after a bare cue is speech, not a borrowed term


@dataclass(frozen=True, slots=True)
class Line(Span):
    """Tokens of a stretch of one paragraph; `speech` says of each of its quotations whether somebody said it."""

    words: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    ranges: tuple[tuple[int, int], ...]  # of `quotations` in tokens, marks included
    speech: tuple[bool, ...]
    in_marks: frozenset[int]
    in_speech: frozenset[int]

    def quoted(self, n: int) -> bool:
        """Whether token `n` stands inside quotation marks."""
        return n in self.in_marks

    def said(self, n: int) -> bool:
        """Whether token `n` stands inside quoted speech."""
        return n in self.in_speech

    def after_speech(self, n: int) -> int:
        """The token after the last quoted speech that ends before token `n`; 0 where there is none."""
        last = n - 1 if n not in self.in_speech else -1
        while last >= 0 and last not in self.in_speech:
            last -= 1
        return last + 1


def lines(parse: Parse, quotations: Sequence[Quotation]) -> list[Line]:
    """The lines of a report's body, in order."""
    found: list[Line] = []
    starts = [quotation.outer.start for quotation in quotations]
    for span in _joined(parse.sentences, quotations):
        here = quotations[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if words := parse.within(span):
            found.append(_line(words, tuple(q for q in here if span.holds(q.outer)), span))
    return found


def _line(words: tuple[Token, ...], inside: tuple[Quotation, ...], span: Span) -> Line:
    starts = [token.start for token in words]
    ranges = tuple((bisect_left(starts, q.outer.start), bisect_left(starts, q.outer.end)) for q in inside)
    speech = tuple(_is_speech(words, ranges, n, q) for n, q in enumerate(inside))
    marked = frozenset(n for first, last in ranges for n in range(first, last))
    said = frozenset(
        n for (first, last), is_said in zip(ranges, speech, strict=True) if is_said for n in range(first, last)
    )
    return Line(span.start, span.end, words, inside, ranges, speech, marked, said)


def _joined(sentences: Sequence[Span], quotations: Sequence[Quotation]) -> list[Span]:
    """Sentences, joined where a quotation crosses their border, and cut where no sentence is so long."""
    found: list[Span] = []
    n = 0
    for sentence in (piece for whole in sentences for piece in _bounded(whole)):
        while n < len(quotations) and quotations[n].outer.end <= sentence.start:
            n += 1
        crossed = n < len(quotations) and quotations[n].outer.start < sentence.start
        if found and crossed:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def _bounded(sentence: Span) -> Iterator[Span]:
    """A sentence in pieces of at most `_LONGEST` code points: what is longer is no language, and costs its square."""
    for start in range(sentence.start, sentence.end, _LONGEST):
        yield Span(start, min(start + _LONGEST, sentence.end))


def _is_speech(words: Sequence[Token], ranges: Sequence[tuple[int, int]], n: int, quotation: Quotation) -> bool:
    """Whether a quotation is what somebody said, not a term, a title or an irony inside the narration."""
    first, last = ranges[n]
    inner = [token for token in words[first:last] if quotation.holds(token)]
    ended = not quotation.closed or (len(inner) > 1 and inner[-1].text[-1] in _ENDS)
    size = sum(token.is_word for token in words[first:last])
    begins = first == 0 or (n > 0 and ranges[n - 1][1] == first) or words[first - 1].text in "-–—."
    after = last + 1 if last < len(words) and words[last].text == "," else last
    if after < len(words) and cue_at(words, after, len(words), "post") and (ended or begins or after > last):
        return True
    if begins:
        return ended or (last >= len(words) - 1 and size > _LONG) or (after > last and size > 1)
    if words[first - 1].text == ":":
        return True
    before = first - 2 if words[first - 1].text == "," else first - 1
    cue = before >= 0 and (_ends_cue(words, before))
    if words[first - 1].text == ",":
        return (bool(cue) and (ended or size > 2)) or (ended and size > _LONG)
    return bool(cue) and ended and size > _LONG


def _ends_cue(words: Sequence[Token], n: int) -> bool:
    return any(
        (cue := cue_at(words, start, n + 1, place)) and cue.last == n + 1
        for start in range(max(0, n - 1), n + 1)
        for place in ("active", "post")
    )
