"""What is counted while an export is measured, and what was missed or wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Miss:
    """Something of the gold that the export lacks (missed), or the other way round (wrong)."""

    kind: Literal["missed", "wrong"]
    where: str
    text: str
    detail: str = ""


@dataclass(slots=True)
class Tally:
    """Counts of one part: of the gold, of what was found, and how many of each have a match."""

    gold: int = 0
    found: int = 0
    hit_gold: int = 0
    hit_found: int = 0

    def add(self, hits: tuple[int, int], gold: int, found: int) -> None:
        """`hits` are how many of `gold`, and how many of `found`, have a match."""
        self.hit_gold += hits[0]
        self.hit_found += hits[1]
        self.gold += gold
        self.found += found

    def figures(self) -> Figures:
        """Precision, recall, F1, each 0 where it has no denominator, and the size of the gold."""
        precision = self.hit_found / self.found if self.found else 0.0
        recall = self.hit_gold / self.gold if self.gold else 0.0
        return {"precision": precision, "recall": recall, "f1": harmonic(precision, recall), "gold": self.gold}


@dataclass(slots=True)
class Ledger:
    """All counts. `answers` are the rightness of each answer to a question that has one answer, by question."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    answers: defaultdict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    misses: defaultdict[str, list[Miss]] = field(default_factory=lambda: defaultdict(list))
    body: int = 0
    body_lost: int = 0

    def answer(self, question: str, right: bool, miss: Miss) -> None:
        """Counts one answer; `miss` is noted where it is not right."""
        self.answers[question].append(right)
        if not right:
            self.misses[f"metadata {question}"].append(miss)

    def figures(self) -> dict[str, Figures]:
        """The figures of every part that the gold or the export has anything of."""
        found = {part: tally.figures() for part, tally in self.tallies.items() if tally.gold or tally.found}
        found |= {f"metadata {name}": {"accuracy": sum(row) / len(row)} for name, row in self.answers.items()}
        return found | {"body lost": {"share": self.body_lost / self.body if self.body else 0.0}}


def harmonic(precision: float, recall: float) -> float:
    """F1; 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
