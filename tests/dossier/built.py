"""Cross-checks built by hand from invented reports, so that the page is tested apart from the stages before it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import silang
from silang.model import (
    Byline,
    Claim,
    Comparison,
    Conflict,
    Credit,
    Crosscheck,
    Entity,
    Evidence,
    Extraction,
    Independence,
    Mention,
    Moment,
    Origin,
    Outlet,
    Quantity,
    Reading,
    Reason,
    Report,
    Segment,
    Skipped,
    Source,
    Span,
    Statement,
    Story,
    Time,
)

WARTA = """Jembatan Lumping Ambruk, Dua Orang Luka

Penulis: Sinta Wardani

BATU RAYA - Jembatan gantung Lumping ambruk pada Senin (3/2/2025) pukul 06.15 WIB. Dua orang luka.

"Kami sudah meminta warga tidak melintas sejak Minggu," kata Camat Batu Raya, Gani Prasetya.

Baca juga: Tiga Jembatan Lain Diperiksa"""

KABAR = """Jembatan di Batu Raya Putus

Jembatan gantung Lumping ambruk pada Senin pagi, demikian dikutip dari Warta Lembah. Dua orang luka.

"Kami sudah meminta warga tidak melintas sejak Sabtu," kata Gani Prasetya."""

SUAR = """Empat Warga Terjatuh Saat Jembatan Lumping Putus

Pantauan Suar Hulu, tali jembatan Lumping putus pada Senin pagi. Empat orang luka.

