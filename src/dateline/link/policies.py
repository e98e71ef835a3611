"""Policies: which of the values that reports give of a figure stands as the incident's `best`.

A policy sees one statement of each independent report, the earliest first. `acled` takes the lowest number (ACLED's
codebook on fatalities that reports disagree on), `ucdp` the number that most reports support (UCDP's best estimate),
`latest` the one of the last day on which any was given, `highest` the highest. Another one is named as MODULE:FUNCTION.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from dateline.errors import UsageError
from dateline.record import IncidentValue

Policy = Callable[[Sequence[IncidentValue]], float | None]
DEFAULT = "latest"


def number_of(value: IncidentValue) -> float | None:
    """The number that a statement comes down to: its best, else the least, else the most."""
    return next((number for number in (value.best, value.low, value.high) if number is not None), None)


def numbers_of(values: Sequence[IncidentValue]) -> list[float]:
    """The numbers of those statements that have one."""
    return [number for value in values if (number := number_of(value)) is not None]


def lowest(values: Sequence[IncidentValue]) -> float | None:
    """The lowest number that any report gives."""
    return min(numbers_of(values), default=None)


def highest(values: Sequence[IncidentValue]) -> float | None:
    """The highest number that any report gives."""
    return max(numbers_of(values), default=None)


def best_supported(values: Sequence[IncidentValue]) -> float | None:
    """The number that most reports give; of equally many the one given last."""
    numbers = numbers_of(values)
    counts = Counter(numbers)
    return max(numbers, key=lambda n: (counts[n], max(i for i, m in enumerate(numbers) if m == n)), default=None)


def latest(values: Sequence[IncidentValue]) -> float | None:
    """The number given last; of those given on the last day the one that most reports give, then the higher."""
    known = [value for value in values if number_of(value) is not None]
    if not known:
        return None
    dated = [value.published for value in known if value.published]
    last = numbers_of([value for value in known if value.published == max(dated)] if dated else known)
    counts = Counter(last)
    return max(counts, key=lambda number: (counts[number], number))


POLICIES: Mapping[str, Policy] = {
    "latest": latest,
    "acled": lowest,
    "ucdp": best_supported,
    "highest": highest,
}


def policy_named(name: str) -> Policy:
    """The policy of that name, or the function MODULE:FUNCTION; UsageError where there is none."""
    if name in POLICIES:
        return POLICIES[name]
    module, colon, function = name.partition(":")
    if colon:
        try:
            found: Policy = getattr(import_module(module), function)
        except (ImportError, AttributeError) as error:
            raise UsageError(f"there is no policy {name!r}: {error}") from error
        return found
    raise UsageError(f"there is no policy {name!r} (there are {', '.join(POLICIES)}, and MODULE:FUNCTION for your own)")
