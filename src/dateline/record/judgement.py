"""Judgements: what a reviewer decided, appended and never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verdict = Literal["confirm", "reject", "correct", "merge", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision on one thing of the casebook: by whom, when, why, and for a correction the old and new value."""

    subject: str
    verdict: Verdict
    field: str | None = None
    old: str | None = None
    new: str | None = None
    by: str
    at: datetime
    reason: str | None = None
