"""Writes the parts of `docs/` that follow from the code: schemas, CSV columns, commands, codebook, accuracy table.

    python tools/build_docs.py

Guaranteed: the same code gives the same pages. A test holds the committed pages to the code.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import get_args

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from dateline.codebook.figure_policies import figure_policies
from dateline.codebook.figure_words import figure_words
from dateline.codebook.lexicon import Entry, entries
from dateline.codebook.types import TypeEntry, contexts, event_types
from dateline.commands import app
from dateline.evaluate.floors import read_floors, table
from dateline.export.columns import COLUMNS
from dateline.record import Incident, Record, values
from dateline.record.form import json_schema

DOCS = Path(__file__).parent.parent / "docs"
GENERATED = "<!-- Made by tools/build_docs.py; do not edit by hand. -->"
QUADS = {
    1: "cooperation in words",
    2: "cooperation in deed",
    3: "conflict in words",
    4: "conflict in deed",
}
Command = TyperCommand | TyperGroup
FIGURES_INTRODUCTION = [
    "A record holds the bounds that the words of a report set, and no others. A number alone is low, best and high.",
    '"About 300" has a best and no bounds; "at least 12" a low, which stands for the best, and no high; "up to 90" a',
    'high, which stands for the best; "between 40 and 60" both and no best. Nobody killed is a count of 0. "A similar',
    'number" takes its best from the figure before it. Figures that are part of others ("twelve, including two',
    'children"; "90 dead, many of them women") are told apart and never add up.',
    "",
    'Who is hurt in one sentence and dies in another is counted as killed. "Five were shot, one fatally" is one',
    'killed, four injured, and five casualties. "A woman and her two sons were killed" is a count of three; numbers',
    "that stand side by side (12 soldiers and three clerks) stay apart.",
    "",
    "Exports other than `records` can be asked for another project's numbers: `dateline export --policy acled`.",
]
WORDS_SHOWN = 12  # of each class and mode; the lexicon has the rest


def schema(of: type[Record] | type[Incident]) -> str:
    """A JSON Schema as a file."""
    return json.dumps(json_schema(of), indent=2, ensure_ascii=False) + "\n"


def csv_columns() -> str:
    """The columns of the CSV export."""
    lines = [
        "# Columns of the CSV export",
        GENERATED,
        "",
        "`dateline export casebook.db --format csv --output events.csv` writes one row for each event. An empty cell",
        "means that the report does not say, or that the reader did not find it; it never means zero. Several values",
        'in one cell are joined by "; ". The file is UTF-8 with CR LF line ends (RFC 4180). A cell of words that a',
        "spreadsheet would take for a formula begins with an apostrophe.",
        "",
        "| column | what it holds |",
        "|---|---|",
        *(f"| `{column.name}` | {column.meaning} |" for column in COLUMNS),
    ]
    return "\n".join(lines) + "\n"


def command_line() -> str:
    """Every command with its arguments and options."""
    root = typer.main.get_command(app)
    lines = ["# The command line", GENERATED, ""]
    lines += [
        "Exit codes: 0 all done; 1 some inputs failed, and are named; 2 wrong usage, or a casebook that cannot be "
        "opened; 3 a fault of Dateline itself; 130 stopped by Ctrl-C.",
        "",
    ]
    for path, command in commands(root, ("dateline",)):
        lines += described(path, command)
    return "\n".join(lines).rstrip() + "\n"


def commands(command: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Command]]:
    """A command and all below it, in the order of `--help`."""
    assert isinstance(command, TyperCommand | TyperGroup)
    yield path, command
    for name, below in (command.commands if isinstance(command, TyperGroup) else {}).items():
        yield from commands(below, (*path, name))


def described(path: tuple[str, ...], command: Command) -> Iterator[str]:
    """One command's section."""
    context = typer.Context(command, info_name=" ".join(path))
    yield f"## {' '.join(path)}"
    yield ""
    yield from (command.help or "").strip().splitlines()
    yield ""
    yield "```"
    yield " ".join(context.command_path.split() + command.collect_usage_pieces(context))
    yield "```"
    yield ""
    rows = [row for parameter in command.get_params(context) if (row := help_row(parameter, context))]
    if rows:
        yield "| | |"
        yield "|---|---|"
        yield from rows
        yield ""


def help_row(parameter: object, context: typer.Context) -> str | None:
    """An argument or option and what it does."""
    assert isinstance(parameter, TyperArgument | TyperOption)
    record = parameter.get_help_record(context)
    if record is None:
        return None
    name, meaning = (" ".join(part.split()).replace("|", "\\|") for part in record)
    return f"| `{name}` | {meaning} |"


