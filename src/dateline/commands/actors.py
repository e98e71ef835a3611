"""dateline actors: who is who in all reports of a casebook, and corrections to that."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands.options import DEFAULT_STORE, AsJson, StoreOption

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.link.actor_registry import RegisteredActor

actors = typer.Typer(no_args_is_help=True, help="Look through the actors of a casebook, and say who is who.")

Id = Annotated[str, typer.Argument(metavar="ID", help="An actor's id, as `list` and the exports show it.")]
By = Annotated[str, typer.Option("--by", help="Who judges so.", envvar="DATELINE_REVIEWER")]
Reason = Annotated[str | None, typer.Option("--reason", help="Why.")]


@actors.command("list")
def list_actors(
    words: Annotated[str, typer.Argument(help="Only actors with these words in an id or a name.")] = "",
    store: StoreOption = DEFAULT_STORE,
    joined: Annotated[
        bool, typer.Option("--joined", help="Only actors put together from several names, the least sure first.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many are listed.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List the actors that reports share, those of most reports first, with every name they go by."""
    from dateline.actors import found_by, registry_of
    from dateline.casebook import Casebook
    from dateline.commands.terminal import console, print_json

    with Casebook(store) as casebook:
        found = list(found_by(registry_of(casebook).actors(), words))
    if joined:
        found = sorted((one for one in found if one.ties), key=lambda one: min(tie.score for tie in one.ties))
    if as_json:
        print_json(found[:limit])
        return
    console().print(table(found[:limit]))
    if len(found) > limit:
        typer.echo(f"{len(found) - limit} more (--limit {len(found)} lists all)")


@actors.command()
def show(id: Id, store: StoreOption = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """Show one actor: its names, its reports, why they are one, and what was judged."""
    from dateline.actors import registry_of
    from dateline.casebook import Casebook
    from dateline.commands.terminal import print_json
    from dateline.errors import UsageError
    from dateline.link.actor_judgements import SUBJECT

    with Casebook(store) as casebook:
        actor = registry_of(casebook).actor(id)
        if actor is None:
            raise UsageError(f"{store} has no shared actor {id!r} (dateline actors list shows those it has)")
        judged = [one for each in actor.ids for one in casebook.judgements(SUBJECT + each)]
    if as_json:
        print_json({"actor": actor, "judgements": judged})
        return
    typer.echo(f"{actor.name} [{actor.id}]: {codes(actor)}")
    typer.echo(f"names: {'; '.join(actor.names)}")
    typer.echo(f"reports: {', '.join(actor.reports)}")
    for tie in actor.ties:
        whose = f", judged by {tie.by}" if tie.by else f" ({tie.score:.2f})"
        typer.echo(f"{tie.one} = {tie.other}: {tie.reason}{whose}")
    for one in judged:
        what = " ".join(part for part in (one.verdict, one.field, one.new) if part)
        typer.echo(f"{one.at:%Y-%m-%d %H:%M} {one.by}: {what}" + (f" ({one.reason})" if one.reason else ""))


@actors.command()
def merge(
    one: Id,
    other: Annotated[str, typer.Argument(metavar="ID", help="The id of the same actor under another name.")],
    by: By,
    reason: Reason = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Say that two actors are one. Kept beside all earlier judgements; a later `split` undoes it."""
    from dateline.actors import merge as judge_merge
    from dateline.casebook import Casebook

    with Casebook(store) as casebook:
        judge_merge(casebook, one, other, by=by, at=datetime.now().astimezone(), reason=reason)
    typer.echo(f"{one} and {other} are one")


@actors.command()
def split(
    one: Id,
    other: Annotated[str, typer.Argument(metavar="ID|REPORT", help="Another id of the same actor, or a report's id.")],
    by: By,
    reason: Reason = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Say that two names are not one actor's, or that a report means somebody else by the name."""
    from dateline.actors import split as judge_split
    from dateline.casebook import Casebook

    with Casebook(store) as casebook:
        judge_split(casebook, one, other, by=by, at=datetime.now().astimezone(), reason=reason)
    typer.echo(f"{one} is not the one of {other}")


@actors.command()
def correct(
    id: Id,
    by: By,
    name: Annotated[str | None, typer.Option(help="The name to show.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-3; empty: not known.")] = None,
    sector: Annotated[str | None, typer.Option(help="A PLOVER sector; empty: not known.")] = None,
    reason: Reason = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Correct an actor's name, country or sector in all reports."""
    from dateline.actors import correct as judge_correct
    from dateline.casebook import Casebook
    from dateline.errors import UsageError

    changes = {"name": name, "country": country, "sector": sector}
    wanted = {field: value for field, value in changes.items() if value is not None}
    if not wanted:
        raise UsageError("nothing to correct (give --name, --country or --sector)")
    with Casebook(store) as casebook:
        for field, value in wanted.items():
            judge_correct(casebook, id, field, value, by=by, at=datetime.now().astimezone(), reason=reason)
    typer.echo(f"{id}: " + ", ".join(f"{field} is {value or 'not known'}" for field, value in wanted.items()))


def table(found: list[RegisteredActor]) -> Table:
    """The actors as a table."""
    from rich.table import Table

    rows = Table("id", "name", "codes", "reports", "also called", box=None, pad_edge=False)
    for one in found:
        others = [name for name in one.names if name != one.name]
        rows.add_row(one.id, one.name, codes(one), str(len(one.reports)), "; ".join(others[:5]))
    return rows


def codes(actor: RegisteredActor) -> str:
    """Kind, country and sector in a few letters."""
    return " ".join((actor.kind, actor.country or "?", actor.sector or "?"))
