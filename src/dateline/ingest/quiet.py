"""Keeps libraries from writing to the terminal: what they have to say becomes an InputError, or nothing."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

SILENT = logging.NullHandler()


@contextmanager
def quiet(*libraries: str) -> Iterator[None]:
    """Inside it, the libraries' log messages and all warnings go nowhere; outside, everything is as before."""
    loggers = [logging.getLogger(library) for library in libraries]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(SILENT)
        logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, propagated in zip(loggers, before, strict=True):
            logger.removeHandler(SILENT)
            logger.propagate = propagated
