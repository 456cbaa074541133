"""Measures an export, ours or a peer's, against gold: the benchmark of docs/benchmark.md."""

from silang.evaluation.gold import golds
from silang.evaluation.ledger import Miss
from silang.evaluation.measure import Evaluation, evaluate

__all__ = ["Evaluation", "Miss", "evaluate", "golds"]
