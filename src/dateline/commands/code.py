"""dateline code: reports in, a casebook out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands.options import DEFAULT_STORE, AsJson, GazetteerOption, StoreOption, use_gazetteer

if TYPE_CHECKING:
    from dateline.batch import Failure, Summary
    from dateline.ingest.source import IngestOptions

NAMED_AT_MOST = 50  # failures and warnings in the printed summary; --json has all
STOPPED = 130  # what a shell expects after Ctrl-C


def code(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, or - for standard input.")
    ],
    store: StoreOption = DEFAULT_STORE,
    workers: Annotated[int, typer.Option(min=1, help="How many processes code at the same time.")] = 1,
    columns: Annotated[
        str | None, typer.Option(help="Names of columns, as field=column: text=body,title=headline.", metavar="F=C,...")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(help="Read every file in this encoding instead of detecting it.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Read every file as this kind: text, html, pdf, jsonl, csv ...")
    ] = None,
    day_first: Annotated[
        bool | None, typer.Option("--day-first/--month-first", help="How to read dates such as 03/04/2022.")
    ] = None,
    gazetteer: GazetteerOption = None,
    actors: Annotated[
        Path | None,
        typer.Option("--actors", help="Your own actors, who win: CSV with name, aliases, country, sector, id."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read reports, code them, and keep them in a casebook.

    What is finished is on the disk: a run that was stopped goes on where it ended when it is run again. Reports that
    this version of the coder has read before are left alone.
    """
    from dateline.batch import code_reports
    from dateline.commands.terminal import print_json, progress_bar
    from dateline.expected import reports_expected

    options = options_from(columns, encoding=encoding, kind=kind, day_first=day_first)
    use_gazetteer(gazetteer)
    try:
        with progress_bar(lambda: reports_expected(inputs), shown=not as_json) as notify:
            summary = code_reports(inputs, store=store, workers=workers, options=options, actors=actors, notify=notify)
    except KeyboardInterrupt:
        typer.echo(f"Stopped. What was finished is in {store}; run the same again to go on.", err=True)
        raise typer.Exit(STOPPED) from None
    if as_json:
        print_json(summary)
    else:
        print_summary(summary, store)
    raise typer.Exit(1 if summary.failed else 0)


def options_from(
    columns: str | None, *, encoding: str | None, kind: str | None, day_first: bool | None
) -> IngestOptions:
    """The choices for reading; UsageError names the one that makes no sense."""
    from dateline.ingest.source import IngestOptions

    return IngestOptions(columns=pairs(columns), encoding=encoding, kind=kind, day_first=day_first)  # type: ignore[arg-type]


def pairs(columns: str | None) -> dict[str, str]:
    """`text=body,title=headline` as a mapping."""
    from dateline.errors import UsageError

    found: dict[str, str] = {}
    for part in (columns or "").split(","):
        field, equals, column = part.partition("=")
        if not part.strip():
            continue
        if not equals or not field.strip() or not column.strip():
            raise UsageError(f"--columns: {part.strip()!r} is not of the form field=column (as in text=body)")
        found[field.strip()] = column.strip()
    return found


def print_summary(summary: Summary, store: Path) -> None:
    """What was done on standard output; what went wrong on standard error."""
    typer.echo(f"{store}: {summary.coded} coded, {summary.unchanged} unchanged, {len(summary.failed)} failed")
    if summary.reread:
        were = "report was" if summary.reread == 1 else "reports were"
        typer.echo(f"{summary.reread} {were} read again, since the coder has changed: new versions were added")
    if summary.not_english:
        seem = "report seems" if summary.not_english == 1 else "reports seem"
        typer.echo(f"{summary.not_english} {seem} not to be English: coded all the same, and flagged")
    typer.echo(f"coder {summary.coder}; {summary.incidents:,} incidents (dateline incidents list --store {store})")
    named("warning", summary.warnings)
    named("failed", [said(failure) for failure in summary.failed])


def said(failure: Failure) -> str:
    """A failure in one line."""
    return f"{failure.name}: {failure.reason}" + (f" ({failure.mend})" if failure.mend else "")


def named(kind: str, messages: list[str]) -> None:
    """Each message on a line of its own, up to a limit."""
    from dateline.show.wording import one_line

    for message in messages[:NAMED_AT_MOST]:
        typer.echo(f"{kind}: {one_line(message)}", err=True)
    if len(messages) > NAMED_AT_MOST:
        typer.echo(f"{kind}: {len(messages) - NAMED_AT_MOST} more (--json names all)", err=True)
