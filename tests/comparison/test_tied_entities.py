"""Entities of several reports: tied by fuller names, never by a family name alone."""

from __future__ import annotations

from silang.comparison import tie_entities
from silang.comparison.entities import Tied
from silang.model import Entity, Extraction, Label, Mention, Source, Statement, Story


def found(report: str, *names: tuple[Label, str]) -> Extraction:
    entities = tuple(Entity(f"e{n}", label, name) for n, (label, name) in enumerate(names, 1))
    mentions = tuple(Mention(n, n + 1, e.id) for n, e in enumerate(entities))
    return Extraction(report, (), mentions=mentions, entities=entities)


def tied(*extractions: Extraction) -> Tied:
    return tie_entities([Story("s1", "x", tuple(x.report for x in extractions))], extractions)


def test_spellings_of_one_name_are_one_person() -> None:
    result = tied(found("a", ("PER", "Bram Adi-Putra")), found("b", ("PER", "Bram Adi Putra")))
    assert len(result.entities) == 1


def test_a_short_name_joins_the_one_fuller_name() -> None:
    result = tied(found("a", ("PER", "Wiryawan Sutejo")), found("b", ("PER", "Wiryawan")))
    (person,) = result.entities
    assert (person.name, person.aliases) == ("Wiryawan Sutejo", ("Wiryawan",))


def test_a_family_name_of_two_persons_joins_neither() -> None:
    result = tied(found("a", ("PER", "Darma Sutejo"), ("PER", "Lestari Sutejo")), found("b", ("PER", "Sutejo")))
    assert len(result.entities) == 3


def test_a_person_and_a_place_of_one_name_stay_two() -> None:
    assert len(tied(found("a", ("PER", "Ranai Lembang")), found("b", ("LOC", "Ranai Lembang"))).entities) == 2


def test_persons_of_other_stories_join_only_by_full_names() -> None:
    stories = [Story("s1", "x", ("a",)), Story("s2", "y", ("b",))]
    short = tie_entities(stories, [found("a", ("PER", "Wiryawan Sutejo")), found("b", ("PER", "Wiryawan"))])
    full = tie_entities(stories, [found("a", ("PER", "Wiryawan Sutejo")), found("b", ("PER", "Wiryawan Sutejo"))])
    assert (len(short.entities), len(full.entities)) == (2, 1)


def test_references_follow_the_new_ids() -> None:
    other = found("a", ("LOC", "Ranai"))
    statement = Statement(0, 5, "s1", "indirect", source=Source(0, 3, "dia", "Wiryawan", "e1"), via=("e1",))
    speaks = found("b", ("PER", "Wiryawan Sutejo"))
    speaks = Extraction("b", (), mentions=speaks.mentions, entities=speaks.entities, statements=(statement,))
    result = tied(other, speaks)
    said = result.extractions[1].statements[0]
    assert said.source is not None
    assert (said.source.entity, said.source.name, said.via) == ("e2", "Wiryawan Sutejo", ("e2",))
    assert result.extractions[1].mentions[0].entity == "e2"
