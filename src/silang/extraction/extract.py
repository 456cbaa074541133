"""Everything that is found in one report."""

from __future__ import annotations

from silang.extraction.credits import find_credits
from silang.extraction.entities import find_entities
from silang.extraction.names import find_names
from silang.extraction.quotations import find_quotations
from silang.extraction.statements import find_statements
from silang.language import Parse
from silang.model import Extraction, Report


def extract(report: Report, parse: Parse) -> Extraction:
    """Statements, credits, times, quantities and entities of one report; `parse` is the language of that report."""
    cast = find_entities(parse.text, find_names(parse))
    credits = find_credits(report, parse, cast)
    said = find_statements(parse, cast, find_quotations(parse), credits)
    mentions = sorted((*cast.mentions, *said.pronouns), key=lambda m: (m.start, m.end))
    return Extraction(
        report.id,
        parse.sentences,
        tuple(mentions),
        credits=credits,
        statements=said.statements,
        entities=cast.entities,
    )
