"""A bidirectional LSTM layer over sentences of unequal length, in numpy, without padding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from silang_id.weights import Array, Weights

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Packing:
    """Words of several sentences, step by step: step t holds word t of each sentence that has one.

    `ahead` and `behind` give the place of each packed word in the running text, for either direction.
    """

    ahead: Places
    behind: Places
    sizes: Places


def pack(lengths: Sequence[int]) -> Packing:
    """The packing of sentences that stand one after another, with these numbers of words."""
    sizes = np.asarray(lengths, dtype="int64")
    starts = np.cumsum(sizes) - sizes
    order = np.argsort(-sizes, kind="stable")
    sizes, starts = sizes[order], starts[order]
    steps = np.arange(int(sizes[0]) if len(sizes) else 0)
    alive = sizes[None, :] > steps[:, None]
    step, sentence = np.nonzero(alive)
    return Packing(starts[sentence] + step, starts[sentence] + sizes[sentence] - 1 - step, alive.sum(1))


class Layer:
    """Weights of one layer, laid out for speed: both directions at once, one tanh for all four gates."""

    def __init__(self, weights: Weights, name: str) -> None:
        hidden = weights[f"{name}.weight_hh_l0"].shape[1]
        # sigmoid(x) = (1 + tanh(x / 2)) / 2: half the weights of the three sigmoid gates (order: in, forget, new, out)
        half = np.repeat(np.array([0.5, 0.5, 1.0, 0.5], dtype="float32"), hidden)
        self._input: list[Array] = []
        self._bias: list[Array] = []
        recurrent: list[Array] = []
        for direction in ("", "_reverse"):
            suffix = f"_l0{direction}"
            self._input.append(np.ascontiguousarray((weights[f"{name}.weight_ih{suffix}"] * half[:, None]).T))
            self._bias.append((weights[f"{name}.bias_ih{suffix}"] + weights[f"{name}.bias_hh{suffix}"]) * half)
            recurrent.append((weights[f"{name}.weight_hh{suffix}"] * half[:, None]).T)
        self._recurrent = np.ascontiguousarray(np.stack(recurrent))
        self.hidden = hidden

    def __call__(self, words: Array, packing: Packing) -> Array:
        """(words, width) to (words, 2 * hidden)."""
        hidden = self.hidden
        driven = np.empty((2, len(words), 4 * hidden), dtype="float32")
        for at, places in enumerate((packing.ahead, packing.behind)):
            np.matmul(words[places], self._input[at], out=driven[at])
            driven[at] += self._bias[at]
        result = np.empty((2, len(words), hidden), dtype="float32")
        widest = int(packing.sizes[0]) if len(packing.sizes) else 0
        state = np.zeros((2, widest, hidden), dtype="float32")
        cell = np.zeros((2, widest, hidden), dtype="float32")
        at = 0
        for size in packing.sizes.tolist():
            gates = driven[:, at : at + size]
            if at:
                gates += np.matmul(state[:, :size], self._recurrent)
            np.tanh(gates, out=gates)
            opened = gates[..., : 2 * hidden]
            opened += 1
            opened *= 0.5
            out = gates[..., 3 * hidden :]
            out += 1
            out *= 0.5
            cell = cell[:, :size]
            cell *= gates[..., hidden : 2 * hidden]
            cell += gates[..., :hidden] * gates[..., 2 * hidden : 3 * hidden]
            state = np.multiply(out, np.tanh(cell), out=result[:, at : at + size])
            at += size
        joined = np.empty((len(words), 2 * hidden), dtype="float32")
        joined[packing.ahead, :hidden] = result[0]
        joined[packing.behind, hidden:] = result[1]
        return joined