def codebook() -> str:
    """Types, modes, contexts, roles and values, with the words that tell of them."""
    lines = ["# Codebook", GENERATED, "", *INTRODUCTION]
    lines += ["| type | | what it is | modes |", "|---|---|---|---|"]
    for entry in event_types().values():
        modes = ", ".join(f"`{mode}`" for mode in entry.modes)
        lines.append(f"| [{entry.name}](#{entry.name.lower()}) | {QUADS[entry.quad]} | {entry.meaning}. | {modes} |")
    lines += ["", "## Contexts", "", ", ".join(f"`{name}`" for name in contexts()), "", "## Closed lists", ""]
    lines += ["| field | values |", "|---|---|"]
    lines += [f"| {name} | {', '.join(f'`{value}`' for value in get_args(listed))} |" for name, listed in LISTS.items()]
    words = {name: list(group) for name, group in groupby(entries(), key=lambda entry: str(entry.type))}
    for entry in event_types().values():
        lines += ["", *type_section(entry, words.get(entry.name, []))]
    return "\n".join(lines) + "\n"


def type_section(entry: TypeEntry, words: list[Entry]) -> Iterator[str]:
    """A type with the words that tell of it, by mode."""
    yield f"## {entry.name}"
    yield ""
    yield f"{entry.meaning}."
    for mode in (None, *entry.modes):
        found = [word for word in words if word.mode == mode]
        shown = [line for word_class in ("verb", "noun", "adjective") if (line := word_line(found, word_class))]
        if shown or mode:
            yield ""
            yield f"**{mode or 'no mode'}**: {'; '.join(shown) or 'told by other words of the sentence'}"


def word_line(words: list[Entry], word_class: str) -> str:
    """Some of the words of a class."""
    found = list(dict.fromkeys(" ".join(word.words) for word in words if word.word_class == word_class))
    more = " and more" if len(found) > WORDS_SHOWN else ""
    return f"{word_class}s {', '.join(f'*{word}*' for word in found[:WORDS_SHOWN])}{more}" if found else ""


def figures() -> str:
    """The bounds that words of number set, and what other projects make of them."""
    words, policies = figure_words(), figure_policies()
    lines = ["# Figures", GENERATED, "", *FIGURES_INTRODUCTION, "", "## Vague words", ""]
    lines += [f"| words | low | high | {' | '.join(f'`{name}`' for name in policies)} |", "|---|---|---|---|---|"]
    for word, (low, high) in {**words.few, **words.vague}.items():
        numbers = [low, high, *(policy.vague.get(word, low) for policy in policies.values())]
        lines.append(f"| {word} | {' | '.join(f'{number:,}' if number else '' for number in numbers)} |")
    lines += ["", "## Words before and behind a number", "", "| qualifier | before | behind |", "|---|---|---|"]
    for name in words.before:
        sides = (", ".join(word.strip() for word in side[name]) for side in (words.before, words.after))
        lines.append(f"| `{name}` | {' | '.join(sides)} |")
    lines += ["", "## Policies", "", "| policy | what it makes of a report's words |", "|---|---|"]
    lines += [f"| `{policy.name}` | {policy.summary} |" for policy in policies.values()]
    return "\n".join(lines) + "\n"


def accuracy() -> str:
    """The page on accuracy with the floors as they are now; the words around the table are the page's own."""
    page = (DOCS / "accuracy.md").read_text(encoding="utf-8")
    before, _, rest = page.partition(FLOORS_BEGIN)
    _, _, after = rest.partition(FLOORS_END)
    floors = table(read_floors(DOCS.parent / "floors.json"))
    return f"{before}{FLOORS_BEGIN}\n{floors}{FLOORS_END}{after}"


FLOORS_BEGIN, FLOORS_END = "<!-- floors: begin -->", "<!-- floors: end -->"
INTRODUCTION = (
    "An event has a type: one of the sixteen of PLOVER 2.0 (Open Event Data Alliance and the POLECAT team, 2023), or",
    "HARM, a harm that is told without the act. Most types have modes. The rules by which a text is coded stand in",
    "[coding-rules.md](coding-rules.md); the words below are the first of each list, the rest is in",
    "`src/dateline/codebook/data/lexicon/`.",
    "",
)
LISTS = {
    "factuality": values.Factuality,
    "role": values.Role,
    "participant kind": values.ParticipantKind,
    "sector": values.Sector,
    "place precision": values.PlacePrecision,
    "time precision": values.TimePrecision,
    "time basis": values.TimeBasis,
    "figure measure": values.Measure,
    "figure qualifier": values.Qualifier,
    "relation": values.RelationKind,
    "claim kind": values.ClaimKind,
    "claim stance": values.Stance,
}
PAGES: dict[str, Callable[[], str]] = {
    "record.schema.json": lambda: schema(Record),
    "incident.schema.json": lambda: schema(Incident),
    "csv-columns.md": csv_columns,
    "cli.md": command_line,
    "codebook.md": codebook,
    "figures.md": figures,
    "accuracy.md": accuracy,
}


def main() -> None:
    """Write all pages."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
