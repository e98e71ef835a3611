"""The command line's way in, and its exit codes.

0 all done · 1 some inputs failed (each is named) · 2 wrong usage, or a casebook that cannot be opened · 3 a fault of
Dateline itself · 130 stopped by Ctrl-C
"""

from __future__ import annotations

import os
import sys
import traceback

from dateline.errors import DatelineError, StoreError, UsageError

SOME_FAILED, WRONG_USAGE, OUR_FAULT, STOPPED = 1, 2, 3, 130


def main() -> None:
    """Runs the program and ends it with an exit code."""
    raise SystemExit(run())


def run() -> int:
    """Runs the program: errors made on purpose are said in a line, others with all that helps to mend them."""
    from dateline.commands import app

    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except (UsageError, StoreError) as error:
        return said(error, WRONG_USAGE)
    except DatelineError as error:
        return said(error, SOME_FAILED)
    except (
        BrokenPipeError,
        SystemExit,
    ):  # the reader of our output (a pager, `head`) had enough: no fault of anybody's
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:
        return unexpected(error)
    return code if isinstance(code, int) else 0


def said(error: DatelineError, code: int) -> int:
    """The error in a line on standard error."""
    print(f"dateline: {error}", file=sys.stderr)
    return code


def unexpected(error: Exception) -> int:
    """What Typer has to say about options, or a fault of our own."""
    if callable(show := getattr(error, "show", None)) and isinstance(code := getattr(error, "exit_code", None), int):
        show()
        return code
    if type(error).__name__ == "Abort":
        return STOPPED
    traceback.print_exception(error)
    print("dateline: this is a fault of Dateline; please report it with the lines above", file=sys.stderr)
    return OUR_FAULT


if __name__ == "__main__":
    main()
