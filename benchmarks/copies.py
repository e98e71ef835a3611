"""Copies with changes of two invented reports of 600 words: other names, numbers, days, order of paragraphs.

Every other copy is of a war report that tells of an act in every line, the rest are of a feature from a market town
that tells of few; news lies between them. The more copies, the longer the time that they are spread over, so that each
has as many others beside it to be linked with.

The same seed gives the same copies, so that two measurements read the same words.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

REPORTS = [Path(__file__).with_name(name) for name in ("dense.txt", "news.txt")]
GROUPS = ("Red Ridge Front", "Army of the Two Rivers", "Valley Liberation Movement", "Northern Shield militia")
FORCES = ("the national army", "government forces", "the federal guard", "the armed forces")
TOWNS = ("Karsavan", "Dol Marek", "Ubangari", "Teshkul", "Nova Brana", "Al Qasriya", "Bir Zahran", "Santa Ramona")
CITIES = ("Lusaka", "Tbilisi", "Kaduna", "Cali", "Peshawar", "Homs", "Goma", "Manila")
NAMES = ("Oduya", "Marekov", "Benhadi", "Salcedo", "Tanvir", "Lindqvist", "Achieng", "Petrosian", "Quispe", "Halabi")
FIRST_NAMES = ("Amina", "Josef", "Karim", "Lucia", "Naveed", "Ruth", "Samuel", "Tamar", "Victor", "Yusra")
FIRST_DAY = date(2030, 3, 4)
DAYS_A_COPY = 2


def copies(count: int, *, seed: int = 1) -> Iterator[dict[str, str]]:
    """Rows of JSON Lines, each a report of its own."""
    templates = [path.read_text(encoding="utf-8") for path in REPORTS]
    chance = random.Random(seed)
    for number in range(count):
        published = FIRST_DAY + timedelta(days=chance.randrange(DAYS_A_COPY * count))
        text = shuffled(templates[number % len(templates)], chance).format(**changes(chance, published))
        yield {"id": f"copy-{number:05}", "published": published.isoformat(), "publisher": "The Invented", "text": text}


def shuffled(template: str, chance: random.Random) -> str:
    """The template with the paragraphs after its lead in another order."""
    title, byline, lead, *rest = template.strip().split("\n\n")
    chance.shuffle(rest)
    return "\n\n".join([title, byline, lead, *rest])


def changes(chance: random.Random, published: date) -> dict[str, str]:
    """What stands for each name in the template."""
    group, force, city = chance.choice(GROUPS), chance.choice(FORCES), chance.choice(CITIES)
    people = {
        role: f"{chance.choice(FIRST_NAMES)} {chance.choice(NAMES)}"
        for role in ("writer", "person", "governor", "spokesman")
    }
    numbers = {
        what: f"{chance.randrange(low, high):,}"
        for what, low, high in (
            ("dead", 5, 90),
            ("seen", 2, 20),
            ("soldiers", 2, 40),
            ("injured", 20, 300),
            ("missing", 3, 30),
            ("children", 2, 19),
            ("protesters", 200, 9000),
            ("arrested", 4, 80),
            ("prisoners", 20, 400),
            ("displaced", 20_000, 900_000),
            ("court", 9, 60),
        )
    }
    days = {
        "month": f"{published:%B}",
        "day": str(published.day),
        "weekday": f"{published - timedelta(days=1):%A}",
        "nextday": f"{published + timedelta(days=2):%A}",
        "pastmonth": f"{published - timedelta(days=90):%B}",
    }
    names = {"group": group, "Group": group, "force": force, "Force": force[0].upper() + force[1:]}
    return {**people, **numbers, **days, **names, "town": chance.choice(TOWNS), "city": city, "CITY": city.upper()}


def write_copies(path: Path, count: int) -> None:
    """The copies as a JSON Lines file."""
    with path.open("w", encoding="utf-8") as handle:
        for row in copies(count):
            handle.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("output", type=Path)
    parser.add_argument("--reports", type=int, default=1000)
    arguments = parser.parse_args()
    write_copies(arguments.output, arguments.reports)


if __name__ == "__main__":
    main()
