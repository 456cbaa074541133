"""Ties between two reports: one text throughout, or one passage, one quotation in translation, one credit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from silang.comparison.kinship import Pairs, Traits, chance, weighed
from silang.comparison.likeness import Likeness
from silang.comparison.origins import Tie
from silang.comparison.reuse import Run, shared_runs
from silang.comparison.sheets import Sheet
from silang.comparison.tying import Tied
from silang.model import OriginKind, Reason, Span

# Chances, by stories left out of the fit (`python -m training.independence`) and by gold/dev: precision before recall.
WHOLE = 0.45  # from here two reports are one text throughout
DOUBT = 0.12  # from here what both tell in like phrases ties the claims that stand in it
_ALIKE = 0.05  # share of neighbouring words alike in two sentences: like phrases
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
}


def find_ties(sheets: Sequence[Sheet], likeness: Likeness, tied: Sequence[Tied]) -> list[Tie]:
    """The ties between any two of the reports, in order of pairs. All run over the same reports."""
    runs = shared_runs([sheet.words for sheet in sheets])
    pairs = Pairs(likeness, tied)
    found: list[Tie] = []
    for b in range(len(sheets)):
        for a in range(b):
            found += _ties((a, b), sheets, runs.get((a, b), []), pairs)
    return sorted(found, key=lambda tie: (tie.pair, tie.kind, tie.name or ""))


def _ties(pair: tuple[int, int], sheets: Sequence[Sheet], runs: Sequence[Run], pairs: Pairs) -> Iterator[Tie]:
    left, right = (sheets[n] for n in pair)
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
    own = bool(left.own or right.own)  # a reporter of its own settles every doubt
    if traits.house and not own:
        yield Tie(pair, kind, None, True, _spans(runs), (Reason("house", _WORDS["house"]), *_reused(runs, left)))
        return
    doubted = sure >= DOUBT and not own
    passages = [run for run in runs if _ties_by_itself(run, left, right) or doubted]
    spans = (*_spans(passages), *(pairs.alike(pair, _ALIKE) if doubted else ()))
    if spans:
        doubt = (_doubt(sure),) if doubted else ()
        yield Tie(pair, kind, None, False, spans, (*doubt, *_reused(passages, left)))
    for name in common:
        spans = tuple((a, b) for a in _sentences(left, name) for b in _sentences(right, name))
        yield Tie(pair, _kind(left, name), left.credits[name][0].name, False, spans, _credited(left, right, name))


def _ties_by_itself(run: Run, left: Sheet, right: Sheet) -> bool:
    taken = bool(left.credits and right.credits)
    return run.words - run.quoted >= _PASSAGE or (taken and run.quoted >= _TRANSLATED)


def _kind(sheet: Sheet, credit: str) -> OriginKind:
    return "agency" if sheet.credits[credit][0].kind == "agency" else "outlet"


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


def _doubt(sure: float) -> Reason:
    said = f"perhaps one text ({sure:.0%} sure): what both tell in like phrases counts once"
    return Reason("doubt", said, weight=round(sure, 3))


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
