"""Why reports are of one story, or why one stands alone, in words."""

from __future__ import annotations

from collections.abc import Sequence

from silang.model import Reason
from silang.stories.likeness import fade
from silang.stories.pairs import Pair
from silang.stories.profiles import Profile

_SHOWN = 5  # words


def together(group: Sequence[int], profiles: Sequence[Profile], likest: dict[int, Pair]) -> tuple[Reason, ...]:
    """One reason for the story's days, and for each report the one of its story that it resembles most."""
    days = sorted(day for n in group if (day := profiles[n].day) is not None)
    found = [Reason("time", f"published within {_days(days[-1] - days[0])}")] if days else []
    for n in group:
        pair = likest[n]
        other = profiles[pair.other(n)]
        words = ", ".join(_shared(profiles[n], other))
        detail = f"shares with {other.report}: {words}"
        found.append(Reason("terms", detail, profiles[n].report, weight=round(pair.score, 3)))
    return tuple(found)


def alone(profile: Profile, nearest: Pair | None, other: Profile | None) -> tuple[Reason, ...]:
    """Why a report is a story by itself."""
    if nearest is None or other is None:
        return (Reason("alone", "no other report shares enough rare words", profile.report),)
    far = ""
    if profile.day is not None and other.day is not None and fade(profile, other) < 1:
        far = f"; {_days(abs(profile.day - other.day))} apart"
    detail = f"most like {other.report}, but not enough: {', '.join(_shared(profile, other))}{far}"
    return (Reason("alone", detail, profile.report, weight=round(nearest.score, 3)),)


def _shared(a: Profile, b: Profile) -> list[str]:
    common = [word for word in a.weights if word in b.weights]
    common.sort(key=lambda word: (-a.weights[word] * b.weights[word], word))
    return [a.printed[word] for word in common[:_SHOWN]]


def _days(n: int) -> str:
    return "one day" if n <= 1 else f"{n} days"
