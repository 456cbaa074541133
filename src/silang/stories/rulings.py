"""What editors said of a report's place: append-only, obeyed, and undone by a later word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["belongs", "does not belong", "undone"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's word on one report and one story, both by id; `when` is ISO 8601 UTC.

    "undone" takes back what was said before of this report and this story.
    """

    report: str
    story: str
    verdict: Verdict
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A ruling as it was understood when it came: the place of its report, and those of the story's other reports."""

    ruling: Ruling
    place: int
    others: tuple[int, ...]


def in_force(said: Iterable[Bound], resolve: Callable[[str], str]) -> list[Bound]:
    """Which rulings on one report hold: the last on each story, and only the last place that it was given.

    `resolve` gives the story that a story's id stands for now.
    """
    held: dict[str, Bound] = {}
    for bound in said:
        story, verdict = resolve(bound.ruling.story), bound.ruling.verdict
        held.pop(story, None)
        if verdict == "belongs":
            held = {id: old for id, old in held.items() if old.ruling.verdict != "belongs"}
        if verdict != "undone":
            held[story] = bound
    return list(held.values())
