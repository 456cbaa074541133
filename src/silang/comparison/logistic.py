"""A logistic model of named traits, as fitted in `training` and kept in a JSON file of this package."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Logistic:
    """The intercept, and what one of each trait adds to the log odds."""

    intercept: float
    weights: Mapping[str, float]

    def chance(self, traits: Mapping[str, float]) -> float:
        """The chance of these traits, from 0 to 1."""
        return 1 / (1 + math.exp(-self.intercept - sum(self.adds(traits).values())))

    def adds(self, traits: Mapping[str, float]) -> dict[str, float]:
        """What each trait adds to the log odds."""
        return {name: weight * traits[name] for name, weight in self.weights.items()}


@cache
def stored(name: str) -> Logistic:
    """The model in the file `name` of this package."""
    held = json.loads(files("silang.comparison").joinpath(name).read_text("utf-8"))
    return Logistic(held["intercept"], held["weights"])
