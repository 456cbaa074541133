"""The packed LSTM against one written word by word."""

from __future__ import annotations

import numpy as np
import pytest

from silang_id.lstm import Layer, pack
from silang_id.weights import Array, Weights


def _weights(width: int, hidden: int) -> Weights:
    draw = np.random.default_rng(7)
    shapes = {
        "weight_ih": (4 * hidden, width),
        "weight_hh": (4 * hidden, hidden),
        "bias_ih": (4 * hidden,),
        "bias_hh": (4 * hidden,),
    }
    return {
        f"layer.{name}_l0{way}": draw.normal(size=shape).astype("float32") * np.float32(0.5)
        for name, shape in shapes.items()
        for way in ("", "_reverse")
    }


def _slow(words: Array, weights: Weights, way: str) -> Array:
    def sigmoid(x: Array) -> Array:
        return np.asarray(1 / (1 + np.exp(-x)), dtype="float32")

    hidden = weights["layer.weight_hh_l0"].shape[1]
    state, cell = np.zeros(hidden, dtype="float32"), np.zeros(hidden, dtype="float32")
    found = []
    for word in words if not way else words[::-1]:
        gates = weights[f"layer.weight_ih_l0{way}"] @ word + weights[f"layer.bias_ih_l0{way}"]
        gates = gates + weights[f"layer.weight_hh_l0{way}"] @ state + weights[f"layer.bias_hh_l0{way}"]
        into, keep, new, out = np.split(gates, 4)
        cell = sigmoid(keep) * cell + sigmoid(into) * np.tanh(new)
        state = sigmoid(out) * np.tanh(cell)
        found.append(state)
    return np.stack(found if not way else found[::-1])


@pytest.mark.parametrize("lengths", [[1], [3, 1, 5], [2, 2], [1, 7, 4, 4]])
def test_layer_is_an_lstm(lengths: list[int]) -> None:
    weights = _weights(6, 4)
    words = np.random.default_rng(1).normal(size=(sum(lengths), 6)).astype("float32")
    found = Layer(weights, "layer")(words, pack(lengths))
    at = 0
    for length in lengths:
        sentence = words[at : at + length]
        wanted = np.concatenate([_slow(sentence, weights, ""), _slow(sentence, weights, "_reverse")], axis=1)
        np.testing.assert_allclose(found[at : at + length], wanted, atol=1e-5)
        at += length
