"""What an export may be asked for."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """`show_names` leaves the names of private people readable in formats that hide them (docs/do-no-harm.md); `mask`
    hides them in `records`, which does not. `title` heads the page. UsageError where both are asked for at once.
    """

    show_names: bool = False
    mask: bool = False
    title: str = "Casebook"

    def __post_init__(self) -> None:
        if self.show_names and self.mask:
            raise UsageError("names can be shown or masked, not both: leave out one of the two options")
