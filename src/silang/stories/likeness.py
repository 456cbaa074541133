"""How alike two reports are: rare words in common, less where they name others, and by the days between them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from silang.stories.forms import is_refilled
from silang.stories.profiles import Profile

THRESHOLD = 0.28
"""Mean likeness over all pairs of a story's reports; set on gold/train, where .26 to .30 do about equally well."""

WINDOW = 7  # days; reports further apart are not of one event
FLOOR = 0.15  # pairs below are as good as unlike
_FADE = 0.08  # of the likeness, lost with each day between two reports after the first
_NAMELESS = 0.4  # of the likeness, kept where the names are others: two fires on one day use the same words
_NAMED = 0.25  # cosine over names alone from which on nothing is lost; 98 % of the pairs of gold/train reach it
_OPENED = 0.3  # share of an opening's names that the other report holds, from which on nothing is lost; as many do
_OTHER_DAY = 0.8  # kept two days or more apart where the leads name other days: a verdict and its appeal
_UNSURE = 0.85  # of the likeness, kept where a day is not known and the texts name no day in common


def likeness(a: Profile, b: Profile, alike: float) -> float:
    """What is left of `alike`, the cosine of the two profiles, where they name others, and for the days between them; 0
    to 1."""
    whole = alike * fade(a, b)
    return whole * agreement(a, b) if whole >= FLOOR else whole


def agreement(a: Profile, b: Profile) -> float:
    """What is left of a likeness for the names of two reports: 1 where they share some, or one of them has none."""
    if not (a.names and b.names):
        return 1.0
    shared = math.fsum(a.weights[name] * b.weights[name] for name in a.names & b.names)
    lengths = math.sqrt(_mass(a, a.names) * _mass(b, b.names))
    opened = [_mass(p, p.opening & q.weights.keys()) / _mass(p, p.opening) for p, q in ((a, b), (b, a)) if p.opening]
    return _kept(shared / lengths, _NAMED) * _kept(max(opened, default=1.0), _OPENED)


def refilled(a: Profile, b: Profile) -> bool:
    """Whether two reports of like wording are one form filled in twice (quakes, prices)."""
    return is_refilled(_facts(a), a.weights, _facts(b), b.weights)


def _facts(profile: Profile) -> dict[str, float]:
    held = profile.opening | {word for word in profile.weights if word[0].isdigit()}
    return {word: profile.weights[word] for word in held}


def _mass(profile: Profile, words: AbstractSet[str]) -> float:
    return math.fsum(profile.weights[word] ** 2 for word in words)  # exact: sets have no order


def _kept(share: float, enough: float) -> float:
    return min(1.0, _NAMELESS + (1 - _NAMELESS) * share / enough)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Of two vectors of length 1."""
    return math.fsum([a[word] * b[word] for word in a.keys() & b.keys()])


def fade(a: Profile, b: Profile) -> float:
    """What is left of a likeness for the days between two reports, and those their leads name; 1 within a day."""
    if a.day is None or b.day is None:
        return 1.0 if (a.days | {a.day}) & (b.days | {b.day}) - {None} else _UNSURE
    gap = abs(a.day - b.day)
    if gap > WINDOW:
        return 0.0
    told = _OTHER_DAY if gap > 1 and a.front and b.front and not a.front & b.front else 1.0
    return told * (1.0 - _FADE * max(0, gap - 1))
