"""What the documentation names is there: links, commands, options, make targets, functions."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

import dateline
from dateline.commands import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(language: str) -> Iterator[tuple[str, str]]:
    """The fenced blocks of a language, with their page."""
    for page in PAGES:
        for found, block in FENCE.findall(page.read_text(encoding="utf-8")):
            if found == language:
                yield named(page), block


def command_lines() -> list[tuple[str, str]]:
    """Every line of a plain block that calls the program."""
    lines = [(page, line.strip()) for page, block in blocks("") for line in block.splitlines()]
    calls = [(page, line.removeprefix(".venv/bin/")) for page, line in lines]
    return [(page, line) for page, line in calls if line.startswith("dateline ") and page != "docs/cli.md"]


def make_targets() -> list[tuple[str, str]]:
    return [(page, found) for page, block in blocks("") for found in re.findall(r"^make (\w+)", block, re.MULTILINE)]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        target, _, anchor = link.partition("#")
        if "://" in link:
            continue
        path = page.parent / target if target else page
        assert path.exists(), f"{named(page)} links to {link}"
        if anchor:
            heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}


@pytest.mark.parametrize(("page", "line"), command_lines())
def test_commands_and_options_are_there(page: str, line: str) -> None:
    words = shlex.split(line)[1:]
    command: object = typer.main.get_command(app)
    while isinstance(command, TyperGroup):
        below = command.commands.get(words.pop(0))
        assert below, f"{page}: there is no such command: {line}"
        command = below
    assert isinstance(command, TyperCommand)
    known = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    for word in words:
        assert not word.startswith("--") or word in known, f"{page}: {line} has no {word}"


@pytest.mark.parametrize(("page", "target"), make_targets())
def test_make_targets_are_there(page: str, target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{page} names make {target}"


@pytest.mark.parametrize(("page", "block"), list(blocks("python")))
def test_python_compiles_and_names_what_is_promised(page: str, block: str) -> None:
    for node in ast.walk(ast.parse(block, page)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "dateline":
            assert node.attr in dateline.__all__


@pytest.mark.parametrize(("page", "block"), [(page, block) for page, block in blocks("python") if "code_text" in block])
def test_python_on_one_text_runs(page: str, block: str) -> None:
    exec(compile(block, page, "exec"), {})


def test_every_page_is_within_two_links_of_the_readme() -> None:
    reached, ahead = set[Path](), [ROOT / "README.md"]
    for _ in range(3):
        reached.update(ahead)
        found = [
            (page.parent / link.partition("#")[0]).resolve()
            for page in ahead
            if page.suffix == ".md"
            for link in LINK.findall(page.read_text(encoding="utf-8"))
            if "://" not in link
        ]
        ahead = [path for path in found if path not in reached]
    assert [named(page) for page in PAGES if page.resolve() not in reached] == []


def test_the_readme_opens_with_what_it_is_and_two_commands() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    opening = "\n".join(takewhile(lambda line: not line.startswith("## "), lines))
    assert "who did what to whom, where, when, how many, and" in opening
    assert "make demo" in opening
    assert "make test" in opening


def test_the_picture_is_there_and_small() -> None:
    picture = ROOT / "docs" / "images" / "casebook.png"
    assert picture.stat().st_size < 400_000
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_every_export_format_is_told_of() -> None:
    from dateline.export import FORMATS

    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"| `{name}` |" not in page] == []


def test_every_field_of_the_record_is_told_of() -> None:
    from dataclasses import fields

    from dateline.record import Actor, Claim, Event, Incident, Record, Report

    page = (ROOT / "docs" / "record-format.md").read_text(encoding="utf-8")
    kinds = (Report, Event, Claim, Actor, Incident, Record)
    assert [field.name for kind in kinds for field in fields(kind) if f"`{field.name}`" not in page] == []
