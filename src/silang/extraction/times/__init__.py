"""Time expressions of Indonesian news as TIMEX3: dates, times of day, durations, sets."""

from silang.extraction.times.find import find_times, reference_day

__all__ = ["find_times", "reference_day"]
