"""Which words news uses as roots: `python -m training.roots CORPORA > src/silang/language/roots.txt`.

Roots are the lemmas of UniMorph (Indonesian) and UD Indonesian-CSUI, and words of the news that stand free often, are
no derived form themselves and carry at least four affixed forms. Ordered by how many reports print each free.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from silang.language.stems import candidates
from training.corpus import document_frequencies

FORMS = 4  # affixed forms that make a free word of the news a root
FREE = 30  # reports that print it free
LISTED = 3  # reports that print a form before it counts


def main(corpora: Path) -> None:
    seen = document_frequencies(corpora)
    lemmas = {word for word in _lemmas(corpora) if len(word) > 2 and word.isascii() and word.isalpha()}
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for word, n in seen.items():
        if n >= LISTED and word.replace("-", "").isalpha():
            for bare in candidates(word):
                forms[bare].add(word)
    lemmas = {w for w in lemmas if seen[w] >= LISTED and not (lemmas & set(candidates(w)) and len(forms[w]) < 2)}
    free = {w for w in forms if len(w) > 3 and seen[w] >= FREE and len(forms[w]) >= FORMS}
    free = {w for w in free if not any(b in lemmas or b in free for b in candidates(w))}
    ranked = sorted(lemmas | free, key=lambda w: (-seen[w], w))
    print("# Roots of Indonesian news, the most frequent first; made by training/roots.py from UniMorph Indonesian")
    print("# (CC BY-SA 3.0), the lemmas of UD Indonesian-CSUI (CC BY-SA 4.0) and word counts of news.")
    print("\n".join(ranked))


def _lemmas(corpora: Path) -> Iterator[str]:
    for line in (corpora / "unimorph" / "ind").read_text("utf-8").splitlines():
        yield line.partition("\t")[0].casefold()
    for part in sorted((corpora / "ud-csui").glob("*-train.conllu")):
        rows = (line.split("\t") for line in part.read_text("utf-8").splitlines() if line and line[0].isdigit())
        counts = Counter(row[2] for row in rows if row[3] in {"VERB", "NOUN", "ADJ", "ADV"} and row[2].islower())
        yield from (lemma for lemma, n in counts.items() if n > 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
