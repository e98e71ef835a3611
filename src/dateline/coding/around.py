"""A happening as those around it are compared with it: what is asked of it for each of them, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.coding.deeds import Deed, sort_of
from dateline.coding.opinions import PartOpinions
from dateline.coding.scene import Scene
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token
from dateline.record.values import Role


@dataclass(frozen=True, eq=False)
class Happening:
    """The deeds of one happening, in their scene."""

    scene: Scene
    group: Sequence[Deed]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The events that it is told as."""
        return frozenset(deed.event.id for deed in self.group)

    @cached_property
    def sorts(self) -> tuple[str, ...]:
        """What is done in it."""
        return tuple(sorted({sort_of(deed.event) for deed in self.group}))

    @cached_property
    def victim_sectors(self) -> frozenset[str | None]:
        """The sectors of those to whom it is done."""
        suffering = (who for who, role in self.actors_in_role if role == "recipient" and who is not None)
        return frozenset(self.scene.actors[who].codes.sector for who in suffering)

    @cached_property
    def told(self) -> tuple[tuple[Token, int], ...]:
        """The words that tell of it, with their sentences."""
        return tuple(pair for deed in self.group for pair in zip(deed.heads, deed.sentences, strict=True))

    @cached_property
    def told_in(self) -> dict[int, list[Token]]:
        """The words that tell of it, by sentence."""
        found: dict[int, list[Token]] = {}
        for head, sentence in self.told:
            found.setdefault(sentence, []).append(head)
        return found

    @cached_property
    def above(self) -> dict[int, dict[int, int]]:
        """For each such word, the steps in the parse up to each word above it."""
        return {
            head.i: {token.i: steps for steps, token in enumerate((head, *head.ancestors))} for head, _ in self.told
        }

    @cached_property
    def taking_part(self) -> dict[int, Role]:
        """The heads of those who have a part in it, with their role."""
        return self.scene.heads_of(self.group)

    @cached_property
    def roles_by_sentence(self) -> dict[int, tuple[Role, ...]]:
        """The roles that are filled in each sentence, by its first token."""
        found: dict[int, set[Role]] = {}
        for index, role in self.taking_part.items():
            found.setdefault(sentence_bounds(self.scene.parsed.doc[index])[0], set()).add(role)
        return {start: tuple(sorted(roles)) for start, roles in found.items()}

    @cached_property
    def actors_in_role(self) -> frozenset[tuple[str | None, Role]]:
        """Who has which part; None for those who are no known actor."""
        return frozenset((one.actor_id, one.role) for deed in self.group for one in deed.event.participants)

    @cached_property
    def opinions(self) -> PartOpinions:
        """What the encoder says of those around it."""
        return PartOpinions(self.scene.parsed.encoded, self.group)
