"""dateline link: incidents of a casebook, all of them anew."""

from __future__ import annotations

from dateline.commands.options import AsJson, StoreArgument, StoreInstead, one_store


def link(store: StoreArgument = None, store_option: StoreInstead = None, as_json: AsJson = False) -> None:
    """Link everything again: which events of different reports tell of one happening.

    `code` links what is new by itself, and comes to the same incidents. Judgements on incidents hold.
    """
    import typer

    from dateline.casebook import Casebook
    from dateline.commands.terminal import print_json
    from dateline.incidents import link_casebook

    path = one_store(store, store_option)
    with Casebook(path) as casebook:
        done = link_casebook(casebook, anew=True)
    if as_json:
        print_json(done)
    else:
        typer.echo(f"{path}: {done.events:,} events, {done.incidents:,} incidents")
        typer.echo(f"{done.told_together:,} incidents are told of by more than one report")
