"""Where the attachment is lost: `python -m training.pipeline.confusions --corpora DIR`.

For each held-out treebank, the commonest confusions of relations under the right head, and of heads. To read, never to
tune on: these are the test sets.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import silang_id
from spacy.language import Language

from training.pipeline import corpora, evaluate
from training.pipeline.sentences import ROOT, Sentence

_SHOWN = 12
_STYLES = {"csui": "csui", "gsd": "gsd", "pud": "ud"}


def confusions(nlp: Language, sentences: Sequence[Sentence], style: str) -> tuple[Counter[str], Counter[str], int]:
    """Relations confused under the right head ("gold > found"), gold relations of words with a wrong head, the number
    of words."""
    parser: Any = nlp.get_pipe("silang_parser")
    parser.style = style
    labels: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for doc, gold in zip(evaluate.annotate(nlp, sentences), sentences, strict=True):
        for at, token in enumerate(doc):
            wanted = gold.deps[at].partition(":")[0]
            found = "root" if token.head.i == at else token.dep_.partition(":")[0]
            if gold.heads[at] != (ROOT if token.head.i == at else token.head.i):
                heads[wanted] += 1
            elif found != wanted:
                labels[f"{wanted} > {found}"] += 1
    return labels, heads, sum(len(s.words) for s in sentences)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    test = corpora.load(parser.parse_args().corpora, hold_out=False).test
    nlp = silang_id.load()
    for name, style in _STYLES.items():
        labels, heads, words = confusions(nlp, test[name], style)
        print(f"{name}, style {style}: {words} words")
        for title, counts in (("right head, relation", labels), ("wrong head, relation", heads)):
            share = sum(counts.values()) / words
            shown = ", ".join(f"{kind} {count / words:.4f}" for kind, count in counts.most_common(_SHOWN))
            print(f"  {title}: {share:.4f} of all words: {shown}")


if __name__ == "__main__":
    main()
