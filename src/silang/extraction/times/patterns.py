"""The table `time_patterns` compiled to regexes over the string of classes.

A pattern is words apart by blanks: a CLASS of `time_words` or a shape of `lexemes`, a word as printed in lower case
(`ke_depan` for a phrase of the lexicon), a mark, a NAME of an earlier entry. `{ a | b }` groups, `?` after a word or
group makes it optional. Nothing repeats, so matching is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from silang.errors import LexiconError
from silang.extraction.times.lexemes import SHAPES, Lexeme, words
from silang.language import lexicon


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the name of the reader that gives it a value."""

    read: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched: lexemes `first` up to `end` of the text."""

    read: str
    first: int
    end: int


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of the table. Raises LexiconError where a pattern names nothing known."""
    named: dict[str, str] = {}
    found: list[Rule] = []
    for entry in lexicon.table("time_patterns"):
        regex = "".join(_regex(word, named) for word in entry["pattern"].split())
        if "name" in entry:
            named[entry["name"]] = f"(?:{regex})"
        else:
            found.append(Rule(entry["read"], re.compile(regex)))
    return tuple(found)


def _regex(word: str, named: dict[str, str]) -> str:
    if word in ("{", "|", "}", "}?"):
        return {"{": "(?:", "|": "|", "}": ")", "}?": ")?"}[word]
    if len(word) > 1 and word.endswith("?"):
        return f"(?:{_regex(word[:-1], named)})?"
    if word in named:
        return named[word]
    if word in SHAPES:
        return SHAPES[word]
    if (phrase := word.replace("_", " ")) in words():
        return words()[phrase].shape
    if kind := [w.shape for w in words().values() if w.kind == word]:
        return "[" + "".join(kind) + "]"
    if len(word) == 1 and not word.isalnum():
        return re.escape(word)
    raise LexiconError(f"time_patterns.toml: {word!r} is neither a class, nor a name, nor a word in lower case")


def matches(found: Sequence[Lexeme]) -> Iterator[Sequence[Match]]:
    """For each lexeme where rules match, their matches, longest first, then in the order of the table."""
    shapes = "".join(lexeme.shape for lexeme in found)
    starts: dict[int, list[Match]] = {}
    for rule in rules():
        for hit in rule.regex.finditer(shapes):
            if hit.end() > hit.start():
                starts.setdefault(hit.start(), []).append(Match(rule.read, hit.start(), hit.end()))
    for first in sorted(starts):
        yield sorted(starts[first], key=lambda match: -match.end)
