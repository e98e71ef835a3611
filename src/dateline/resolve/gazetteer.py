"""The gazetteer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Gazetteer:
    """Places by name."""

    @classmethod
    def bundled(cls) -> Gazetteer:
        """The package's own."""
        return cls()
