"""dateline search: reports by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.commands.options import DEFAULT_STORE, AsJson, StoreOption


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words that the reports must all have.")],
    store: StoreOption = DEFAULT_STORE,
    limit: Annotated[int, typer.Option(min=1, help="How many reports at most.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Find reports by words in their title or text, in any order and form, the best first."""
    from rich.text import Text

    from dateline.casebook import Casebook
    from dateline.commands.terminal import console, print_json
    from dateline.show.wording import one_line

    with Casebook(store) as casebook:
        hits = casebook.search(" ".join(words), limit=limit)
    if as_json:
        print_json(hits)
        return
    terminal = console()
    for hit in hits:
        head = Text(one_line(hit.title or hit.report_id), style="bold")
        head.append(f"  {one_line(hit.report_id)}", style="not bold dim")
        terminal.print(head, Text(f"  {one_line(hit.snippet)}"), sep="\n")
    if not hits:
        terminal.print(Text("No report has all of these words."))
