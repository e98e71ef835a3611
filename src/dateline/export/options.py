"""What an export may be asked for."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """`show_names` leaves the names of private people readable in formats that hide them (docs/do-no-harm.md); `mask`
    hides them in `records`, which does not; UsageError where both are asked for at once. `title` heads the page. Events
    that are less sure than `least_confidence` (0 to 1) are left out; UsageError for a number outside. `policy` picks
    the figures of incidents.
    """

    show_names: bool = False
    mask: bool = False
    title: str = "Casebook"
    least_confidence: float = 0.0
    policy: str = "latest"

    def __post_init__(self) -> None:
        if self.show_names and self.mask:
            raise UsageError("names can be shown or masked, not both: leave out one of the two options")
        if not 0 <= self.least_confidence <= 1:
            raise UsageError(f"confidence goes from 0 to 1, and {self.least_confidence:g} is outside")
