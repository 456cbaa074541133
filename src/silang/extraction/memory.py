"""What reading a report has seen so far: who spoke, and whom each line is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from silang.extraction.entities import Cast
from silang.model import Credit, Entity, Mention, Source, Span

_BACK = 8  # sources back to which *ujarnya* may point past a body or a text that spoke since
_ONE = ("seorang", "salah seorang", "salah satu")  # open the words for one person without a name


@dataclass(slots=True)
class Memory:
    """What reading has seen so far: the sources of statements, and the person each line is about."""

    cast: Cast
    credits: tuple[Credit, ...] = ()
    sources: list[Source] = field(default_factory=list)
    topic: Entity | None = None
    announced: tuple[Source, Span] | None = None  # who a line without words of theirs lets speak
    pronouns: list[Mention] = field(default_factory=list)

    def last(self) -> Source | None:
        """The source of the last statement that had one."""
        return self.sources[-1] if self.sources else None

    def is_person(self, source: Source) -> bool:
        """Whether a source is one person that the report names."""
        return source.entity is not None and self.cast.entity(source.entity).label == "PER"

    def speaker(self) -> Source | None:
        """Whom *dia* and *ujarnya* mean: the person the last line was about, or who spoke last; a body or a text only
        where no person has spoken."""
        if self.topic is not None:
            return Source(0, 0, self.topic.name, self.topic.name, self.topic.id)
        one = (s for s in reversed(self.sources[-_BACK:]) if self.is_person(s) or s.text.casefold().startswith(_ONE))
        return next(one, self.last())

    def one(self) -> Source | None:
        """Whom *dia* means: `speaker`, where that is no body that the report names."""
        source = self.speaker()
        body = source is not None and source.entity is not None and not self.is_person(source)
        return None if body else source

    def person(self) -> Entity | None:
        """The person whom `speaker` is; None where it is none."""
        source = self.speaker()
        return self.cast.entity(source.entity) if source and source.entity and self.is_person(source) else None

    def several(self) -> Source | None:
        """Whom *mereka* means: the last source, where it is no single person."""
        source = self.last()
        return None if source is None or self.is_person(source) else source
