"""Ties between two reports: one text throughout, or one passage, one quotation in translation, one credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from silang.comparison import echo
from silang.comparison.echo import Echoes
from silang.comparison.kinship import Pairs, Traits, chance, weighed
from silang.comparison.likeness import Likeness
from silang.comparison.origins import Tie
from silang.comparison.reuse import Run, shared_runs
from silang.comparison.sheets import Sheet
from silang.comparison.tying import Tied
from silang.model import OriginKind, Reason, Span

# Chances, by stories left out of the fit: precision of *independent* before its recall (docs/comparison.md).
WHOLE = 0.55  # from here two reports are one text throughout
DOUBT = 0.16  # from here one claim of two reports counts as one text
_PASSAGE = 12  # words of narration printed alike that tie by themselves
_TRANSLATED = 10  # words of a quotation printed alike in reports that both took from other media
_SHOWN = 4  # reasons
_WORDS = {
    "narration": "{:.0%} of the shorter narration is printed alike",
    "quotation": "a long quotation is printed alike",
    "claims": "{:.0%} of the sentences say the same",
    "order": "they say it in the same order",
    "phrases": "narrated in the same phrases",
    "phrase": "one sentence is nearly the same in both",
    "told": "much that both narrate is the same",
    "release": "a prepared text is named",
    "credit": "both credit the same medium",
    "house": "outlets of one publisher",
    "numbers": "the same numbers in detail",
    "prepared": "quotations of a prepared text are printed alike",
    "neighbours": "neighbouring words alike throughout",
    "sure": "what both tell is told alike",
    "here_phrases": "like phrases in this sentence",
    "here_choices": "the same rare words in this sentence",
    "beside": "the sentences around it are alike too",
}


@dataclass(frozen=True, slots=True)
class Echo:
    """One claim in two reports, by the two units most alike, that may come from one text."""

    units: tuple[int, int]
    traits: echo.Traits
    chance: float


def find_ties(
    sheets: Sequence[Sheet], likeness: Likeness, tied: Sequence[Tied], claims: Sequence[Sequence[int]]
) -> list[Tie]:
    """The ties between any two of the reports, in order of pairs. All run over the same reports; `claims` are sets of
    units (indices)."""
    runs = shared_runs([sheet.words for sheet in sheets])
    pairs = Pairs(likeness, tied)
    heard = _echoes(Echoes(pairs, sheets), claims)
    found: list[Tie] = []
    for b in range(len(sheets)):
        for a in range(b):
            found += _ties((a, b), sheets, (runs.get((a, b), []), heard.get((a, b), [])), pairs)
    return sorted(found, key=lambda tie: (tie.pair, tie.kind, tie.name or ""))


def _echoes(echoes: Echoes, claims: Sequence[Sequence[int]]) -> Mapping[tuple[int, int], list[Echo]]:
    """By pair of reports: the claims of both that may come from one text, in order of their units."""
    units = echoes.likeness.units
    asked: dict[tuple[int, int], None] = {}
    for claim in claims:
        held: defaultdict[int, list[int]] = defaultdict(list)
        for n in claim:
            held[units[n].report].append(n)
        for a, b in combinations(sorted(held), 2):
            asked[echoes.likest(held[a], held[b])] = None
    found: defaultdict[tuple[int, int], list[Echo]] = defaultdict(list)
    for a, b in sorted(asked):
        traits = echoes.traits(a, b)
        if (sure := echo.chance(traits)) >= DOUBT:
            found[units[a].report, units[b].report].append(Echo((a, b), traits, sure))
    return found


def _ties(
    pair: tuple[int, int], sheets: Sequence[Sheet], shared: tuple[Sequence[Run], Sequence[Echo]], pairs: Pairs
) -> Iterator[Tie]:
    left, right = (sheets[n] for n in pair)
    runs, heard = shared
    traits = pairs.traits(pair, sheets, runs)
    sure = chance(traits)
    common = sorted(set(left.credits) & set(right.credits))
    kind: OriginKind = "release" if traits.release else "undeclared"
    if sure >= WHOLE:
        name = left.credits[common[0]][0].name if common else None
        kind = _kind(left, common[0]) if common else kind
        reasons = [*_why(traits, sure), *(r for c in common[:1] for r in _credited(left, right, c))]
        yield Tie(pair, kind, name, True, _spans(runs), (*reasons, *_reused(runs, left)))
        return
    if traits.house and not (left.own or right.own):
        yield Tie(pair, kind, None, True, _spans(runs), (Reason("house", _WORDS["house"]), *_reused(runs, left)))
        return
    if left.own or right.own:  # a reporter of its own settles every doubt
        heard = ()
    passages = [run for run in runs if _ties_by_itself(run, left, right)]
    units = pairs.likeness.units
    spans = (*_spans(passages), *((_span(units[e.units[0]]), _span(units[e.units[1]])) for e in heard))
    if spans:
        yield Tie(pair, kind, None, False, spans, (*_doubt(heard), *_reused(passages, left)))
    for name in common:
        spans = tuple((a, b) for a in _sentences(left, name) for b in _sentences(right, name))
        yield Tie(pair, _kind(left, name), left.credits[name][0].name, False, spans, _credited(left, right, name))


def _ties_by_itself(run: Run, left: Sheet, right: Sheet) -> bool:
    taken = bool(left.credits and right.credits)
    return run.words - run.quoted >= _PASSAGE or (taken and run.quoted >= _TRANSLATED)


def _kind(sheet: Sheet, credit: str) -> OriginKind:
    return "agency" if sheet.credits[credit][0].kind == "agency" else "outlet"


def _span(unit: Span) -> Span:
    return Span(unit.start, unit.end)


def _spans(runs: Sequence[Run]) -> tuple[tuple[Span, Span], ...]:
    return tuple((run.left, run.right) for run in runs)


def _sentences(sheet: Sheet, credit: str) -> list[Span]:
    return [s for s in sheet.sentences if any(s.meets(c) for c in sheet.credits[credit])]


def _why(traits: Traits, sure: float) -> Iterator[Reason]:
    """What speaks most for one text."""
    values = traits._asdict()
    yield Reason("kinship", f"one text throughout ({sure:.0%} sure)", weight=round(sure, 3))
    strongest = sorted(weighed(traits).items(), key=lambda item: (-item[1], item[0]))
    for name, weight in strongest[:_SHOWN]:
        if weight > 0:
            yield Reason(name, _WORDS[name].format(values[name]), weight=round(weight, 2))


def _doubt(heard: Sequence[Echo]) -> Iterator[Reason]:
    """Why what both tell may come from one text, by the claim of which it is surest."""
    if not heard:
        return
    surest = max(heard, key=lambda e: e.chance)
    count = f"{len(heard)} claims" if len(heard) > 1 else "one claim"
    yield Reason("doubt", f"perhaps one text behind {count} ({surest.chance:.0%} sure)", weight=round(surest.chance, 3))
    strongest = sorted(echo.adds(surest.traits).items(), key=lambda item: (-item[1], item[0]))
    for name, weight in strongest[:_SHOWN]:
        if weight > 0 and name in _WORDS:
            yield Reason(name, _WORDS[name].format(surest.traits._asdict()[name]), weight=round(weight, 2))


def _reused(runs: Sequence[Run], left: Sheet) -> tuple[Reason, ...]:
    longest = sorted(runs, key=lambda run: (-run.words, run.left.start))[:3]
    return tuple(
        Reason(
            "same quotation" if run.quoted > run.words / 2 else "reuse",
            f"{run.words} words printed alike",
            left.report.id,
            run.left.start,
            run.left.end,
            run.words,
        )
        for run in sorted(longest, key=lambda run: run.left.start)
    )


def _credited(left: Sheet, right: Sheet, name: str) -> tuple[Reason, ...]:
    return tuple(
        Reason("credit", f"credits {first.name}", sheet.report.id, first.start, first.end)
        for sheet in (left, right)
        for first in sheet.credits[name][:1]
    )
