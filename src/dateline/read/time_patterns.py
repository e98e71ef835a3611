"""The grammar of time expressions: data/time_grammar.toml as compiled patterns over categories, and its matches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

from dateline.read.time_words import Lexeme, lexicon, pieces, table
from dateline.record.values import TimexType

Parts = Mapping[str, str]
REFERENCE = re.compile(r"\$(\w+)")
CAUGHT = re.compile(r"\{([a-z_]+)(?: as ([a-z_]+))?\}")
NAMED = re.compile(r"\(\?P<([a-z_]+)>")
CATEGORY = re.compile(r"<([a-z_]+)>")
STRETCHES_KEPT, LONGEST_KEPT = 1024, 50  # a table of numbers is one long stretch, and never comes again


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar. `check` names the condition on the words around; "" is none."""

    form: str
    timex_type: TimexType
    pattern: re.Pattern[str]
    names: tuple[tuple[str, str], ...]  # a name for each group of the pattern, as the grammar wrote it
    check: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Lexemes `first` to `last` (both included) read by a rule, with what it caught."""

    first: int
    last: int
    rule: Rule
    parts: tuple[tuple[str, str], ...]


@cache
def grammar() -> tuple[Rule, ...]:
    """The rules in their order."""
    data = table("time_grammar")
    macros: Mapping[str, str] = data["macros"]
    rules: list[Mapping[str, str]] = data["rule"]  # type: ignore[assignment]
    return tuple(compiled(rule, macros) for rule in rules)


def compiled(rule: Mapping[str, str], macros: Mapping[str, str]) -> Rule:
    """A rule with its macros put in and its categories as characters. A name may stand at several groups."""
    source = rule["pattern"]
    while REFERENCE.search(source):
        source = REFERENCE.sub(lambda match: macros[match[1]], source)
    source = CAUGHT.sub(lambda match: f"(?P<{match[2] or match[1]}><{match[1]}>)", source)
    numbers = count()
    names: list[tuple[str, str]] = []

    def numbered(match: re.Match[str]) -> str:
        group = f"g{next(numbers)}"
        names.append((group, match[1]))
        return f"(?P<{group}>"

    source = NAMED.sub(numbered, re.sub(r"\s+", "", source))
    source = CATEGORY.sub(lambda match: category_class(match[1]), source)
    return Rule(
        rule["form"],
        rule["type"],  # type: ignore[arg-type]
        re.compile(source),
        tuple(names),
        rule.get("check", ""),
    )


def category_class(name: str) -> str:
    signs = lexicon().signs[name]
    return signs if len(signs) == 1 else f"[{signs}]"


def candidates(found: list[Lexeme]) -> Iterator[Candidate]:
    """Every reading of every rule, the leftmost first, then the longest, then by the order of the rules."""
    for stretch in stretches().finditer(pieces(found)):
        first, words = stretch.start(), found[stretch.start() : stretch.end()]
        read = readings if len(words) <= LONGEST_KEPT else readings.__wrapped__
        for rule, match in read(stretch.group()):
            parts = tuple(caught(match, rule, words))
            yield Candidate(first + match.start(), first + match.end() - 1, rule, parts)


@cache
def stretches() -> re.Pattern[str]:
    """Words that rules speak of, and the one other word after them: the rules read no other word, and look beyond none.
    So each stretch is read by itself, and what is in every text ("of the", a comma) was read before."""
    other = lexicon().signs["word"]
    return re.compile(f"[^{other}]+{other}?")


@lru_cache(maxsize=STRETCHES_KEPT)
def readings(stretch: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """Every reading of every rule in a stretch of categories, in the order of `candidates`."""
    found = [
        (match.start(), -match.end(), order, match)
        for order, rule in enumerate(grammar())
        for match in rule.pattern.finditer(stretch)
        if match.end() > match.start()
    ]
    return tuple((grammar()[order], match) for _, _, order, match in sorted(found, key=lambda one: one[:3]))


def caught(match: re.Match[str], rule: Rule, found: list[Lexeme]) -> Iterator[tuple[str, str]]:
    """What the rule caught, as the words' meanings; a count of several words as one number."""
    for group, name in rule.names:
        start, end = match.span(group)
        if start < 0 or start == end:
            continue
        words = found[start:end]
        if name in ("count", "part"):
            yield name, quantity(words)
        elif name == "words":
            yield name, " ".join(word.value for word in words if word.category in ("number", "large_number"))
        else:
            yield name, words[-1].value


def quantity(words: list[Lexeme]) -> str:
    """The number that some words spell: "twenty - four", "two thousand", "a couple of", "a hundred"."""
    total = current = 0.0
    for word in words:
        if word.category in ("and", "hyphen", "of", "more") or (word.category == "a" and len(words) > 1):
            continue
        value = float(word.value)
        if word.category == "large_number":
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
        else:
            current += value
    return f"{total + current:g}" if total + current < 1e6 else str(int(total + current))
