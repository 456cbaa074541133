"""Every table with its columns: the data dictionary that docs/tables.md prints."""

from __future__ import annotations

from silang.dossier.tables import rows
from silang.dossier.tables.columns import Column, Join, Table

_REPORT = Column("report", "text", "the report's id")
_STORY = Column("story", "text", "the story's id")
_CLAIM = Column("claim", "text", "the claim's id")
_ORIGIN = Column("origin", "text", "the origin's id")
_ENTITY = Column("entity", "text", "the entity's id")
_SPAN = (
    Column("start", "whole", "where it begins in the report's text, in code points"),
    Column("end", "whole", "where it ends, the first code point after it"),
    Column("text", "text", "its words, as printed"),
)
_PLACE = (_REPORT, Column("statement", "text", "the statement's id, where it is one", empty=True), *_SPAN)
_TO_REPORT = Join(("report",), "reports")
_TO_STORY = Join(("story",), "stories")
_TO_CLAIM = Join(("claim",), "claims")
_TO_ORIGIN = Join(("origin",), "origins")
_TO_ENTITY = Join(("entity",), "entities")
_TO_STATEMENT = Join(("report", "statement"), "statements")


def _empty(name: str, says: str) -> Column:
    return Column(name, "text", says, empty=True)


def _side(side: str) -> tuple[Column, ...]:
    return tuple(Column(f"{side}_{c.name}", c.kind, f"{side} side: {c.says}", c.empty) for c in _PLACE)


