"""Everything that is found in one report."""

from __future__ import annotations

from dataclasses import replace

from silang.extraction.chains import Between, chained
from silang.extraction.credits import find_credits, named, tied
from silang.extraction.entities import find_entities
from silang.extraction.feet import footprints
from silang.extraction.hops import find_hops
from silang.extraction.names import find_names
from silang.extraction.quantities import find_quantities
from silang.extraction.quotations import find_quotations
from silang.extraction.saying import times_of, worded
from silang.extraction.statements import find_statements
from silang.extraction.times import find_times, reference_day
from silang.language import Parse
from silang.language.mending import FILLER
from silang.model import Extraction, Report


def extract(report: Report, parse: Parse) -> Extraction:
    """Statements, credits, times, quantities and entities of one report; `parse` is the language of that report.

    Times are those of the whole text, furniture too; all else is of the body, and credits of captions also. The text is
    taken as it is to be read.
    """
    found = _found(replace(report, text=parse.text) if report.repairs else report, parse)
    return worded(found) if FILLER in parse.text else found


def _found(report: Report, parse: Parse) -> Extraction:
    credited = find_credits(report, parse)
    cast = find_entities(parse.text, named(find_names(parse, report.dateline), credited))
    credits = tied(credited, cast)
    said = find_statements(parse, cast, find_quotations(parse), credits, footprints(report, parse, "saw"))
    between = Between(find_hops(parse, cast), credits, footprints(report, parse, "own"))
    reference = reference_day(report.text, report.published)
    times = times_of(report.text, reference) if FILLER in report.text else find_times(report.text, reference)
    return Extraction(
        report.id,
        parse.sentences,
        mentions=tuple(sorted((*cast.mentions, *said.pronouns), key=lambda m: (m.start, m.end))),
        times=times,
        quantities=find_quantities(report.text, parse.blocks, times, parse.tokens),
        credits=credits,
        statements=chained(said.statements, between, parse),
        entities=cast.entities,
        reference=reference.isoformat() if reference else None,
    )
