"""Ties between two reports: shared text, one translation of a quotation, a prepared text, one credit, one house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from silang.comparison.feet import footprints
from silang.comparison.origins import Tie
from silang.comparison.reuse import Run, Words, shared_runs, words_of
from silang.language import Parse
from silang.model import Credit, Extraction, OriginKind, Reason, Report, Span

_WHOLE = 0.22  # share of the shorter report's narration that two reports print alike
_PASSAGE = 12  # words of narration in one run
_QUOTATION = 8  # words of a quotation in one run
_MEDIA = ("agency", "outlet", "broadcast")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report as its ties are read: its words, its credits by folded name, its marks of a prepared text."""

    report: Report
    words: Words
    sentences: tuple[Span, ...]
    credits: dict[str, list[Credit]]
    release: list[Span]

    @property
    def narrated(self) -> int:
        return len(self.words.tokens) - sum(self.words.quoted)


def find_ties(reports: Sequence[Report], parses: Sequence[Parse], extractions: Sequence[Extraction]) -> list[Tie]:
    """The ties between any two of the reports, in order of pairs."""
    sheets = [_sheet(r, p, x) for r, p, x in zip(reports, parses, extractions, strict=True)]
    runs = shared_runs([sheet.words for sheet in sheets])
    found: list[Tie] = []
    for b in range(len(sheets)):
        for a in range(b):
            found += _ties((a, b), sheets, runs.get((a, b), []))
    return sorted(found, key=lambda tie: (tie.pair, tie.kind, tie.name or ""))


def _sheet(report: Report, parse: Parse, extraction: Extraction) -> Sheet:
    credits: dict[str, list[Credit]] = {}
    for credit in extraction.credits:
        if credit.kind in _MEDIA:
            credits.setdefault(_fold(credit.name), []).append(credit)
    return Sheet(report, words_of(parse), parse.sentences, credits, footprints(report, parse, "release"))


def _fold(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _ties(pair: tuple[int, int], sheets: Sequence[Sheet], runs: Sequence[Run]) -> Iterator[Tie]:
    left, right = (sheets[n] for n in pair)
    narrated = sum(run.words - run.quoted for run in runs)
    share = narrated / max(1, min(left.narrated, right.narrated))
    if share >= _WHOLE:
        reasons = tuple(_reuse(run, left) for run in _longest(runs))
        total = Reason(
            "reuse", f"{narrated} words of narration alike, {share:.0%} of the shorter", weight=round(share, 3)
        )
        yield Tie(pair, "undeclared", None, True, tuple((r.left, r.right) for r in runs), (total, *reasons))
    else:
        passages = [
            run
            for run in runs
            if run.words - run.quoted >= _PASSAGE or (run.quoted >= _QUOTATION and _released(left, right))
        ]
        if passages:
            reasons = tuple(_reuse(run, left) for run in _longest(passages))
            kind: OriginKind = "release" if left.release or right.release else "undeclared"
            yield Tie(pair, kind, None, False, tuple((r.left, r.right) for r in passages), reasons)
    for name in sorted(set(left.credits) & set(right.credits)):
        yield _credit(pair, sheets, name)


def _released(left: Sheet, right: Sheet) -> bool:
    return bool(left.release or right.release)


def _longest(runs: Sequence[Run]) -> list[Run]:
    return sorted(sorted(runs, key=lambda run: -run.words)[:3], key=lambda run: run.left.start)


def _reuse(run: Run, left: Sheet) -> Reason:
    kind = "quotation" if run.quoted > run.words / 2 else "reuse"
    return Reason(kind, f"{run.words} words alike", left.report.id, run.left.start, run.left.end, run.words)


def _credit(pair: tuple[int, int], sheets: Sequence[Sheet], name: str) -> Tie:
    left, right = (sheets[n] for n in pair)
    sole = set(left.credits) == set(right.credits) == {name}
    both = [(left, left.credits[name]), (right, right.credits[name])]
    reasons = tuple(
        Reason("credit", f"credits {found[0].name}", sheet.report.id, found[0].start, found[0].end)
        for sheet, found in both
    )
    spans = tuple((a, b) for a in _sentences(left, left.credits[name]) for b in _sentences(right, right.credits[name]))
    kind: OriginKind = "agency" if left.credits[name][0].kind == "agency" else "outlet"
    return Tie(pair, kind, left.credits[name][0].name, sole, spans, reasons)


def _sentences(sheet: Sheet, credits: Sequence[Credit]) -> list[Span]:
    return [sentence for sentence in sheet.sentences if any(sentence.meets(credit) for credit in credits)]
