"""Light verbs: verbs that lend a noun their subject (data/light_verbs.toml)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from dateline.codebook.types import load_toml

Lent = Literal["frame", "recipient"]


@cache
def light_verbs() -> dict[str, Lent]:
    """By lemma: "frame" where the subject fills the role of the noun's own subject, "recipient" where it suffers."""
    groups = load_toml("light_verbs.toml")
    found: dict[str, Lent] = dict.fromkeys(groups["frame"]["verbs"], "frame")
    return found | dict.fromkeys(groups["recipient"]["verbs"], "recipient")
