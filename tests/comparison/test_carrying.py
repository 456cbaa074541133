"""What carries a claim: the quotation where the others have it too, else the sentence."""

from __future__ import annotations

from silang.comparison.carrying import Carrying, common_source
from silang.comparison.likeness import Likeness
from silang.comparison.units import units
from silang.extraction import extract
from silang.language import parse
from silang.model import Evidence
from silang.reading import read_text

QUOTED = (
    'Warga sudah kembali ke rumah. "Jembatan gantung itu putus pada bagian tengah," kata Kepala Dinas Pekerjaan Umum '
    "Kabupaten Randusari, Wiratmo Sandjaja, kepada wartawan di kantornya. Perbaikan menunggu anggaran."
)
OTHER = 'Hujan turun sejak sore. "Jembatan gantung putus di bagian tengah," ujar Wiratmo..'
TELLING = (
    "Kepala Dinas Pekerjaan Umum Kabupaten Randusari Wiratmo Sandjaja memberi keterangan kepada wartawan di kantornya. "
    "Ia lalu pergi."
)


def evidence(left: str, right: str, pair: tuple[int, int]) -> tuple[list[str], list[str | None]]:
    reports = [read_text(text, id=id) for id, text in (("a", left), ("b", right))]
    parses = [parse(report) for report in reports]
    found = [extract(r, p) for r, p in zip(reports, parses, strict=True)]
    likeness = Likeness(units(parses, found))
    clique = (pair[0], likeness.sizes[0] + pair[1])
    held = Carrying(likeness, ["a", "b"], found).evidence(clique)
    texts = {report.id: report.text for report in reports}
    return [e.of(texts[e.report]) for e in held], [e.statement for e in held]


def test_a_quotation_that_both_have_carries_the_claim_without_who_said_it() -> None:
    words, ids = evidence(QUOTED, OTHER, (1, 1))
    assert words == ["Jembatan gantung itu putus pada bagian tengah,", "Jembatan gantung putus di bagian tengah,"]
    assert None not in ids


def test_what_is_told_of_the_speaker_is_carried_by_the_whole_sentence() -> None:
    words, ids = evidence(QUOTED, TELLING, (1, 0))
    assert words[0].startswith('"Jembatan')
    assert words[0].endswith("kantornya.")
    assert ids[0] is None


def test_the_source_of_a_claim_is_that_of_all_its_statements() -> None:
    report = read_text(QUOTED, id="a")
    found = extract(report, parse(report))
    said = next(s for s in found.statements if s.mode == "direct")
    assert said.source is not None
    assert said.source.entity is not None
    statements = {"a": found.statements}
    assert common_source([Evidence(said.start, said.end, "a", said.id)], statements) == said.source.entity
    assert common_source([Evidence(said.start - 1, said.end, "a")], statements) == said.source.entity
    assert common_source([Evidence(0, 20, "a")], statements) is None
