"""One annotated sentence, whatever corpus it is from. Words are written words: clitics stay on their host."""

from __future__ import annotations

from dataclasses import dataclass, replace

ROOT = -1


@dataclass(frozen=True, slots=True)
class Sentence:
    """Parallel tuples, one item per word; an empty tuple means that the corpus does not say.

    `heads` are indices into `words`, ROOT for the root. `names` are B-/I-/O tags over PER, ORG, LOC. `spaces` says
    whether a space follows. `expanded` is the number of syntactic words that the corpus counts, clitics included.
    """

    source: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...] = ()
    tags: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deps: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    expanded: int = 0

    def with_words(self, words: tuple[str, ...]) -> Sentence:
        """The same annotation on other spellings, as many of them."""
        if len(words) != len(self.words):
            raise ValueError(f"{len(words)} spellings for {len(self.words)} words")
        return replace(self, words=words)
