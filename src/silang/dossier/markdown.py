"""Pages as Markdown (CommonMark): the same page model, for a text editor, an issue, a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from silang.dossier.page import Bracket, Clash, Page, Paper, Person, Quote, Row, Tie, Update, Why
from silang.dossier.quotes import in_marks
from silang.dossier.wording import Wording, wording

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!])")
_OPENS = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def render_markdown(pages: Sequence[Page], *, lang: str = "id", skipped: Sequence[str] = ()) -> str:
    """All stories in one text; what was skipped stands at its end."""
    say = wording(lang)
    lines: list[str] = []
    if len(pages) != 1:
        title = say("count.stories", n=len(pages)) if pages else say("answer.none")
        lines += [f"# {title}", ""]
    if not pages:
        lines += [say("answer.none_more"), "", f"    {say('answer.command')}", ""]
    for page in pages:
        lines += _page(say, page, "#" if len(pages) == 1 else "##")
    if skipped:
        lines += [f"## {say('section.skipped')}", "", *(f"- {escape(text)}" for text in skipped), ""]
    return "\n".join(lines).rstrip() + "\n"


def escape(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown or HTML would take for markup."""
    flat = " ".join(_CONTROL.sub(" ", text).split())
    flat = _SPECIAL.sub(r"\\\1", flat)
    return _OPENS.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", flat)


def _page(say: Wording, page: Page, level: str) -> Iterator[str]:
    yield from (f"{level} {escape(page.headline)}", "", escape(page.kicker), "")
    if line := page.gist.line:
        yield from (f"> {escape(in_marks(line.words))} ({', '.join(place.label for _, place in line.refs)})", "")
    if page.gist.facts:
        yield from (*(f"- {name}: {escape(words)}" for name, words in page.gist.facts), "")
    yield from (f"**{', '.join(page.answer)}.** {escape(' '.join((*page.lead, page.bounds)))}", "")
    yield from _paragraphs(escape(doubt) for doubt in page.doubts)
    if page.chain:
        yield from (f"{level}# {say('gist.chain')}", "")
        for one in page.chain:
            told = "; ".join(part for part in (one.day, one.names) if part)
            yield f"- {escape(one.headline)}" + (f" ({escape(told)})" if told else "")
        yield ""
    if len(page.papers) > 1:
        for branch in page.branches:
            yield f"- **{branch.badge}** {escape(branch.title)} ({branch.note})"
            for leaf in branch.leaves:
                note = ", ".join(part for part in (leaf.published, leaf.how) if part)
                yield f"  - {leaf.code} {escape(leaf.outlet)}: {escape(note)}"
        yield ""
        yield from _claims(say, page, level)
    yield from _people(say, page.people, level)
    if len(page.papers) > 1:
        yield from (f"{level}# {say('section.ties')}", "")
        yield from (line for tie in page.ties for line in _tie(tie))
        yield ""
        yield from _left_out(say, "origin", page.more_ties)
    yield from _days(say, page, level)
    yield from _places_named(say, page, level)
    yield from (f"{level}# {say('section.papers')}", "")
    yield from (line for paper in page.papers for line in _paper(paper, level))


def _claims(say: Wording, page: Page, level: str) -> Iterator[str]:
    if page.agreed:
        yield from (f"{level}# {say('section.agree')}", "")
        yield from (line for row in page.agreed for line in _row(say, row, level))
        yield from _left_out(say, "claim", page.more_agreed)
    yield from (f"{level}# {say('section.clash')}", "")
    if not page.clashes:
        yield from (say("section.clash_none"), "")
    yield from (line for card in page.clashes for line in _clash(say, card, level))
    yield from (line for update in page.updates for line in _update(update, level))
    if page.echoes or page.only or page.missing:
        yield from (f"{level}# {say('section.single')}", "")
    yield from (line for row in page.echoes for line in _row(say, row, level))
    yield from _left_out(say, "claim", page.more_echoes)
    for one in page.only:
        yield from (f"{level}## {say('section.only')}: {escape(one.outlet)}", "")
        yield from (*_quotes(one.quotes), "")
    if page.missing:
        yield from (f"{level}## {say('section.missing')}", "")
        for gap in page.missing:
            yield f"- {escape(gap.outlet)} {say('section.missing_one')} {gap.claim.text}: {escape(gap.headline)}"
        yield ""


def _left_out(say: Wording, what: str, more: int) -> Iterator[str]:
    if more:
        yield from (say(f"{what}.left_out", n=more), "")


