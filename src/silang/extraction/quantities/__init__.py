"""Numbers of Indonesian news with what they count: values, units (UCUM, ISO 4217), modifiers."""

from silang.extraction.quantities.find import comparable, find_quantities

__all__ = ["comparable", "find_quantities"]
