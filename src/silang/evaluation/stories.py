"""What holds between the reports of one story: claims, utterances, independence, conflicts, kinship."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from silang.evaluation.ledger import Ledger, Miss
from silang.evaluation.links import Link, by_place, by_place_and_kind, count, distinct, grouped, link, links
from silang.evaluation.matching import SENTENCE, Json, overlap

Groups = Mapping[str, set[str]]


@dataclass(frozen=True)
class Met:
    """One story of the gold and what the export says of its reports.

    `ids` gives the gold's report by the export's; `places` where each statement of the export stands.
    """

    gold: Json
    stories: Sequence[Json]
    ids: Mapping[str, str]
    places: Mapping[tuple[str, str], Json]
    ledger: Ledger

    @cached_property
    def claims(self) -> list[tuple[list[Json], Json]]:
        """The export's claims, each with its evidence as places in the gold's reports."""
        found = (claim for story in self.stories for claim in story.get("claims", []))
        return [(list(self.located(claim["statements"])), claim) for claim in found]

    @cached_property
    def origins(self) -> Groups:
        """The export's origins by the gold's report."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for story in self.stories:
            for origin in story.get("origins", []):
                for report in origin["reports"]:
                    if report in self.ids:
                        found[self.ids[report]].add(origin["id"])
        return found

    def located(self, items: Iterable[Json]) -> Iterator[Json]:
        """Evidence, given by statement or by span, as places; what lies outside the story is left out."""
        for item in items:
            report, place = self.ids.get(item["report"]), self.places.get((item["report"], item.get("statement", "")))
            if place is None and "start" not in item:
                gone = Miss("wrong", item["report"], f"no statement {item.get('statement')!r}")
                self.ledger.misses["references"].append(gone)
            elif report is not None:
                span = place or item
                yield {"report": report, "start": span["start"], "end": span["end"]}

    def tied(self, one: str, other: str, claim: Json) -> bool:
        """Whether an origin ties two reports for this claim: one that it names, or any where it names none."""
        shared = self.origins.get(one, set()) & self.origins.get(other, set())
        only = claim.get("origins")
        return bool(shared if only is None else shared & set(only))


def measure_story(met: Met) -> None:
    """Measures what the gold holds of: claims, conflicts, kinship. Utterances need the statements of its reports."""
    story = met.gold["story"]
    if "claims" in story:
        _claims(met)
        _independence(met)
        _at_most(met)
    if "conflicts" in story:
        _conflicts(met)
    if "claims" in story and "kinship" in story:
        _kinship(met)


def _claims(met: Met) -> None:
    texts = {report["id"]: report["text"] for report in met.gold["reports"]}
    claims = enumerate(met.gold["story"]["claims"])
    wanted = grouped((n, row) for n, claim in claims for row in links(claim["statements"]))
    found = [row for places, _ in met.claims for row in links(places)]
    count(met.ledger, "claims", (wanted, distinct(found)), by_place, texts)
    if all("statements" in report for report in met.gold["reports"]):
        said = {report["id"]: report["statements"] for report in met.gold["reports"]}
        uttered = [kept for group in wanted if (kept := [row for row in group if _quoted(row, said)])]
        count(met.ledger, "utterances", (uttered, distinct(r for r in found if _quoted(r, said))), by_place, texts)


def _quoted(row: Link, said: Mapping[str, Sequence[Json]]) -> bool:
    """Whether the gold has a direct quotation at both ends."""
    quotes = ([s for s in said[end["report"]] if s["mode"] == "direct"] for end in row)
    pairs = zip(row, quotes, strict=True)
    return all(any(overlap(end, quote) >= SENTENCE for quote in found) for end, found in pairs)


def _independence(met: Met) -> None:
    """Of the links that gold and export share: are the two reports held to be of different origins, and rightly?"""
    claims = met.gold["story"]["claims"]
    golden = [links(claim["statements"]) for claim in claims]
    held: dict[tuple[int, str, str], bool] = {}
    for places, claim in met.claims:
        for row in links(places):
            one, other = row[0]["report"], row[1]["report"]
            apart = not met.tied(one, other, claim)
            for n, rows in enumerate(golden):
                if any(by_place(gold, row) for gold in rows):
                    held[n, one, other] = held.get((n, one, other), True) and apart
    truth = {
        (n, one, other): not any(one in part and other in part for part in claim["origins"])
        for n, claim in enumerate(claims)
        for one, other in combinations(sorted({place["report"] for place in claim["statements"]}), 2)
    }
    right = sum(1 for key, apart in held.items() if apart and truth[key])
    met.ledger.tallies["independence"].add((right, right), sum(truth.values()), sum(held.values()))
    for (n, one, other), apart in held.items():
        if apart != truth[n, one, other]:
            miss = Miss("wrong" if apart else "missed", f"{one} {other}", claims[n].get("summary", ""))
            met.ledger.misses["independence"].append(miss)


def _at_most(met: Met) -> None:
    """Does the number that the export prints on a claim follow from the ties that it gives itself?"""
    for places, claim in met.claims:
        if places:
            most = (claim.get("independent") or {}).get("at_most")
            groups = _groups(met, {place["report"] for place in places}, claim)
            miss = Miss("wrong", str(claim.get("id")), str(most), f"gold {groups}")
            met.ledger.answer("independent at most", most == groups, miss)


def _groups(met: Met, reports: set[str], claim: Json) -> int:
    """Into how many groups a claim's reports fall once those that are tied are counted once."""
    rest, groups = set(reports), 0
    while rest:
        todo = [rest.pop()]
        groups += 1
        while todo:
            one = todo.pop()
            more = {other for other in rest if met.tied(one, other, claim)}
            rest -= more
            todo += more
    return groups


def _conflicts(met: Met) -> None:
    texts = {report["id"]: report["text"] for report in met.gold["reports"]}
    wanted = grouped(((one["kind"], one.get("note")), _sides(one)) for one in met.gold["story"]["conflicts"])
    found = []
    for conflict in (one for story in met.stories for one in story.get("conflicts", [])):
        two = list(met.located([conflict["left"], conflict["right"]]))
        if len(two) == 2 and two[0]["report"] != two[1]["report"]:
            found.append(link(*({**side, "kind": conflict.get("kind")} for side in two)))
    count(met.ledger, "conflicts", (wanted, distinct(found)), by_place, texts)
    count(met.ledger, "conflicts typed", (wanted, found), by_place_and_kind, texts)


def _sides(conflict: Json) -> Link:
    return link(*({**conflict[side], "kind": conflict["kind"]} for side in ("left", "right")))


def _kinship(met: Met) -> None:
    """Pairs of reports that share text: those of the gold's kinship, and those that a claim's origins tie."""
    story = met.gold["story"]
    parts = [part for claim in story["claims"] for part in claim["origins"]]
    wanted = _pairs([kin["reports"] for kin in story["kinship"]] + parts)
    origins = (origin["reports"] for found in met.stories for origin in found.get("origins", []))
    got = _pairs([met.ids[report] for report in reports if report in met.ids] for reports in origins)
    met.ledger.tallies["kinship"].add((len(wanted & got), len(wanted & got)), len(wanted), len(got))
    for pair in sorted(wanted ^ got):
        met.ledger.misses["kinship"].append(Miss("missed" if pair in wanted else "wrong", " ".join(pair), ""))


def _pairs(groups: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}
