"""Near-duplicates: reports that print one text, told apart as the same report, a copy, or an updated version.

Pairs are found by MinHash over three-word shingles (Broder 1997) cut into bands (Indyk & Motwani 1998), then every pair
is verified exactly: what share of the shorter report's shingles the other holds.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from silang.model import Reason, Report
from silang.stories.forms import of_one_form

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Positions = NDArray[np.int64]

Kind = Literal["same", "copied", "updated"]

SHARE = 0.7  # of the shorter report's shingles that the other must hold
LENGTH = 0.5  # the shorter must have so much of the longer's shingles; a mere excerpt is no near-duplicate
_SHINGLE = 3  # words
_BANDS, _ROWS = 40, 3  # a pair of Jaccard .5 shares a band with a chance of 1 - (1 - .125)^40, one of .1 with .04
_ALIKE = 24  # least hashes of the 120 in common; `SHARE` and `LENGTH` ask for a Jaccard of .30 or more, so for 36
_BLOCK = 20_000  # pairs looked at in one go
_CROWD = 200  # reports in one bucket, beyond which only neighbours in it are compared
_SAMPLE = 4
_WORD = re.compile(r"[^\W_]+")
_MIX = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports of one text, by id: `left` is the earlier in the order given. `share` is of the shorter's."""

    left: str
    right: str
    kind: Kind
    share: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What tells whether two reports print one text: `shingles` are distinct three-word runs of the body as sorted
    64-bit numbers in their bytes, all or a sample (the same share of every report's)."""

    report: str
    address: str | None
    outlet: str | None
    group: str | None
    shingles: bytes

    def hashes(self) -> Hashes:
        """The shingles as numbers."""
        import numpy as np

        return np.frombuffer(self.shingles, np.uint64)


def imprint(report: Report, *, sampled: bool = False) -> Imprint:
    """The imprint of a report; `sampled` keeps the shingles whose number is divisible by four (Broder 1997, mod m)."""
    found = _shingles(_body(report))
    if sampled:
        found = found[found % found.dtype.type(_SAMPLE) == 0]
    outlet = report.outlet
    return Imprint(
        report.id,
        _address(report.url),
        outlet.id if outlet else None,
        outlet.group if outlet else None,
        found.tobytes(),
    )


def copies(reports: Sequence[Report]) -> tuple[Copy, ...]:
    """All pairs of near-duplicates among `reports`, in their order.

    Reports of fewer than three words have none; one form filled in twice is none, unless both stand at one address.
    """
    imprints = [imprint(report) for report in reports]
    near = sorted(set(_candidates([found.hashes() for found in imprints])))
    found = ((a, b, copy) for a, b in near if (copy := copied(imprints[a], imprints[b])))
    return tuple(
        copy for a, b, copy in found if copy.kind != "copied" or not of_one_form(_body(reports[a]), _body(reports[b]))
    )


def _body(report: Report) -> str:
    return " ".join(span.of(report.text) for span in report.body())


def copied(left: Imprint, right: Imprint) -> Copy | None:
    """How the text of one report stands in the other; None where too little of it does."""
    share = _share(left.hashes(), right.hashes())
    return _copy(left, right, share) if share >= SHARE else None


def _shingles(text: str) -> Hashes:
    """The distinct shingles of a text as sorted 64-bit numbers."""
    import numpy as np

    words = _WORD.findall(text.casefold())
    codes = np.fromiter((zlib.crc32(word.encode("utf-8", "replace")) for word in words), np.uint64, len(words))
    if len(codes) < _SHINGLE:
        return np.empty(0, np.uint64)
    mixed = _mixed(_mixed(_mixed(codes[:-2]) + codes[1:-1]) + codes[2:])
    return np.unique(mixed)


def _mixed(values: Hashes) -> Hashes:
    """A finaliser of MurmurHash3's kind: every bit of the input moves every bit of the output."""
    number = values.dtype.type
    mix = number(_MIX)
    values = values * mix
    values = (values ^ (values >> number(32))) * mix
    return values ^ (values >> number(29))


def _candidates(shingles: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of places, the lower first, that share the least hashes of some band and about enough of all least hashes;
    a pair may come more than once."""
    import numpy as np

    places = np.array([n for n, values in enumerate(shingles) if len(values)], dtype=np.int64)
    least = np.empty((len(places), _BANDS * _ROWS), np.uint32)
    for row, n in enumerate(places):
        least[row] = _least(shingles[n])
    for band in range(_BANDS):
        keys = np.zeros(len(places), np.uint64)
        for column in range(band * _ROWS, (band + 1) * _ROWS):
            keys = _mixed(keys + least[:, column])
        order = np.argsort(keys, kind="stable")
        for m, n in _near(keys[order]):
            left, right = order[m], order[n]
            alike = (least[left] == least[right]).sum(axis=1) >= _ALIKE
            yield from zip(places[left[alike]].tolist(), places[right[alike]].tolist(), strict=True)


def _near(keys: Hashes) -> Iterator[tuple[Positions, Positions]]:
    """Pairs of positions in sorted keys that hold one key, `_CROWD` apart at most, some thousands at a time."""
    import numpy as np

    for apart in range(1, min(_CROWD, len(keys) - 1) + 1):
        same = np.flatnonzero(keys[apart:] == keys[:-apart])
        if not len(same):
            return
        for at in range(0, len(same), _BLOCK):
            yield same[at : at + _BLOCK], same[at : at + _BLOCK] + apart


def _least(values: Hashes) -> NDArray[np.uint32]:
    """The least of the shingles' numbers under each of the hash functions: their upper halves, which are mixed best."""
    import numpy as np

    found: Hashes = ((values[None, :] ^ _seeds()[:, None]) * np.uint64(_MIX)).min(axis=1) >> np.uint64(32)
    return found.astype(np.uint32)


@cache
def _seeds() -> Hashes:
    import numpy as np

    return _mixed(np.arange(1, _BANDS * _ROWS + 1, dtype=np.uint64))


def _share(a: Hashes, b: Hashes) -> float:
    import numpy as np

    short, long = sorted((len(a), len(b)))
    if short < LENGTH * long:
        return 0.0
    return len(np.intersect1d(a, b, assume_unique=True)) / short if short else 0.0


def _copy(left: Imprint, right: Imprint, share: float) -> Copy:
    shown = Reason("text", f"{share:.0%} of the shorter report's three-word runs stand in the other", weight=share)
    alike = left.shingles == right.shingles
    kind: Kind = "copied"
    why: tuple[Reason, ...] = ()
    if left.address is not None and left.address == right.address:
        kind = "same" if alike else "updated"
        why = (Reason("address", f"both at {left.address}"),)
    elif left.group and left.group == right.group:
        why = (Reason("group", f"both outlets are of {left.group}"),)
    elif alike and left.outlet == right.outlet:
        kind = "same"
    return Copy(left.report, right.report, kind, round(share, 3), (*why, shown))


def _address(url: str | None) -> str | None:
    """A web address without what changes between twins of a page: scheme, www or amp, a final amp, the query.

    Of the query, numbered parts are kept where the path has neither number nor hyphen: there it is they that name the
    report (*baca.php?id=7*).
    """
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = parts.netloc.casefold()
    for prefix in ("www.", "m.", "amp."):
        host = host.removeprefix(prefix)
    path = parts.path.rstrip("/").removesuffix("/amp").removesuffix(".amp").rstrip("/")
    named = any(letter.isdigit() or letter == "-" for letter in path)
    numbered = [] if named else sorted(part for part in parts.query.split("&") if any(map(str.isdigit, part)))
    query = "?" + "&".join(numbered) if numbered else ""
    return host + path.removeprefix("/amp") + query if host and (path or query) else None
