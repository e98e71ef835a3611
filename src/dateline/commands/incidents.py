"""dateline incidents: which ones there are, and judgements on them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands.options import DEFAULT_STORE, AsJson, StoreOption

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.incidents import Verdict
    from dateline.record import Incident

incidents = typer.Typer(
    no_args_is_help=True, help="List the incidents of a casebook, and say which reports belong together."
)

Id = Annotated[str, typer.Argument(metavar="INCIDENT", help="An incident's id, as `list` and the exports show it.")]
By = Annotated[str, typer.Option("--by", help="Who judges so.", envvar="DATELINE_REVIEWER")]
Reason = Annotated[str | None, typer.Option("--reason", help="Why.")]


@incidents.command("list")
def list_incidents(
    store: StoreOption = DEFAULT_STORE,
    limit: Annotated[int, typer.Option(min=1, help="How many are listed.")] = 50,
    policy: Annotated[str, typer.Option(help="What picks the figures: latest, acled, ucdp, highest.")] = "latest",
    as_json: AsJson = False,
) -> None:
    """List the incidents that most reports tell of."""
    from dateline.actors import records_of
    from dateline.casebook import Casebook
    from dateline.commands.terminal import console, print_json
    from dateline.incidents import incidents_of

    with Casebook(store) as casebook:
        found = sorted(incidents_of(casebook, records_of(casebook), policy=policy), key=lambda one: -len(one.reports))
    if as_json:
        print_json(found[:limit])
        return
    console().print(table(found[:limit]))
    if len(found) > limit:
        typer.echo(f"{len(found) - limit:,} more (--limit {len(found)} lists all)")


@incidents.command()
def merge(
    first: Id,
    others: Annotated[list[str], typer.Argument(metavar="INCIDENT...", help="Those that are the same incident.")],
    by: By,
    reason: Reason = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Judge that incidents are one."""
    judged("merge", [first, *others], by=by, reason=reason, store=store)


@incidents.command()
def split(
    incident: Id,
    events: Annotated[list[str], typer.Argument(metavar="REPORT:EVENT...", help="Events that do not belong to it.")],
    by: By,
    reason: Reason = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Judge that events do not belong to an incident."""
    judged("split", [incident], events=events, by=by, reason=reason, store=store)


@incidents.command()
def confirm(incident: Id, by: By, reason: Reason = None, store: StoreOption = DEFAULT_STORE) -> None:
    """Judge that an incident is right: its events stay together."""
    judged("confirm", [incident], by=by, reason=reason, store=store)


@incidents.command()
def reject(incident: Id, by: By, reason: Reason = None, store: StoreOption = DEFAULT_STORE) -> None:
    """Judge that an incident is none: its events are linked with nothing, and exports say that it was rejected."""
    judged("reject", [incident], by=by, reason=reason, store=store)


def judged(
    verdict: Verdict, names: list[str], *, by: str, reason: str | None, store: Path, events: list[str] | None = None
) -> None:
    """Appends the judgement, and says what became of the incidents."""
    from dateline.casebook import Casebook
    from dateline.incidents import judge

    with Casebook(store) as casebook:
        now = datetime.now().astimezone()
        left = judge(casebook, verdict, names, events=events or (), by=by, at=now, reason=reason)
    typer.echo(f"{verdict}: kept; the incidents are now {', '.join(left)}")


def table(found: list[Incident]) -> Table:
    """One incident a row."""
    from rich import box
    from rich.table import Table

    from dateline.show.wording import number, one_line, place_words, time_words

    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in ("Incident", "What", "When", "Where", "Figures", "Reports", "Publishers"):
        shown.add_column(name, overflow="fold", no_wrap=name == "Incident")
    for one in found:
        counted = (figure for figure in one.figures if figure.best is not None and figure.measure != "other")
        figures = ", ".join(f"{number(figure.best or 0)} {figure.measure}" for figure in counted)
        where = place_words(one.place) if one.place else ""
        row = (one.id, one.type, time_words(one.time), where, figures, str(len(one.reports)), str(one.publishers))
        shown.add_row(*map(one_line, row))
    return shown
