"""Lines: a sentence, or the sentences that one quotation holds together, with the quotations told apart by use."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from silang.extraction.cues import cue_at
from silang.extraction.quotations import Quotation
from silang.language import Parse, Token
from silang.model import Span

_ENDS = ",.!?…"
_LONG = 4  # words from which a quotation after a bare cue is speech, not a borrowed term


@dataclass(frozen=True, slots=True)
class Line(Span):
    """Tokens of a stretch of one paragraph. `speech` and `terms` are its quotations by use, as token ranges."""

    words: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    ranges: tuple[tuple[int, int], ...]  # of `quotations`, marks included
    speech: tuple[bool, ...]
    opens: bool  # whether it opens its paragraph

    def quoted(self, n: int) -> bool:
        """Whether token `n` stands inside quotation marks."""
        return any(first <= n < last for first, last in self.ranges)

    def after_speech(self, n: int) -> int:
        """The token after the last quoted speech that ends before token `n`; 0 where there is none."""
        return max(
            (last for (_, last), speech in zip(self.ranges, self.speech, strict=True) if speech and last <= n),
            default=0,
        )

    def said(self, n: int) -> bool:
        """Whether token `n` stands inside quoted speech."""
        return any(first <= n < last for (first, last), speech in zip(self.ranges, self.speech, strict=True) if speech)


def lines(parse: Parse, quotations: Sequence[Quotation]) -> list[Line]:
    """The lines of a report's body, in order."""
    found: list[Line] = []
    opening = {block.start for block in parse.blocks}
    for span in _joined(parse.sentences, quotations):
        inside = tuple(q for q in quotations if span.holds(q.outer))
        words = parse.within(span)
        if words:
            ranges = tuple(_range(words, q.outer) for q in inside)
            speech = tuple(_is_speech(words, ranges, n, q) for n, q in enumerate(inside))
            found.append(Line(span.start, span.end, words, inside, ranges, speech, span.start in opening))
    return found


def _joined(sentences: Sequence[Span], quotations: Sequence[Quotation]) -> list[Span]:
    """Sentences, joined where a quotation crosses their border."""
    found: list[Span] = []
    for sentence in sentences:
        if found and any(q.outer.start < found[-1].end and q.outer.end > sentence.start for q in quotations):
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def _range(words: Sequence[Token], span: Span) -> tuple[int, int]:
    starts = [token.start for token in words]
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _is_speech(words: Sequence[Token], ranges: Sequence[tuple[int, int]], n: int, quotation: Quotation) -> bool:
    """Whether a quotation is what somebody said, not a term, a title or an irony inside the narration."""
    first, last = ranges[n]
    inner = [token for token in words[first:last] if quotation.holds(token)]
    ended = not quotation.closed or (len(inner) > 1 and inner[-1].text[-1] in _ENDS)
    size = sum(token.is_word for token in words[first:last])
    begins = first == 0 or any(end == first for _, end in ranges[:n]) or words[first - 1].text in "-–—."
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
