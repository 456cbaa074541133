"""Statements with source and cue, credits, times, quantities and entities of one report."""

from silang.extraction.extract import extract

__all__ = ["extract"]
