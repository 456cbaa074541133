"""Why reports are of one story, or why one stands alone, in words."""

from __future__ import annotations

from collections.abc import Sequence

from silang.model import Reason
from silang.stories.copies import Copy
from silang.stories.likeness import fade
from silang.stories.profiles import Profile
from silang.stories.rulings import Ruling

_SHOWN = 5  # words
_TOLD = {"same": "is the same report as", "copied": "prints the text of", "updated": "is another version of"}


def within(profiles: Sequence[Profile]) -> tuple[Reason, ...]:
    """The time between the first and the last report of a story; nothing where no day is known."""
    days = sorted(profile.day for profile in profiles if profile.day is not None)
    return (Reason("time", f"published within {_days(days[-1] - days[0])}"),) if days else ()


def shares(profile: Profile, other: Profile, score: float) -> Reason:
    """The heaviest words that a report has in common with the one of its story that it is most like."""
    detail = f"shares with {other.report}: {', '.join(_shared(profile, other))}"
    return Reason("terms", detail, profile.report, weight=round(score, 3))


def alone(profile: Profile, nearest: tuple[Profile, float] | None) -> Reason:
    """Why a report is a story by itself; `nearest` is the report that it is most like, and how much."""
    if nearest is None:
        return Reason("alone", "no other report shares enough rare words", profile.report)
    other, score = nearest
    far = ""
    if profile.day is not None and other.day is not None and fade(profile, other) < 1:
        far = f"; {_days(abs(profile.day - other.day))} apart"
    detail = f"most like {other.report}, but not enough: {', '.join(_shared(profile, other))}{far}"
    return Reason("alone", detail, profile.report, weight=round(score, 3))


def copied(profile: Profile, copy: Copy) -> Reason:
    """That a report prints the text of another."""
    other = copy.left if copy.right == profile.report else copy.right
    return Reason("copy", f"{_TOLD[copy.kind]} {other}", profile.report, weight=copy.share)


def ruled(ruling: Ruling) -> Reason:
    """What an editor said of a report."""
    return Reason("ruling", f"{ruling.who}, {ruling.when}: {ruling.verdict} ({ruling.story})", ruling.report)


def _shared(a: Profile, b: Profile) -> list[str]:
    common = [word for word in a.weights if word in b.weights]
    common.sort(key=lambda word: (-a.weights[word] * b.weights[word], word))
    return [a.printed[word] for word in common[:_SHOWN]]


def _days(n: int) -> str:
    return "one day" if n <= 1 else f"{n} days"