TABLES = (
    Table(
        "stories",
        "The reports of one event.",
        (
            _STORY,
            Column("headline", "text", "what the story is called by"),
            Column("reports", "whole", "how many reports it has"),
            Column("first", "day", "the first day of publication", empty=True),
            Column("last", "day", "the last day of publication", empty=True),
        ),
        rows.stories,
        key=("story",),
    ),
    Table(
        "reports",
        "One published item, as one outlet printed it.",
        (
            _REPORT,
            _empty("story", "the story it belongs to"),
            Column("input", "text", "the file or address it was read from"),
            _empty("language", "BCP 47 tag"),
            _empty("outlet", "the outlet's id; null where it was not found"),
            _empty("outlet_name", "the outlet's name"),
            _empty("headline", "as printed"),
            _empty("url", "its address"),
            _empty("published", "publishing time, ISO 8601, as fine as the report gives it"),
            Column("published_day", "day", "the day of `published`, as printed", empty=True),
            Column("published_at", "instant", "`published` in UTC; null without hour and zone", empty=True),
            _empty("updated", "time of the last change, ISO 8601"),
            _empty("dateline", "the dateline's place"),
            Column("text", "text", "the whole text, furniture included; all spans point into it"),
        ),
        rows.reports,
        key=("report",),
        joins=(_TO_STORY,),
    ),
    Table(
        "bylines",
        "Who made a report.",
        (
            _REPORT,
            Column("role", "text", "author, reporter, editor, photographer or contributor"),
            Column("name", "text", "as printed"),
        ),
        rows.bylines,
        joins=(_TO_REPORT,),
    ),
    Table(
        "segments",
        "A report's text parted into body and furniture.",
        (_REPORT, *_SPAN, Column("kind", "text", "body, or the kind of furniture")),
        rows.segments,
        joins=(_TO_REPORT,),
    ),
    Table(
        "statements",
        "What a report attributes to somebody; the span is the content alone.",
        (
            _REPORT,
            Column("statement", "text", "the statement's id within its report"),
            *_SPAN,
            Column("mode", "text", "direct, indirect, mixed or narrated"),
            Column("polarity", "text", "affirmed, negated or uncertain"),
            Column("source_start", "whole", "where the words that name who said it begin", empty=True),
            Column("source_end", "whole", "where they end", empty=True),
            _empty("source_text", "those words"),
            _empty("source_name", "whom they name; null where that was not found"),
            _empty("source_entity", "the entity they name"),
            Column("cue_start", "whole", "where the words that attribute it begin", empty=True),
            Column("cue_end", "whole", "where they end", empty=True),
            _empty("cue_text", "those words"),
            _empty("heard", "own: the outlet says that it heard or saw it itself; taken: from another medium"),
        ),
        rows.statements,
        key=("report", "statement"),
        joins=(_TO_REPORT, Join(("source_entity",), "entities")),
    ),
    Table(
        "statement_hops",
        "Who and what words came through between speaker and outlet, from the speaker on.",
        (
            _REPORT,
            Column("statement", "text", "the statement's id within its report"),
            Column("hop", "whole", "1 for the hop next to the speaker, 2 for the next"),
            Column("kind", "text", "interpreter, spokesperson, channel, or the kind of medium"),
            Column("name", "text", "who or what it is"),
            _empty("entity", "the entity it is, where it is one"),
            *_SPAN,
        ),
        rows.statement_hops,
        key=("report", "statement", "hop"),
        joins=(_TO_STATEMENT, _TO_ENTITY),
    ),
    Table(
        "statement_via",
        "The entities among the hops of a statement, in their order.",
        (
            _REPORT,
            Column("statement", "text", "the statement's id within its report"),
            Column("hop", "whole", "1 for the first channel, 2 for the next"),
            _ENTITY,
        ),
        rows.statement_via,
        key=("report", "statement", "hop"),
        joins=(_TO_STATEMENT, _TO_ENTITY),
    ),
    Table(
        "credits",
        "What a report says it was taken from.",
        (
            _REPORT,
            *_SPAN,
            Column("name", "text", "the agency, outlet, broadcaster, account or document"),
            Column("kind", "text", "agency, outlet, broadcast, social or document"),
            _empty("entity", "the entity it names"),
        ),
        rows.credits,
        joins=(_TO_REPORT, _TO_ENTITY),
    ),
    Table(
        "times",
        "Time expressions (TIMEX3).",
        (
            _REPORT,
            *_SPAN,
            Column("type", "text", "DATE, TIME, DURATION or SET"),
            Column("value", "text", "the TIMEX3 value"),
            Column("day", "day", "the day of `value`, where it is as fine as that", empty=True),
        ),
        rows.times,
        joins=(_TO_REPORT,),
    ),
    Table(
        "quantities",
        "Numbers with what they count.",
        (
            _REPORT,
            *_SPAN,
            Column("low", "number", "the figure, or the lower end of a range", empty=True),
            Column("high", "number", "the upper end, `low` again where there is no range", empty=True),
            Column("unit", "text", "UCUM code, 1 for a bare count, or ISO 4217 currency"),
            _empty("counted", "what is counted, as printed"),
            Column("modifier", "text", "exact, about, at_least or at_most"),
        ),
        rows.quantities,
        joins=(_TO_REPORT,),
    ),
    Table(
        "mentions",
        "Expressions that refer to an entity.",
        (_REPORT, *_SPAN, _ENTITY),
        rows.mentions,
        joins=(_TO_REPORT, _TO_ENTITY),
    ),
    Table(
        "entities",
        "Persons, organisations, places, tied across the reports of a story.",
        (
            _ENTITY,
            Column("label", "text", "PER, ORG, LOC or MISC"),
            Column("name", "text", "the fullest form"),
            _empty("wikidata", "Wikidata id"),
        ),
        rows.entities,
        key=("entity",),
    ),
    Table(
        "aliases",
        "The other forms of an entity's name.",
        (_ENTITY, Column("alias", "text", "the form")),
        rows.aliases,
        joins=(_TO_ENTITY,),
    ),
    Table(
        "origins",
        "Where the text of two or more reports comes from.",
        (
            _ORIGIN,
            _STORY,
            Column("kind", "text", "agency, release, outlet or undeclared"),
            _empty("name", "who it is, where the reports say so"),
        ),
        rows.origins,
        key=("origin",),
        joins=(_TO_STORY,),
    ),
    Table(
        "origin_reports",
        "The reports that an origin ties.",
        (_ORIGIN, _REPORT),
        rows.origin_reports,
        key=("origin", "report"),
        joins=(_TO_ORIGIN, _TO_REPORT),
    ),
    Table(
        "claims",
        "What statements of two or more reports assert alike.",
        (
            _CLAIM,
            _STORY,
            _empty("source", "the entity who is said to have said it"),
            Column("reports", "whole", "how many reports carry it"),
            Column("at_least", "whole", "independent origins that show evidence of a foot of their own"),
            Column("at_most", "whole", "independent origins where no tie was found"),
        ),
        rows.claims,
        key=("claim",),
        joins=(_TO_STORY, Join(("source",), "entities")),
    ),
    Table(
        "claim_statements",
        "The evidence of a claim.",
        (_CLAIM, *_PLACE),
        rows.claim_statements,
        joins=(_TO_CLAIM, _TO_REPORT, _TO_STATEMENT),
    ),
    Table(
        "claim_origins",
        "The origins that tie reports of a claim.",
        (_CLAIM, _ORIGIN),
        rows.claim_origins,
        key=("claim", "origin"),
        joins=(_TO_CLAIM, _TO_ORIGIN),
    ),
    Table(
        "conflicts",
        "Two statements that cannot both be right, or one utterance rendered to another sense.",
        (
            Column("conflict", "text", "the conflict's id"),
            _STORY,
            Column("kind", "text", "number, date, place, name, source, wording, order or denial"),
            _empty("claim", "the claim it lies in"),
            Column("detail", "text", "what differs, in Silang's words"),
            *_side("left"),
            *_side("right"),
        ),
        rows.conflicts,
        key=("conflict",),
        joins=(
            _TO_STORY,
            _TO_CLAIM,
            Join(("left_report",), "reports"),
            Join(("left_report", "left_statement"), "statements"),
            Join(("right_report",), "reports"),
            Join(("right_report", "right_statement"), "statements"),
        ),
    ),
    Table(
        "reasons",
        "Why a claim or an origin was made.",
        (
            _empty("claim", "the claim it speaks for, or null"),
            _empty("origin", "the origin it speaks for, or null"),
            Column("name", "text", "the feature"),
            Column("detail", "text", "what it says, in Silang's words"),
            _empty("report", "the report whose span it saw"),
            *(Column(c.name, c.kind, c.says, empty=True) for c in _SPAN),
        ),
        rows.reasons,
        joins=(_TO_CLAIM, _TO_ORIGIN, _TO_REPORT),
    ),
    Table(
        "timeline",
        "What is said to have happened when.",
        (
            _STORY,
            Column("value", "text", "the TIMEX3 value"),
            Column("day", "day", "the day of `value`, where it is as fine as that", empty=True),
            *_PLACE,
        ),
        rows.timeline,
        joins=(_TO_STORY, _TO_REPORT, _TO_STATEMENT),
    ),
)