Menurut dia, warga belum pernah diminta berhenti melintas."""

_HEADLINES = {"warta": WARTA, "kabar": KABAR, "suar": SUAR}


def place(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def at(report: str, words: str, statement: str | None = None) -> Evidence:
    """Evidence: the first place of `words` in the report of that id."""
    span = place(_HEADLINES[report], words)
    return Evidence(span.start, span.end, report, statement)


def report(id: str, text: str, name: str | None, published: str | None = None) -> Report:
    """A report whose first line is its headline and whose lines `Penulis:` and `Baca juga:` are furniture."""
    segments, at = [], 0
    for n, line in enumerate(text.split("\n")):
        end = at + len(line)
        if line:
            kind = "headline" if n == 0 else "body"
            kind = "byline" if line.startswith("Penulis:") else kind
            kind = "read_also" if line.startswith("Baca juga:") else kind
            segments.append(Segment(at, end, kind))  # type: ignore[arg-type]
        at = end + 1
    return Report(
        id=id,
        input=f"{id}.txt",
        text=text,
        segments=tuple(segments),
        language="id",
        outlet=Outlet(name.lower().replace(" ", "-"), name) if name else None,
        headline=text.split("\n")[0],
        published=published,
        bylines=(Byline("author", "Sinta Wardani"),) if "Penulis:" in text else (),
    )


def said(id: str, text: str, words: str, source: str | None, name: str | None) -> Statement:
    """A direct statement; `source` are the words that name who said it."""
    span = place(text, words)
    where = place(text, source) if source else None
    who = Source(where.start, where.end, source, name, "e1" if name else None) if where and source else None
    return Statement(span.start, span.end, id, "direct" if text[span.start - 1] == '"' else "indirect", who)


def _count(text: str, words: str, number: str) -> Quantity:
    span = place(text, words)
    return Quantity(span.start, span.end, number, number, "1", "orang", "exact")


def _time(text: str, words: str, value: str) -> Time:
    span = place(text, words)
    return Time(span.start, span.end, "DATE", value)


def _named(text: str, words: str, entity: str) -> Mention:
    span = place(text, words)
    return Mention(span.start, span.end, entity)


def bridge() -> Crosscheck:
    """Three reports of a bridge: one, one that credits it, one of its own; two conflicts, one source not found."""
    reports = (
        replace(report("warta", WARTA, "Warta Lembah", "2025-02-03T08:00+07:00"), dateline="Batu Raya"),
        report("kabar", KABAR, "Kabar Seberang", "2025-02-03T09:30+07:00"),
        report("suar", SUAR, "Suar Hulu", "2025-02-03T11:45+08:00"),
    )
    credit = place(KABAR, "Warta Lembah")
    extractions = (
        Extraction(
            "warta",
            (place(WARTA, "Jembatan gantung Lumping ambruk pada Senin (3/2/2025) pukul 06.15 WIB."),),
            mentions=(_named(WARTA, "Lumping Ambruk", "e2"), _named(WARTA, "Lumping ambruk", "e2")),
            times=(_time(WARTA, "Senin (3/2/2025) pukul 06.15 WIB", "2025-02-03T06:15"),),
            quantities=(_count(WARTA, "Dua orang", "2"),),
            statements=(
                said(
                    "s1",
                    WARTA,
                    "Kami sudah meminta warga tidak melintas sejak Minggu,",
                    "Gani Prasetya",
                    "Gani Prasetya",
                ),
            ),
        ),
        Extraction(
            "kabar",
            (),
            times=(_time(KABAR, "Senin pagi", "2025-02-03TMO"),),
            quantities=(_count(KABAR, "Dua orang", "2"),),
            credits=(Credit(credit.start, credit.end, "Warta Lembah", "outlet"),),
            statements=(
                said(
                    "s1",
                    KABAR,
                    "Kami sudah meminta warga tidak melintas sejak Sabtu,",
                    "Gani Prasetya",
                    "Gani Prasetya",
                ),
            ),
        ),
        Extraction(
            "suar",
            (place(SUAR, "Pantauan Suar Hulu, tali jembatan Lumping putus pada Senin pagi."),),
            mentions=(_named(SUAR, "Lumping putus", "e2"), _named(SUAR, "Suar Hulu", "e3")),
            times=(_time(SUAR, "Senin pagi", "2025-02-03TMO"),),
            quantities=(_count(SUAR, "Empat orang", "4"),),
            statements=(said("s1", SUAR, "warga belum pernah diminta berhenti melintas", "dia", None),),
        ),
    )
    why = Reason("credit", "credits Warta Lembah", "kabar", credit.start, credit.end)
    claims = (
        Claim(
            "c1",
            (
                at("warta", "Jembatan gantung Lumping ambruk pada Senin (3/2/2025) pukul 06.15 WIB."),
                at("kabar", "Jembatan gantung Lumping ambruk pada Senin pagi, demikian dikutip dari Warta Lembah."),
                at("suar", "Pantauan Suar Hulu, tali jembatan Lumping putus pada Senin pagi."),
            ),
            None,
            ("o1",),
            Independence(1, 2),
            (Reason("terms", "all say: jembatan, Lumping, Senin"), Reason("likeness", "words alike 41%", weight=0.87)),
        ),
        Claim(
            "c2",
            (
                at("warta", "Kami sudah meminta warga tidak melintas sejak Minggu,", "s1"),
                at("kabar", "Kami sudah meminta warga tidak melintas sejak Sabtu,", "s1"),
            ),
            "e1",
            ("o1",),
            Independence(0, 1),
            (),
        ),
    )
    conflicts = (
        Conflict("k1", "number", None, at("warta", "Dua orang luka."), at("suar", "Empat orang luka."), "2 against 4"),
        Conflict("k2", "number", None, at("suar", "Empat orang luka."), at("kabar", "Dua orang luka."), "4 against 2"),
        Conflict("k3", "wording", "c2", claims[1].statements[0], claims[1].statements[1], "Minggu against Sabtu"),
    )
    comparison = Comparison(
        Story("2025-02-03-jembatan", "Jembatan Lumping", ("warta", "kabar", "suar"), "2025-02-03", "2025-02-03"),
        (Origin("o1", "Warta Lembah", "outlet", ("warta", "kabar"), (why,)),),
        claims,
        conflicts,
        (
            Moment("2025-02-03T06:15", (claims[0].statements[0],)),
            Moment("2025-02-03TMO", (claims[0].statements[1], claims[0].statements[2])),
        ),
    )
    skipped = (Skipped("rilis.pdf", "PDF is not read"), Skipped("dump.jsonl", "broken JSON", 3))
    entities = (
        Entity("e1", "PER", "Gani Prasetya", ("Gani",)),
        Entity("e2", "LOC", "Lumping"),
        Entity("e3", "LOC", "Hulu"),
    )
    return Crosscheck(Reading(reports, skipped), extractions, entities, (comparison,))


def alone(text: str = SUAR, name: str | None = None) -> Crosscheck:
    """One report, with no outlet unless named, and nothing found in it."""
    one = report("satu", text, name)
    return Crosscheck(
        Reading((one,)), (Extraction("satu", ()),), (), (Comparison(Story("satu", text[:40], ("satu",))),)
    )


def nothing() -> Crosscheck:
    """No report at all, one input skipped."""
    return Crosscheck(Reading((), (Skipped("kosong.txt", "empty"),)), (), (), ())


def two_stories() -> Crosscheck:
    """The bridge and a report of something else."""
    first, second = bridge(), alone(name="Suar Hulu")
    return Crosscheck(
        Reading(first.reading.reports + second.reading.reports),
        first.extractions + second.extractions,
        first.entities,
        first.stories + second.stories,
    )


def large(reports: int = 60, claims: int = 400) -> Crosscheck:
    """A story of many outlets: every claim is carried by eight reports of which half are tied."""
    sentences = [f"Butir nomor {n} menyebut {n + 2} rumah di desa ke-{n} terendam banjir." for n in range(claims)]
    made, held = [], {n: [n2 for n2 in range(claims) if (n2 * 7 + n) % (reports // 8) == 0] for n in range(reports)}
    for n in range(reports):
        body = "\n\n".join(sentences[c] for c in held[n])
        made.append(
            report(f"r{n}", f"Banjir Lembah {n}\n\n{body}", f"Media {n} Lembah", f"2025-02-{n % 9 + 1:02}T08:00+07:00")
        )
    texts = {r.id: r.text for r in made}
    found = []
    for c in range(claims):
        evidence = []
        for n in range(reports):
            if c in held[n]:
                span = place(texts[f"r{n}"], sentences[c])
                evidence.append(Evidence(span.start, span.end, f"r{n}"))
        found.append(Claim(f"c{c}", tuple(evidence), None, ("o1",), Independence(1, 4), ()))
    origin = Origin("o1", None, "undeclared", tuple(f"r{n}" for n in range(0, reports, 2)), ())
    story = Story("banjir", "Banjir Lembah", tuple(texts))
    return Crosscheck(
        Reading(tuple(made)),
        tuple(Extraction(id, ()) for id in texts),
        (),
        (Comparison(story, (origin,), tuple(found)),),
    )


def growing(*counts: str) -> Crosscheck:
    """The bridge with no conflict, and one claim whose reports count the wounded as `counts`, first published first."""
    plain = bridge()
    words = (("warta", "Dua orang"), ("kabar", "Dua orang"), ("suar", "Empat orang"))
    extractions = tuple(
        replace(found, quantities=(_count(_HEADLINES[id], form, number),))
        for found, (id, form), number in zip(plain.extractions, words, counts, strict=True)
    )
    claim = Claim("c9", tuple(at(id, f"{form} luka.") for id, form in words), None, (), Independence(0, 2), ())
    story = replace(plain.stories[0], claims=(claim,), conflicts=())
    return replace(plain, extractions=extractions, stories=(story,))


@cache
def bundled(name: str) -> Crosscheck:
    """The bundled example of that name, read and compared once."""
    return silang.crosscheck(silang.read([Path(__file__).parent.parent.parent / "examples" / name]))
