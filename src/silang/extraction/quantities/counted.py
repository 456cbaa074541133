"""The noun that a number counts: *175 orang tersangka* → tersangka, *tujuh unit rumah* → rumah."""

from __future__ import annotations

import re
from collections.abc import Sequence

from silang.extraction.quantities.words import longest, role
from silang.language.tokens import Token

_VERB = re.compile(r"(?:me[mnlrw]|di|ber|ter)[a-z]{3,}")
_OWNED = re.compile(r"([a-z]{4,})nya")
_PERSON = re.compile(r"pe[a-z]{4,}")


def counted_at(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """What the number before token `at` counts, casefolded, and the token after it; None and `at` where nothing."""
    if at >= len(tokens):
        return None, at
    if tokens[at].lower == "-" and at + 1 < len(tokens) and tokens[at + 1].lower == "an":
        at += 2  # *30-an orang*
    if at >= len(tokens):
        return None, at
    if length := longest(tokens, at, role("compound")):
        return " ".join(t.lower for t in tokens[at : at + length]), at + length
    word = tokens[at]
    if (word.lower,) in role("classifier"):
        return _behind(tokens, at)
    if (word.lower,) in role("fate"):
        return "orang", at  # *tiga tewas*
    return (_bare(word), at + 1) if _is_noun(word) else (None, at)


def _behind(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """What a classifier classifies, or the classifier where nothing follows that it can."""
    classifier = tokens[at].lower
    after = at + 1
    if after < len(tokens) and tokens[after].start >= 0:
        if length := longest(tokens, after, role("compound")):
            return " ".join(t.lower for t in tokens[after : after + length]), after + length
        word = tokens[after]
        if classifier in ("orang", "sosok"):
            named = (word.lower,) in role("person") or (_PERSON.fullmatch(word.lower) and _is_noun(word))
            return (_bare(word), after + 1) if named else (classifier, after)
        if _is_noun(word):
            return _bare(word), after + 1
    return classifier, after


def _bare(word: Token) -> str:
    """The noun without *-nya*: *tiga temannya*."""
    owned = _OWNED.fullmatch(word.lower)
    return owned[1] if owned else word.lower


def _is_noun(word: Token) -> bool:
    """Whether a word may be what is counted: lower case, or an acronym, and no verb or small word."""
    if not word.is_word or (word.lower,) in role("other") or (word.lower,) in role("fate"):
        return False
    if word.text.isupper():
        return 1 < len(word.text) <= 6
    if (word.lower,) in role("noun") or (word.lower,) in role("person"):
        return True  # also in a headline's capitals
    return word.text.islower() and len(word.text) > 2 and not _VERB.fullmatch(word.text)
