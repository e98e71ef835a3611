"""The closed lists of values that the record format names, as types that a checker and the JSON Schema both read.

Event types and modes are not here: they are the codebook's, and a test holds the two lists of types together.
"""

from typing import Literal

SectionKind = Literal["title", "byline", "dateline", "caption", "heading", "paragraph"]

ActorKind = Literal["person", "group", "organisation", "armed_unit", "state", "place_as_actor"]
ParticipantKind = Literal[
    "person", "group", "organisation", "armed_unit", "state", "place_as_actor", "thing", "weapon", "other"
]
Role = Literal["actor", "recipient", "object", "instrument"]
AttributeName = Literal["age", "role", "affiliation", "home"]
CountryBasis = Literal["stated", "list", "known", "whole", "report", "registry", "judged", "none"]

PlacePrecision = Literal["site", "town", "near", "adm2", "adm1", "country", "region", "water", "unknown"]
PlaceBasis = Literal["stated", "dateline", "title", "paragraph", "report"]
TimePrecision = Literal["day", "days", "week", "month", "year", "unknown"]
TimeBasis = Literal["stated", "relative", "report", "none"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

Qualifier = Literal["exact", "about", "at_least", "at_most", "range", "vague"]
Measure = Literal[
    "killed",
    "injured",
    "missing",
    "casualties",
    "captured",
    "arrested",
    "participants",
    "displaced",
    "affected",
    "damaged",
    "other",
]

Factuality = Literal[
    "actual",
    "ongoing",
    "denied",
    "negated",
    "planned",
    "requested",
    "threatened",
    "hypothetical",
    "ceased",
    "unknown",
]
ClaimKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["statement", "attitude"]
RelationKind = Literal["denies", "withdraws", "causes", "part_of", "responds_to"]

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "HARM",
]
Sector = Literal[
    "AGR",
    "BUS",
    "COP",
    "CRM",
    "CVL",
    "EDU",
    "ELI",
    "GOV",
    "JRN",
    "JUD",
    "LAB",
    "LEG",
    "MED",
    "MIL",
    "OPP",
    "PRE",
    "PRM",
    "PTY",
    "REB",
    "REF",
    "REL",
    "SOC",
    "SPY",
    "UAF",
    "UNK",
]
