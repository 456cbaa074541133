"""The same weights again: `python -m training.pipeline.twice --corpora DIR` makes a small build twice and compares.

Every stage of the real build runs, on few reports and few words, each time in a process and an empty folder of its own.
Prints the hash of each model; exit status 1 where they differ.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

_SMALL = ("--trial", "100", "--pretrain-words", "20000", "--train-words", "10000")


def digest(model: Path) -> str:
    """One hash over the names and bytes of a model's files."""
    total = sha256()
    for path in sorted(p for p in model.rglob("*") if p.is_file()):
        total.update(path.relative_to(model).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def small_build(corpora: Path, seed: int) -> str:
    """The hash of a small model built from nothing in a fresh process."""
    with tempfile.TemporaryDirectory() as work:
        model = Path(work, "model")
        command = [
            sys.executable, "-m", "training.pipeline.build", "--corpora", str(corpora), "--work", work,
            "--out", str(model), "--seed", str(seed), *_SMALL,
        ]  # fmt: skip
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return digest(model)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    first, second = (small_build(given.corpora, given.seed) for _ in range(2))
    print(f"first  {first}\nsecond {second}\n{'the same' if first == second else 'NOT the same'}")
    return int(first != second)


if __name__ == "__main__":
    sys.exit(main())
