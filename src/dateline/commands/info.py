"""dateline info: a casebook in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dateline.commands.options import AsJson, StoreArgument, StoreInstead, one_store

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.store.contents import Info

NAMED_AT_MOST = 12  # publishers in the printed table; --json has all


def info(store: StoreArgument = None, store_option: StoreInstead = None, as_json: AsJson = False) -> None:
    """Count what is in a casebook: reports, versions, events by type, publishers, days, size."""
    from dateline.casebook import Casebook
    from dateline.commands.terminal import console, print_json

    with Casebook(one_store(store, store_option)) as casebook:
        found = casebook.info()
    if as_json:
        print_json(found)
    else:
        console().print(table(found))


def table(found: Info) -> Table:
    """The numbers, one kind a row."""
    from rich import box
    from rich.table import Table

    from dateline import __version__
    from dateline.show.wording import one_line
    from dateline.version import coder_version

    shown = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    shown.add_column(style="bold")
    shown.add_column(overflow="fold")
    days = f"{found.first_published} to {found.last_published}" if found.first_published else "no dates"
    for name, value in (
        ("casebook", f"{found.path}, {found.size_bytes / 1e6:.1f} MB, form {found.form}"),
        ("dateline", f"{__version__}, coder {coder_version()}"),
        ("reports", f"{found.reports:,} ({found.report_versions:,} versions), published {days}"),
        ("readings", f"{found.readings:,}; {found.unread:,} reports not read, {found.failures:,} failed attempts"),
        ("originals", f"{found.originals:,}, {found.original_bytes / 1e6:.1f} MB before compression"),
        ("judgements", f"{found.judgements:,}"),
        ("claims", f"{found.claims:,}"),
        ("events", f"{found.events:,}"),
        ("by type", listed(found.types)),
        ("by factuality", listed(found.factuality)),
        ("publishers", listed(found.publishers)),
        ("languages", listed(found.languages)),
        ("read by coder", listed(found.coders)),
    ):
        shown.add_row(name, one_line(value))
    return shown


def listed(counts: Mapping[str, int]) -> str:
    """Names with their counts, the commonest first."""
    shown = [f"{name} {count:,}" for name, count in list(counts.items())[:NAMED_AT_MOST]]
    left = len(counts) - NAMED_AT_MOST
    return ", ".join(shown) + (f" and {left:,} more" if left > 0 else "") or "none"
