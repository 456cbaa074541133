"""Finding numbers with what they count or measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from silang.extraction.numerals import numeral_at
from silang.extraction.quantities.counted import counted_at
from silang.extraction.quantities.pieces import pieces
from silang.extraction.quantities.words import Count, by_code, currencies, letters, longest, longest_before, role, units
from silang.extraction.times import find_times
from silang.language import Token, tokenize
from silang.model import Modifier, Quantity, Span, Time

_GLUE = frozenset("/_@#=&-–.:")
_SCALES = (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6, Decimal(10) ** 3)
_SERIAL = 8  # digits in a row: a telephone or account number


def find_quantities(
    text: str,
    spans: Iterable[Span] | None = None,
    times: Iterable[Time] | None = None,
    tokens: Iterable[Token] | None = None,
) -> tuple[Quantity, ...]:
    """The quantities of `text` (or of those `spans` of it), by start; numbers inside `times` are none.

    `times` are the text's time expressions, `tokens` the words of those spans; found anew where they are not given. A
    quantity spans its modifier, currency, number, unit and the noun it counts; its values are plain decimals with
    *ribu* to *triliun* multiplied.
    """
    stretches = None if spans is None else list(spans)
    known = find_times(text, spans=stretches) if times is None else times
    words = tokenize(text, stretches) if tokens is None else tokens
    outside = _outside(pieces(text, words), sorted(known, key=lambda time: time.start))
    found: list[Quantity] = []
    at = 0
    while at < len(outside):
        count = _count_at(outside, at)
        if count is None:
            at += 1
            continue
        if _is_counted(outside, count):
            found.append(_quantity(outside, count))
        at = count.end
    return tuple(found)


def comparable(quantity: Quantity) -> tuple[Decimal, Decimal, str]:
    """Low and high in the base of the unit, and that base: metres for kilometres, kilograms for tons."""
    unit = by_code().get(quantity.unit)
    low, high = Decimal(quantity.low), Decimal(quantity.high)
    return (low * unit.factor, high * unit.factor, unit.base) if unit else (low, high, quantity.unit)


_GAP = Token(-1, -1, "\0", "\0")


def _outside(tokens: Sequence[Token], times: Sequence[Time]) -> list[Token]:
    """The tokens that are in no time; each time leaves one mark that nothing reaches over."""
    kept: list[Token] = []
    at = 0
    for token in tokens:
        while at < len(times) and times[at].end <= token.start:
            at += 1
        if at < len(times) and times[at].start < token.end:
            if not kept or kept[-1].start >= 0:
                kept.append(_GAP)
        else:
            kept.append(token)
    return kept


def _count_at(tokens: Sequence[Token], at: int) -> Count | None:
    """A number, or a range of numbers, with currency and unit."""
    first = _single(tokens, at)
    if first is None:
        return None
    return _spread(tokens, first) or _ranged(tokens, first) or first


def _single(tokens: Sequence[Token], at: int) -> Count | None:
    opened = longest(tokens, at, currencies("before"))
    unit = currencies("before")[tuple(t.lower for t in tokens[at : at + opened])] if opened else None
    start = at + opened
    if start >= len(tokens) or tokens[start].text in ("beberapa", "Beberapa"):
        return None
    numeral = numeral_at(tokens, start)
    if numeral is None:
        return None
    count = Count.of(numeral, at, unit)
    if unit is None and (length := longest(tokens, count.end, units())):
        unit = units()[tuple(t.lower for t in tokens[count.end : count.end + length])]
        if len(tokens[count.end].text) > 1 or length > 1 or tokens[count.end].text in letters():
            count = replace(count, end=count.end + length, unit=unit)
            if unit.code == "%" and unit.factor != 1:
                count = replace(count, low=count.low * unit.factor, high=count.high * unit.factor)
    return count


def _spread(tokens: Sequence[Token], first: Count) -> Count | None:
    """*2,5±1 persen*: from 1,5 to 3,5."""
    at = first.end
    words = [t.lower for t in tokens[at : at + 3]]
    if words[:2] == ["â", "±"]:  # an encoding broken on its way
        at += 2
    elif words[:1] == ["±"]:
        at += 1
    elif words[:2] in (["plus", "minus"], ["+", "-"]):
        at += 2
    elif words == ["+", "/", "-"]:
        at += 3
    else:
        return None
    other = _single(tokens, at) if at < len(tokens) else None
    if other is None:
        return None
    return replace(other, first=first.first, low=first.low - other.low, high=first.low + other.low)


def _ranged(tokens: Sequence[Token], first: Count) -> Count | None:
    """*5-7 juta*, *lima hingga tujuh rumah*, *Rp 5 juta hingga Rp 6 juta*."""
    at = first.end + longest(tokens, first.end, role("join"))
    other = _single(tokens, at) if at < len(tokens) else None
    if (
        other is None
        or (at == first.end and not _is_pair(tokens, first, other))
        or (first.unit and other.unit and first.unit != other.unit)
    ):
        return None
    low = first.low
    if low < other.low and other.low >= 1000 and low < 1000:
        low *= _scale_of(tokens, other)
    if low >= other.high:
        return None
    return replace(other, first=first.first, low=low, unit=other.unit or first.unit, vague=first.vague or other.vague)


def _is_pair(tokens: Sequence[Token], first: Count, other: Count) -> bool:
    """*dua tiga kalimat*: two numerals on end, the second one more than the first."""
    words = first.end == first.first + 1 and tokens[first.first].is_word and tokens[other.first].is_word
    return words and first.unit is None and other.low == first.low + 1


def _scale_of(tokens: Sequence[Token], count: Count) -> Decimal:
    """The scale word of a count, which its range shares: *5-7 juta*."""
    words = {t.lower.replace("milyar", "miliar") for t in tokens[count.first : count.end]}
    for word, scale in zip(("triliun", "miliar", "juta", "ribu"), _SCALES, strict=True):
        if word in words:
            return scale
    return Decimal(1)


def _is_counted(tokens: Sequence[Token], count: Count) -> bool:
    """Whether the number counts or measures; not a name's, a law's, a score's, a telephone's number."""
    first = tokens[count.first]
    before = tokens[count.first - 1] if count.first else None
    after = tokens[count.end] if count.end < len(tokens) else None
    last = tokens[count.end - 1]
    if count.unit is not None:
        return True
    scaled = before is not None and (before.lower,) in role("scale")
    if before and before.end == first.start and not scaled and (before.text in _GLUE or before.text[-1].isalnum()):
        return False
    if after and after.start == last.end and not (_may_follow(after) or _is_rounded(tokens, count)):
        return False
    digits = first.text
    if digits.isdigit() and (len(digits) >= _SERIAL or (len(digits) > 1 and digits[0] == "0")):
        return False
    if longest_before(tokens, count.first, role("label")) or _is_score(tokens, count):
        return False
    if _is_of_name(tokens, count):
        return False
    return counted_at(tokens, count.end)[0] is not None or _is_amount(tokens, count)


def _is_amount(tokens: Sequence[Token], count: Count) -> bool:
    """Whether a number that counts nothing named is an amount (*menjadi 2.450*), not an item's or a stage's."""
    before = tokens[count.first - 1] if count.first else None
    if before is None or not before.is_word or any(t.text in "-–" for t in tokens[count.first : count.end]):
        return False
    if (before.lower,) in role("scale") or longest_before(tokens, count.first, role("modifier")):
        return True
    if count.low < 1000 and count.low == count.low.to_integral_value() and (before.lower,) not in role("opens"):
        return False
    return before.text.islower()


def _may_follow(after: Token) -> bool:
    """What may hang on a number without a space: a mark that ends something, or a lower-case word."""
    if after.is_word:
        return after.text.islower() and len(after.text) > 2 and (after.lower,) not in role("glued")
    return after.text not in "/_@#=&-–:"


def _is_rounded(tokens: Sequence[Token], count: Count) -> bool:
    """*100-an*."""
    return [t.lower for t in tokens[count.end : count.end + 2]] == ["-", "an"]


def _is_score(tokens: Sequence[Token], count: Count) -> bool:
    around = tokens[max(0, count.first - 3) : count.first]
    if tokens[count.first].text in ("satu", "Satu") and around and around[-1].lower in ("salah", "per"):
        return True  # *salah satu*
    return any((t.lower,) in role("score") for t in around) and counted_at(tokens, count.end)[0] is None


def _is_of_name(tokens: Sequence[Token], count: Count) -> bool:
    """A number behind a name (*Boeing 737*), or a capital numeral within one (*Empat Lawang*)."""
    first = tokens[count.first]
    before = tokens[count.first - 1] if count.first else None
    after = tokens[count.end] if count.end < len(tokens) else None
    follows = after is not None and after.is_word and after.text.islower()
    if first.is_word and first.is_capital and after is not None and after.is_word and after.is_capital:
        return True
    if (
        before is None
        or not before.is_word
        or not before.is_capital
        or longest_before(tokens, count.first, role("modifier"))
    ):
        return False
    opens = count.first < 2 or not (tokens[count.first - 2].is_word or tokens[count.first - 2].text in ",-")
    if (before.lower,) in role("scale") or opens:
        return False
    return not (follows and counted_at(tokens, count.end)[0])


def _quantity(tokens: Sequence[Token], count: Count) -> Quantity:
    counted, end = (None, count.end)
    if count.unit is None or (not count.unit.is_currency and count.unit.code != "%"):
        counted, end = counted_at(tokens, count.end)
    if counted is None and count.unit is None:
        scales = role("scale")
        if count.first and (word := tokens[count.first - 1].lower) and (word,) in scales:
            counted = scales[(word,)]
    low, high = count.low, count.high
    if count.unit is None and low == high and counted and low != low.to_integral_value():
        low = high = _thousands(tokens, count, low)
    start, modifier = _modifier(tokens, count.first)
    if modifier == "exact" and _is_rounded(tokens, count):
        end, modifier = max(end, count.end + 2), "about"
    end, modifier = _after(tokens, end, modifier)
    if modifier == "exact" and count.vague:
        modifier = "about"
    unit = count.unit.code if count.unit else "1"
    return Quantity(tokens[start].start, tokens[end - 1].end, _plain(low), _plain(high), unit, counted, modifier)


def _thousands(tokens: Sequence[Token], count: Count, value: Decimal) -> Decimal:
    """*2,500 orang*: what is counted is whole, so three digits behind a comma are thousands."""
    digits = tokens[count.first].text
    _, comma, behind = digits.partition(",")
    return value * 1000 if comma and len(behind) == 3 and count.end == count.first + 1 else value


def _modifier(tokens: Sequence[Token], first: int) -> tuple[int, Modifier]:
    modifiers = role("modifier")
    start, found = first, ""
    while length := longest_before(tokens, start, modifiers):
        start -= length
        found = modifiers[tuple(t.lower for t in tokens[start : start + length])]
    return start, _as_modifier(found)


def _after(tokens: Sequence[Token], end: int, modifier: Modifier) -> tuple[int, Modifier]:
    """*30 orang lebih*, *30-an orang*."""
    if end < len(tokens) and (word := (tokens[end].lower,)) in role("after") and modifier == "exact":
        return end + 1, _as_modifier(role("after")[word])
    return end, modifier


def _as_modifier(word: str) -> Modifier:
    if word == "about":
        return "about"
    if word == "at_least":
        return "at_least"
    return "at_most" if word == "at_most" else "exact"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
