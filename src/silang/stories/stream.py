"""Stories as reports come: in any order, late ones too, each placed by what it shares with those of its days.

Weighed pairs at or above the threshold make neighbourhoods: only within one can group-average clustering join anything,
so a new report has its own neighbourhood clustered again and nothing else. The grouping follows from the reports alone,
in whatever order they came, while no neighbourhood outgrows `NEIGHBOURHOOD`, no term its crowd (`index`) and no address
`_TWINS`; beyond, only stories that the new report is most like are clustered again.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from silang.errors import SilangError, UnknownIdError
from silang.model import Reason
from silang.stories import reasons, state
from silang.stories.book import Book, Change, Update
from silang.stories.chains import Chain, chains
from silang.stories.clusters import Bonds, Pair, clusters
from silang.stories.copies import Copy, copied
from silang.stories.index import Index
from silang.stories.likeness import FLOOR, THRESHOLD, cosine, likeness, refilled
from silang.stories.neighbourhoods import Neighbourhoods
from silang.stories.profiles import Profile
from silang.stories.rulings import Bound, Ruling, in_force

NEIGHBOURHOOD = 300
"""Reports that are clustered again for one new report, at most."""

_TWINS = 50  # reports at one address that are looked at, the last ones: some sites have all theirs at one
_COPIED = 0.5  # cosine from which on two reports may print one text


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a report is and why. `moved` are all reports whose story is another since, with that story: the report
    itself when it came; `changes` are the stories that merged or split over it; `copies` are those of its text.
    `relinked` are the later reports that a renewed one was alike to, or is now: what `kept` gives of them is another.
    """

    report: str
    story: str
    reasons: tuple[Reason, ...]
    changes: tuple[Change, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    copies: tuple[Copy, ...] = ()
    relinked: tuple[str, ...] = ()


class Stream:
    """All stories so far. Only `add`, `renew` and `rule` change them. No id is ever given to two stories."""

    def __init__(self) -> None:
        self._profiles: list[Profile] = []
        self._places: dict[str, int] = {}
        self._links: list[dict[int, float]] = []
        self._copies: list[dict[int, Copy]] = []
        self._addresses: dict[str, list[int]] = {}
        self._index = Index()
        self._near = Neighbourhoods()
        self._bound: list[Bound] = []
        self._said: dict[int, list[Bound]] = {}  # of each report that anything was said of
        self._book = Book()

    def add(self, profile: Profile) -> Placement:
        """Places a report; one that is here already stays as it is."""
        if profile.report in self._places:
            return self.placement(profile.report)
        place = len(self._profiles)
        self._room(profile)
        self._weigh(place)
        self._list(place)
        near = self._kin(place)
        self._near.add(place, near)
        return self._placed(place, self._settle(self._scope(place, near)))

    def renew(self, profile: Profile) -> Placement:
        """Places a report that is here anew, by what it is about since it was corrected; it keeps its turn among the
        others, and what editors said of it. Raises UnknownIdError."""
        place = self._place(profile.report)
        home, others = self._book.story(place), self._book.leave(place)
        before = self._drop(place)
        self._profiles[place] = profile
        self._weigh(place)
        self._list(place)
        after = self._in_turn(place)
        near = self._kin(place)
        self._near.join(place, near)
        bound = {n for said in self._said.get(place, ()) for n in said.others}
        placed = self._placed(place, self._settle(self._scope(place, near, bound.union(others[:1]))))
        return replace(
            placed,
            moved=tuple(one for one in placed.moved if one != (profile.report, home)),
            relinked=self._names(sorted(n for n in before | after if n > place)),
        )

    def rule(self, ruling: Ruling) -> Placement:
        """Takes an editor's word and obeys it.

        Raises UnknownIdError, and SilangError where the report would be taken from a story of its own.
        """
        place = self._place(ruling.report)
        others = tuple(n for n in self._book.stories[self.resolve(ruling.story)] if n != place)
        if ruling.verdict == "does not belong" and not others:
            raise SilangError(f"{ruling.report} is the only report of {ruling.story}; it cannot be taken from it")
        self._remember(Bound(ruling, place, others))
        bound = {n for said in self._said[place] for n in said.others}
        return self._placed(place, self._settle(self._scope(place, self._kin(place), bound)))

    def placement(self, report: str) -> Placement:
        """Where a report is and why; raises UnknownIdError."""
        return self._placed(self._place(report), Update((), ()))

    def resolve(self, story: str) -> str:
        """The id that a story goes by now, which is another where it was merged; raises UnknownIdError."""
        try:
            return self._book.resolve(story)
        except KeyError:
            raise UnknownIdError(f"no story has the id {story!r}") from None

    def stories(self) -> Mapping[str, tuple[str, ...]]:
        """The reports of every story, in the order in which they came."""
        return {id: self._names(places) for id, places in self._book.stories.items()}

    def reports(self, story: str) -> tuple[str, ...]:
        """The reports of a story, in the order in which they came; raises UnknownIdError."""
        return self._names(self._book.stories[self.resolve(story)])

    def aliases(self) -> Mapping[str, str]:
        """Ids of stories that were merged, with the story that each is part of now."""
        return {old: self._book.resolve(old) for old in self._book.aliases}

    def chains(self) -> tuple[Chain, ...]:
        """Stories that follow one from another. Worked out anew at each call, over all stories."""
        return chains({id: [self._profiles[n] for n in places] for id, places in self._book.stories.items()})

    def holds(self, report: str) -> bool:
        """Whether the report is here."""
        return report in self._places

    def by_birth(self, stories: Iterable[str]) -> list[str]:
        """Those ids that were given here, also of stories that were merged, in the order in which they were."""
        return self._book.by_birth(stories)

    def rulings(self) -> tuple[Ruling, ...]:
        """All that editors said, in order, what was undone among it."""
        return tuple(said.ruling for said in self._bound)

    def state(self) -> dict[str, Any]:
        """Everything as plain data that JSON can hold, for `Stream.restored`."""
        return {
            "format": state.FORMAT,
            "profiles": [state.profile(profile) for profile in self._profiles],
            "links": [[[n, score] for n, score in links.items() if n < m] for m, links in enumerate(self._links)],
            "copies": [state.copy(copy) for m, found in enumerate(self._copies) for n, copy in found.items() if n < m],
            "rulings": [state.bound(said) for said in self._bound],
            "book": self._book.state(),
        }

    def kept(self, report: str) -> dict[str, Any]:
        """What `state` holds of one report: its profile, its links and copies with those that came before it, by id.
        Raises UnknownIdError."""
        place = self._place(report)
        return {
            "format": state.FORMAT,
            "profile": state.profile(self._profiles[place]),
            "links": [[self._profiles[n].report, score] for n, score in self._links[place].items() if n < place],
            "copies": [state.copy(copy) for n, copy in self._copies[place].items() if n < place],
        }

    @classmethod
    def restored(cls, saved: Mapping[str, Any]) -> Stream:
        """The stream of a `state`, which goes on as that would have; raises SilangError for another format."""
        if saved.get("format") != state.FORMAT:
            raise SilangError(f"stories of format {saved.get('format')!r} cannot be read; this is {state.FORMAT!r}")
        stream = cls()
        for place, profile in enumerate(map(state.read_profile, saved["profiles"])):
            stream._room(profile)
            stream._list(place)
        for place, links in enumerate(saved["links"]):
            for other, score in links:
                stream._links[place][other] = stream._links[other][place] = score
        for copy in map(state.read_copy, saved["copies"]):
            left, right = stream._places[copy.left], stream._places[copy.right]
            stream._copies[left][right] = stream._copies[right][left] = copy
        for place in range(len(stream._profiles)):
            stream._near.add(place, (n for n in stream._kin(place) if n < place))
        for said in map(state.read_bound, saved["rulings"]):
            stream._remember(said)
        stream._book = Book.restored(saved["book"])
        return stream

    # ── within ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _room(self, profile: Profile) -> None:
        """Makes room for the next report, which no look-up finds yet."""
        self._places[profile.report] = len(self._profiles)
        self._profiles.append(profile)
        self._links.append({})
        self._copies.append({})

    def _list(self, place: int) -> None:
        """Lets look-ups find the report."""
        profile = self._profiles[place]
        self._index.add(profile, place)
        if profile.imprint.address:
            insort(self._addresses.setdefault(profile.imprint.address, []), place)

    def _weigh(self, place: int) -> None:
        """Links the report, which is not listed, with those it is like and those of its text."""
        profile = self._profiles[place]
        near = set(self._addresses.get(profile.imprint.address or "", ())[-_TWINS:])
        for other in self._index.likely(profile):
            there = self._profiles[other]
            alike = cosine(there.weights, profile.weights)
            score = likeness(there, profile, alike)
            if score >= FLOOR:
                self._links[place][other] = self._links[other][place] = score
            if alike >= _COPIED and not refilled(there, profile):
                near.add(other)
        for other in sorted(near):
            left, right = sorted((place, other))
            if copy := copied(self._profiles[left].imprint, self._profiles[right].imprint):
                self._copies[place][other] = self._copies[other][place] = copy

    def _drop(self, place: int) -> set[int]:
        """Unlists the report and unlinks it from the others; gives those."""
        profile = self._profiles[place]
        self._index.remove(profile, place)
        if profile.imprint.address:
            self._addresses[profile.imprint.address].remove(place)
        others = self._links[place].keys() | self._copies[place].keys()
        for linked in (self._links, self._copies):
            for n in linked[place]:
                del linked[n][place]
        self._links[place], self._copies[place] = {}, {}
        return others

    def _in_turn(self, place: int) -> set[int]:
        """Lets all that are linked with the report hold their links in the order in which reports came; gives them."""
        for n in self._links[place]:
            self._links[n] = dict(sorted(self._links[n].items()))
        for n in self._copies[place]:
            self._copies[n] = dict(sorted(self._copies[n].items()))
        return self._links[place].keys() | self._copies[place].keys()

    def _remember(self, said: Bound) -> None:
        self._bound.append(said)
        self._said.setdefault(said.place, []).append(said)
        self._near.join(said.place, said.others)

    def _kin(self, place: int) -> set[int]:
        return {n for n, score in self._links[place].items() if score >= THRESHOLD} | self._copies[place].keys()

    def _scope(self, place: int, kin: Iterable[int], bound: Iterable[int] = ()) -> set[int]:
        """What is clustered again over one report: its neighbourhood, or of a large one the likest stories and those
        that a ruling names."""
        if self._near.size(place) <= NEIGHBOURHOOD:
            return set(self._near.of(place))
        drawn: defaultdict[str, float] = defaultdict(float)
        for n in sorted(kin):
            drawn[self._book.story(n)] += self._links[place].get(n, 1.0)
        scope = {place}.union(*(self._book.stories[self._book.story(n)] for n in (place, *bound) if self._book.has(n)))
        for turn, story in enumerate(sorted(drawn, key=lambda id: (-drawn[id], id))):
            if not turn or len(scope) + len(self._book.stories[story]) <= NEIGHBOURHOOD:
                scope.update(self._book.stories[story])
        return scope

    def _settle(self, scope: set[int]) -> Update:
        names = {n: self._profiles[n].report for n in scope}
        groups = clusters(names, self._pairs(scope), THRESHOLD, self._bonds(scope))
        return self._book.regroup(groups, names)

    def _pairs(self, scope: set[int]) -> Iterator[Pair]:
        for a in sorted(scope):
            for b, score in self._links[a].items():
                if a < b and b in scope:
                    yield Pair(a, b, score)

    def _bonds(self, scope: set[int]) -> Bonds:
        together = [(a, b) for a in sorted(scope) for b in self._copies[a] if a < b and b in scope]
        weights = {n: 1.0 / (1 + len(self._copies[n])) for n in scope if self._copies[n]}
        apart: list[tuple[int, int]] = []
        for said in self._held(scope):
            others = [n for n in said.others if n in scope]
            if said.ruling.verdict == "does not belong":
                apart += [(said.place, n) for n in others]
            elif others:
                together.append((said.place, others[0]))
                weights[said.place] = 0.0
        return Bonds(tuple(together), tuple(apart), weights)

    def _held(self, scope: Iterable[int]) -> Iterator[Bound]:
        for place in sorted(self._said.keys() & set(scope)):
            yield from in_force(self._said[place], self._book.resolve)

    def _reasons(self, place: int) -> tuple[Reason, ...]:
        """Rulings and copies first, then the report of its story that it is most like, or why it has none."""
        mine = set(self._book.stories[self._book.story(place)])
        found = [reasons.ruled(said.ruling) for said in self._held([place])]
        found += [reasons.copied(self._profiles[place], copy) for n, copy in self._copies[place].items() if n in mine]
        links = self._links[place]
        inside = max((n for n in links if n in mine), key=lambda n: (links[n], -n), default=None)
        if inside is not None:
            found.append(reasons.shares(self._profiles[place], self._profiles[inside], links[inside]))
        elif len(mine) == 1:
            nearest = max(links, key=lambda n: (links[n], -n), default=None)
            other = None if nearest is None else (self._profiles[nearest], links[nearest])
            found.append(reasons.alone(self._profiles[place], other))
        return tuple(found)

    def _placed(self, place: int, update: Update) -> Placement:
        moved = tuple((self._profiles[n].report, self._book.story(n)) for n in update.moved)
        return Placement(
            self._profiles[place].report,
            self._book.story(place),
            self._reasons(place),
            update.changes,
            moved,
            tuple(self._copies[place].values()),
        )

    def _place(self, report: str) -> int:
        try:
            return self._places[report]
        except KeyError:
            raise UnknownIdError(f"no report has the id {report!r}") from None

    def _names(self, places: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._profiles[n].report for n in places)
