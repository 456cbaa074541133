"""Near-duplicates: recall, precision and rate on synthetic reports, from text to verdict, on one processor.

usage: python benchmarks/stories.py [--documents 100000]

Half of the documents are 120 words drawn from 50,000; the other half are their copies, 2 % of the words changed and up
to a tenth of the tail cut. A pair counts as found where `silang.stories.copies` gives it.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time

from silang.model import Report, Segment
from silang.stories.copies import copies


def made(id: str, words: list[str]) -> Report:
    text = " ".join(words)
    return Report(id, id, text, (Segment(0, len(text), "body"),))


def corpus(documents: int) -> list[Report]:
    """Originals ``aN``, then their copies ``bN``."""
    chance = random.Random(11)
    originals = [[f"k{n}" for n in chance.choices(range(50_000), k=120)] for _ in range(documents // 2)]
    reports = [made(f"a{n}", words) for n, words in enumerate(originals)]
    for n, words in enumerate(originals):
        copied = list(words)
        for at in chance.sample(range(len(words)), max(1, len(words) // 50)):
            copied[at] = f"k{chance.randrange(50_000)}"
        reports.append(made(f"b{n}", copied[: len(words) - chance.randrange(len(words) // 10)]))
    return reports


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    reports = corpus(parser.parse_args().documents)
    started = time.process_time()
    found = copies(reports)
    seconds = time.process_time() - started
    right = sum(copy.left[1:] == copy.right[1:] for copy in found)
    figures = {
        "documents": len(reports),
        "recall": right / (len(reports) // 2),
        "precision": right / len(found) if found else 0.0,
        "documents_per_second": round(len(reports) / seconds),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
