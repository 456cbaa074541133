"""What a stream of stories holds, as plain data that JSON can hold, and back."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from silang.model import Reason
from silang.stories.copies import Copy, Imprint
from silang.stories.profiles import Profile
from silang.stories.rulings import Bound, Ruling

FORMAT = "stories/2"


def profile(made: Profile) -> dict[str, Any]:
    """Terms as rows ``[term, weight, printed, is a name, opens]``; shingles in base 64."""
    imprint = made.imprint
    return {
        "report": made.report,
        "day": made.day,
        "days": sorted(made.days),
        "front": sorted(made.front),
        "terms": [
            [word, weight, made.printed[word], word in made.names, word in made.opening]
            for word, weight in made.weights.items()
        ],
        "address": imprint.address,
        "outlet": imprint.outlet,
        "group": imprint.group,
        "shingles": b64encode(imprint.shingles).decode("ascii"),
    }


def read_profile(saved: Mapping[str, Any]) -> Profile:
    terms = saved["terms"]
    shingles = b64decode(saved["shingles"])
    return Profile(
        saved["report"],
        day=saved["day"],
        days=frozenset(saved["days"]),
        front=frozenset(saved["front"]),
        weights={word: weight for word, weight, *_ in terms},
        names=frozenset(word for word, _, _, named, _ in terms if named),
        opening=frozenset(word for word, *_, opens in terms if opens),
        printed={word: printed for word, _, printed, *_ in terms},
        imprint=Imprint(saved["report"], saved["address"], saved["outlet"], saved["group"], shingles),
    )


def copy(found: Copy) -> dict[str, Any]:
    return asdict(found)


def read_copy(saved: Mapping[str, Any]) -> Copy:
    why = tuple(Reason(**reason) for reason in saved["reasons"])
    return Copy(saved["left"], saved["right"], saved["kind"], saved["share"], why)


def bound(said: Bound) -> dict[str, Any]:
    return asdict(said)


def read_bound(saved: Mapping[str, Any]) -> Bound:
    return Bound(Ruling(**saved["ruling"]), saved["place"], tuple(saved["others"]))
