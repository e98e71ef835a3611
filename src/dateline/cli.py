"""The command line."""

from __future__ import annotations

import sys

from dateline.errors import DatelineError, StoreError, UsageError


def main() -> None:
    """Runs the program; exit codes: 0 all done, 1 some inputs failed, 2 wrong usage."""
    from dateline.commands import app

    try:
        app()
    except (UsageError, StoreError) as error:
        print(f"dateline: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        raise SystemExit(1) from None
