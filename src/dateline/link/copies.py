"""Near copies: reports that are reprints of one another, by how many runs of words they share.

MinHash (Broder 1997) over runs of five words. It is twenty lines on numpy; datasketch would bring scipy with it, and
its index is not needed, since only reports that already stand in one incident are compared.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import numpy as np

RUN = 5
HASHES = 64
COPY = 0.5  # of the runs of either report are the other's too
PRIME = (1 << 31) - 1
FACTORS = np.random.default_rng(20).integers(1, PRIME, size=(HASHES, 2), dtype=np.uint64)


def fingerprint(words: Sequence[str]) -> bytes:
    """What near copies have mostly in common: 256 bytes; the same words give the same ones on every machine."""
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}
    hashed = np.array(sorted(zlib.crc32(run.encode()) for run in runs), dtype=np.uint64)
    mixed = (np.outer(FACTORS[:, 0], hashed) + FACTORS[:, 1:]) % np.uint64(PRIME)
    return bytes(mixed.min(axis=1).astype("<u4").tobytes())


def is_copy(one: bytes, other: bytes) -> bool:
    """Whether two fingerprints are of near copies."""
    same = np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")
    return bool(same.mean() >= COPY)


def origins(fingerprints: Mapping[str, bytes]) -> dict[str, str]:
    """For each report, the first (in the order given) of which it is a near copy: itself where it is none."""
    found: dict[str, str] = {}
    for report, printed in fingerprints.items():
        firsts = (first for first in found if found[first] == first and is_copy(fingerprints[first], printed))
        found[report] = next(firsts, report)
    return found
