"""Learn the lemmatizer's tables: bare words, and the forms that rules get wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from silang_id.lemmas import Lemmas
from spacy.vocab import Vocab

from training.pipeline.sentences import Sentence

_WHOLE = {"PROPN", "X", "NUM", "SYM", "PUNCT"}


def learn(treebanks: Iterable[Sentence], unimorph: Path) -> tuple[set[str], dict[str, str]]:
    """Roots and irregular forms; earlier sentences win ties, so that the news treebank leads."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    weight = 10_000
    for sentence in treebanks:
        for word, tag, lemma in zip(sentence.words, sentence.tags, sentence.lemmas, strict=True):
            if tag not in _WHOLE and word.isascii() and not (lemma[:1].isupper() and word[:1].isupper()):
                counts[word.lower(), tag][lemma.lower()] += weight if sentence.source == "csui" else 1
    best = {key: min(c, key=lambda lemma: (-c[lemma], lemma)) for key, c in counts.items()}
    pairs = _unimorph(unimorph)
    roots = {lemma for lemma in best.values() if lemma.isalpha() and len(lemma) > 2}
    roots |= {lemma for _, lemma in pairs if lemma.isalpha()}
    roots -= {form for (form, _), lemma in best.items() if form != lemma} - set(best.values())
    forms = _irregular(roots, [((form, ""), lemma) for form, lemma in pairs])
    return roots, {**forms, **_irregular(roots, sorted(best.items()))}


def _unimorph(path: Path) -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.count("\t") == 2]
    return sorted({(form, lemma) for lemma, form, _ in rows if " " not in form})


def _irregular(roots: set[str], pairs: Iterable[tuple[tuple[str, str], str]]) -> dict[str, str]:
    """Those pairs that the rules over `roots` do not give; keyed by form alone where no other reading contradicts."""
    rules = Lemmas(Vocab()).set_tables(roots, {})
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for (form, tag), lemma in pairs:
        wanted[form][tag] = lemma
    found: dict[str, str] = {}
    for form, readings in sorted(wanted.items()):
        if all(rules.root(form, tag) == lemma for tag, lemma in readings.items()):
            continue
        if len(set(readings.values())) == 1:
            found[form] = next(iter(readings.values()))
        else:
            found.update({f"{form}|{tag}": lemma for tag, lemma in sorted(readings.items())})
    return found