def _row(say: Wording, row: Row, level: str) -> Iterator[str]:
    yield from (f"{level}## {say('claim.claim', n=row.number)}: {escape(row.headline)}", "")
    notes = [say("count.origins", n=row.origins), row.carried, *row.notes]
    notes += [link.text for link in row.conflicts]
    yield from (escape(" · ".join(notes)), "")
    yield from _brackets(row.brackets)
    yield from (say("page.cite"), "")
    yield from ("> " + "\\\n> ".join(escape(line) for line in row.cite.split("\n")), "")
    yield from _whys(row.why)


def _clash(say: Wording, card: Clash, level: str) -> Iterator[str]:
    yield from (f"{level}## {say('conflict.link', n=card.number).capitalize()}: {escape(card.title)} ({card.kind})", "")
    for n, side in enumerate((card.left, card.right)):
        if n:
            yield from ("≠", "")
        head = f"**{escape(side.big)}** · " if side.big else ""
        yield from (f"{head}{side.total} · {side.outlets}", "")
        yield from _brackets(side.brackets)
    yield from _whys(card.why)


def _update(update: Update, level: str) -> Iterator[str]:
    yield from (f"{level}## {escape(update.title)}", "")
    for step in update.steps:
        places = ", ".join(ref.label for _, ref in step.quote.refs)
        yield f"- {escape(step.published)}: **{escape(step.shown)}** ({places})"
    yield ""


def _people(say: Wording, people: Iterable[Person], level: str) -> Iterator[str]:
    yield from (f"{level}# {say('section.people')}", "")
    for person in people:
        yield from (f"{level}## {escape(person.name)}", "", escape(person.note), "")
        for said in person.utterances:
            for bracket in said.brackets:
                yield from _quotes(bracket.quotes)
        yield ""


def _tie(tie: Tie) -> Iterator[str]:
    kind = f" ({tie.kind})" if tie.kind else ""
    yield f"- **{tie.badge}** {escape(tie.title)}{kind}"
    yield from (f"  {line}" for line in _whys(tie.why) if line)


def _days(say: Wording, page: Page, level: str) -> Iterator[str]:
    yield from (f"{level}# {say('section.when')}", "")
    for day in page.days:
        yield from (f"**{escape(day.title)}**", "")
        for event in day.events:
            if event.link:
                yield f"- {event.hour} {event.text} {escape(event.link.text)}"
                continue
            words = "; ".join(f"{escape(in_marks(q.words))} ({_places(q)})" for q in event.quotes)
            yield f"- {event.hour} {words}"
        yield ""


def _places_named(say: Wording, page: Page, level: str) -> Iterator[str]:
    if page.places or page.datelines:
        yield from (f"{level}# {say('section.where')}", "")
    for dateline in page.datelines:
        yield f"- {say('section.where_from')} {escape(dateline.name)} ({', '.join(r.text for r in dateline.reports)})"
    for place in page.places:
        yield f"- **{escape(place.name)}** ({escape(place.note)})"
        yield from (f"  {line}" for bracket in place.brackets for line in _quotes(bracket.quotes))
    if page.places or page.datelines:
        yield ""


def _paper(paper: Paper, level: str) -> Iterator[str]:
    yield from (f"{level}## {paper.code}: {escape(paper.headline)}", "")
    facts = [paper.outlet, paper.published, *paper.bylines, *paper.doubts]
    yield from (escape(" · ".join(fact for fact in facts if fact)), "")
    for block in paper.blocks:
        words = escape("".join(node.text for top in block.nodes for node in top.walk()))
        yield from (f"{paper.code} ¶{block.number} {words}" if block.number else f"> {block.label} · {words}", "")


def _brackets(brackets: Iterable[Bracket]) -> Iterator[str]:
    for bracket in brackets:
        yield f"- **{bracket.badge}** {escape(bracket.title)} ({bracket.note})"
        yield from (f"  {line}" for line in _quotes(bracket.quotes))
    yield ""


def _quotes(quotes: Iterable[Quote]) -> Iterator[str]:
    for quote in quotes:
        note = f"{quote.note}; {quote.doubt}" if quote.doubt else quote.note
        yield f"- {escape(in_marks(quote.words))} ({_places(quote)}, {escape(note)})"


def _places(quote: Quote) -> str:
    return ", ".join(escape(f"{outlet} {ref.label}") for outlet, ref in quote.refs)


def _whys(reasons: Iterable[Why]) -> Iterator[str]:
    for why in reasons:
        detail = f": {escape(why.detail)}" if why.detail else ""
        places = "".join(f" {ref.label}" for ref in why.refs)
        yield f"- *{escape(why.name)}*{detail}{places}"
    yield ""


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (text, "")
