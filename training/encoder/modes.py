"""The modes of the codebook as one list, "TYPE/mode", with "TYPE/" for none."""

from __future__ import annotations

from dateline.codebook.types import event_types

MODES = [f"{kind.name}/{mode}" for kind in event_types().values() for mode in ("", *kind.modes)]
