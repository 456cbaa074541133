"""What reading a line gives before sources are resolved: content, source as words, cue, and the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass

from silang.extraction.cues import Cue
from silang.extraction.lines import Line
from silang.extraction.phrases import Range
from silang.model import Polarity, Span

_EDGES = ",.;:–—!-"


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement whose source is still words: a token range of its line, None where the line has none.

    `own`: the source is a -nya on the cue (*ujarnya*). `at`: the token of the cue, by which the drafts of a line stand
    in order.
    """

    content: Span
    source: Range | None
    cue: Span | None
    rule: str
    polarity: Polarity = "affirmed"
    own: bool = False
    at: int = 0


def trimmed(line: Line, first: int, last: int) -> Span | None:
    """Tokens first:last of a line as a span, without commas and stops at its edges; None if nothing is left."""
    words = line.words
    while first < last and words[first].text in ",;:–—-":
        first += 1
    while last > first and words[last - 1].text in _EDGES:
        last -= 1
    return Span(words[first].start, words[last - 1].end) if last > first else None


def cue_span(line: Line, cue: Cue) -> Span:
    """The words of a cue as a span."""
    return Span(line.words[cue.first].start, line.words[cue.last - 1].end)
